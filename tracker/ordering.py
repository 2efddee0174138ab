"""In which order a list of actions is read: page, paging and export ask here."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy

from tracker.sorting import Sorting

USUAL = "due"
STATES = ("todo", "doing", "returned", "reported", "done", "dropped")
NEVER = date(1, 1, 1)
LABELS = {
    "due": gettext_lazy("Due on"),
    "unit": gettext_lazy("Unit"),
    "owner": gettext_lazy("Owner"),
    "state": gettext_lazy("Work status"),
    "index": gettext_lazy("Index"),
    "progress": gettext_lazy("Last progress"),
}
COLUMNS = {
    "unit": F("lead_unit__sort_key"),
    "owner": Coalesce("owner__sort_key", Value("")),
    "state": Case(*(When(state=state, then=Value(place)) for place, state in enumerate(STATES))),
    "index": F("weakness__index__position"),
    "progress": Coalesce("progress_on", Value(NEVER)),
}


@dataclass(frozen=True)
class Ordering(Sorting):
    """One column up or down, then the deadline; people by given name, nobody and never come first."""

    LABELS = LABELS

    name: str = USUAL

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the order, the first to matter first; the last one is unique."""
        sign = "-" if self.is_down else ""
        return (f"{sign}due_on", f"{sign}pk") if self.name == USUAL else (f"{sign}sort", "due_on", "pk")

    def prepare(self, actions: QuerySet) -> QuerySet:
        """The actions with the column by which they are sorted, in that order."""
        if self.name != USUAL:
            actions = actions.annotate(sort=COLUMNS[self.name])
        return actions.order_by(*self.key)
