"""How accepted rows become items of the plan: one item for each action, ordered by index."""

from django.db.models import F

from tracker.models import Action

from .item import Contribution, PlanItem


def add_accepted_rows(plan) -> int:
    """Add an item for every accepted action of the review that the plan lacks; returns how many."""
    items = [_add_item(plan, action) for action in _lacking(plan)]
    _number(plan)
    return len(items)


def _lacking(plan):
    accepted = Action.objects.tracked().filter(weakness__review=plan.review).exclude(state="dropped")
    return (
        accepted.filter(contribution=None)
        .select_related("weakness")
        .prefetch_related("coordinating_units", "weakness__causes")
    )


def _add_item(plan, action) -> PlanItem:
    weakness = action.weakness
    item = PlanItem.objects.create(
        plan=plan, index_id=weakness.index_id, criterion_id=weakness.criterion_id,
        weakness_statement=weakness.statement, points_lost=weakness.points_lost,
        causes="\n".join(cause.statement for cause in weakness.causes.all()),
        measure=action.statement, lead_unit_id=action.lead_unit_id, due_on=action.due_on,
        due_phrase=action.due_phrase, output=action.expected_output,
    )  # fmt: skip
    item.coordinating_units.set(action.coordinating_units.all())
    Contribution.objects.create(item=item, weakness=weakness, action=action)
    return item


def _number(plan) -> None:
    order = (F("index__position"), F("criterion__position").asc(nulls_last=True), F("pk"))
    items = list(plan.items.order_by(*order).only("pk", "position"))
    for position, item in enumerate(items, 1):
        item.position = position
    PlanItem.objects.bulk_update(items, ["position"])
