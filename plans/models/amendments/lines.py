"""The lines an amendment adds: each of one action, at the end of its index."""

from datetime import date

from plans.models.planning.item import PlanItem
from plans.models.planning.line_words import begin
from plans.reading.numbers import Annex


def add_line(plan, action, *, by, today: date) -> PlanItem:
    """The numbers of the lines that stand stay theirs."""
    position = Annex(plan).add(None, action.weakness.index_id)
    item = begin(plan, action, by=by, today=today)
    PlanItem.objects.filter(pk=item.pk).update(position=position)
    item.position = position
    return item
