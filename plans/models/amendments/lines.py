"""The lines an amendment adds: each of one action, at the end of its index."""

from datetime import date

from plans.models.planning.item import Contribution, PlanItem
from plans.models.planning.line_words import unsaved_line
from plans.reading.numbers import Annex
from tracker.models.many_rows import write_links
from tracker.models.tracked import create_all


def add_lines(plan, actions: list, *, by, today: date) -> list[PlanItem]:
    """In the actions' own words; the numbers of the lines that stand stay theirs."""
    annex, lines = Annex(plan), [(unsaved_line(plan, action), action) for action in actions]
    for item, action in lines:
        item.position = annex.add(action.ref, item.index_id)
    create_all([(item, {"actions": [action.ref]}) for item, action in lines], "placed", by=by, today=today)
    write_links({item: list(action.coordinating_units.all()) for item, action in lines}, "coordinating_units")
    Contribution.objects.bulk_create(
        Contribution(item=item, weakness_id=action.weakness_id, action=action) for item, action in lines
    )
    return [item for item, _action in lines]
