"""How accepted rows become lines of the plan: one line for each action, until they are merged by hand."""

from datetime import date

from plans.models.planning import line_order, line_words
from plans.models.planning.item import Contribution, PlanItem
from tracker.models import Action


def add_accepted_rows(plan, *, by, today: date) -> int:
    """Add a line for every accepted action that has none and is not left out on purpose; returns how many."""
    items = [line_words.begin(plan, action, by=by, today=today) for action in accepted(plan)]
    line_order.put_in_place(plan, items)
    return len(items)


def accepted(plan, among=None):
    """Rows without a line, held until they have one: an acceptance taken back meanwhile is not compiled."""
    rows = unplaced(plan) if among is None else unplaced(plan).filter(pk__in=[action.pk for action in among])
    return rows.select_for_update(of=("self",)).prefetch_related("coordinating_units", "weakness__causes")


def unplaced(plan):
    """Accepted actions of the review, still to be done, that are neither in a line nor left out."""
    watched = Action.objects.tracked().filter(weakness__review=plan.review_id).exclude(state="dropped")
    rows = watched.filter(contribution=None, left_out=None)
    return rows.select_related("weakness__index", "weakness__criterion", "lead_unit").order_by("pk")


def take_over_wording(plan, *, by, today: date) -> int:
    """Lines that nobody has worded follow their rows; returns how many changed."""
    lines = plan.items.standing().prefetch_related("contributions__action", "contributions__weakness")
    return sum(_follow(item, list(item.contributions.all()), by, today) for item in lines)


def _follow(item: PlanItem, parts: list[Contribution], by, today: date) -> bool:
    own = _words(parts) if not item.is_worded else {}
    columns = own | _lead(item, [part.action for part in parts])
    changed = {name: value for name, value in columns.items() if getattr(item, name) != value}
    if changed:
        item._change("taken_over", by=by, today=today, **changed)
    return bool(changed)


def _words(parts: list[Contribution]) -> dict:
    """A line that merges several actions has words of its own."""
    if len(parts) != 1:
        return {}
    action = parts[0].action
    dates = {"due_on": action.due_on, "due_phrase": action.due_phrase}
    return line_words.words_of(parts[0].weakness, action) | dates


def _lead(item: PlanItem, actions: list[Action]) -> dict:
    """Whoever leads a line carries out one of its actions, also after units were merged."""
    leads = [action.lead_unit_id for action in actions]
    return {"lead_unit_id": leads[0]} if leads and item.lead_unit_id not in leads else {}
