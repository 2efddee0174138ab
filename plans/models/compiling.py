"""How accepted rows become items of the plan: one item for each action, ordered by index."""

from django.db.models import F

from tracker.models import Action

from .item import Contribution, PlanItem


def add_accepted_rows(plan) -> int:
    """Add an item for every accepted action of the review that the plan lacks; returns how many."""
    items = [_add_item(plan, action) for action in _lacking(plan)]
    _number(plan)
    return len(items)


def take_over_wording(plan) -> int:
    """Give the lines of a draft the words that Home Affairs has chosen meanwhile; returns how many changed."""
    sole = PlanItem.objects.filter(plan=plan).prefetch_related(
        "contributions__action", "contributions__weakness"
    )
    changed = [item for item in sole if _reword(item, list(item.contributions.all()))]
    PlanItem.objects.bulk_update(changed, ["weakness_statement", "measure", "output"])
    return len(changed)


def _reword(item: PlanItem, parts: list[Contribution]) -> bool:
    """A line that merges several actions has words of its own."""
    if len(parts) != 1:
        return False
    words = _words(parts[0].weakness, parts[0].action)
    is_changed = any(getattr(item, name) != text for name, text in words.items())
    for name, text in words.items():
        setattr(item, name, text)
    return is_changed


def _words(weakness, action) -> dict[str, str]:
    """Home Affairs' wording where there is one, else the unit's."""
    return {
        "weakness_statement": weakness.statement_in_plan,
        "measure": action.statement_in_plan,
        "output": action.output_in_plan,
    }


def _lacking(plan):
    """Held until they are in the plan: an acceptance that is taken back meanwhile is not compiled."""
    accepted = Action.objects.tracked().filter(weakness__review=plan.review).exclude(state="dropped")
    return (
        accepted.filter(contribution=None)
        .select_for_update(of=("self",))
        .select_related("weakness")
        .prefetch_related("coordinating_units", "weakness__causes")
    )


def _add_item(plan, action) -> PlanItem:
    weakness = action.weakness
    item = PlanItem.objects.create(
        plan=plan, index_id=weakness.index_id, criterion_id=weakness.criterion_id,
        points_lost=weakness.points_lost, causes="\n".join(cause.statement for cause in weakness.causes.all()),
        lead_unit_id=action.lead_unit_id, due_on=action.due_on, due_phrase=action.due_phrase,
        **_words(weakness, action),
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
