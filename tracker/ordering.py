"""In which order a list of actions is read: page, paging and export ask here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid

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
class Ordering:
    """One column up or down, then the deadline; people by given name, nobody and never come first."""

    name: str = USUAL
    is_down: bool = False

    @classmethod
    def of(cls, query: Mapping) -> "Ordering":
        """The order the query asks for with `sort`, for example `-progress`; raises Invalid for an unknown one."""
        asked = query.get("sort") or USUAL
        name = asked.removeprefix("-")
        if name not in LABELS:
            raise Invalid({"sort": _("The list cannot be sorted by this. Choose one of its columns.")})
        return cls(name, asked.startswith("-"))

    def __str__(self):
        return f"-{self.name}" if self.is_down else self.name

    @property
    def words(self) -> str:
        return f"{LABELS[self.name]} {'↓' if self.is_down else '↑'}"

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

    def turned(self, name: str) -> str:
        """What a click on a column's head asks for: that column, and a second time the other direction."""
        return f"-{name}" if name == self.name and not self.is_down else name

    def aria(self, name: str) -> str:
        return ("descending" if self.is_down else "ascending") if name == self.name else ""
