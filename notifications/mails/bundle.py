"""The daily bundle: one mail a person a working day, the most pressing first."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import Actor

from . import links
from .contents import Item
from .letter import Letter, letter
from .rows import Row, row_of
from .words import short_day

MOST_ROWS = 40  # a longer list is read in the product, and the mail stays small
TITLES = {
    "overdue": gettext_lazy("Overdue"),
    "due": gettext_lazy("Due soon"),
    "submission": gettext_lazy("Submissions"),
    "quiet": gettext_lazy("No progress reported for a long time"),
    "decision": gettext_lazy("Waiting for your decision"),
}
COUNTED = {
    "overdue": gettext_lazy("%(count)s overdue"),
    "due": gettext_lazy("%(count)s due soon"),
    "submission": gettext_lazy("%(count)s to be submitted"),
    "quiet": gettext_lazy("%(count)s without progress"),
    "decision": gettext_lazy("%(count)s to decide"),
}


@dataclass(frozen=True)
class Section:
    """The rows of one kind, and how many there are in all."""

    name: str
    rows: list[Row]

    @property
    def title(self) -> str:
        return str(TITLES[self.name])

    @property
    def shown(self) -> list[Row]:
        return self.rows[:MOST_ROWS]

    @property
    def hidden_count(self) -> int:
        return max(0, len(self.rows) - MOST_ROWS)

    @property
    def counted(self) -> str:
        return COUNTED[self.name] % {"count": len(self.rows)}


def daily_bundle(items: list[Item], reader: Actor, today: date) -> Letter:
    """What needs the reader's attention today; each thing stands in it once, where it presses most."""
    sections = _sections(items, today, reader)
    return letter(
        "bundle", items=items, reader=reader.user, today=today, sections=sections, headline=_headline(sections, today),
        tone=_tone(items), why=items[0].obligation.audience, all_of_it=links.page("home"),
    )  # fmt: skip


def _sections(items: list[Item], today: date, reader: Actor) -> list[Section]:
    rows = {}
    for row in sorted(
        (row_of(item, today, reader) for item in items), key=lambda row: list(TITLES).index(row.section)
    ):
        rows.setdefault((row.ref, row.url, row.section == "decision"), row)
    return [
        Section(name, found)
        for name in TITLES
        if (found := [row for row in rows.values() if row.section == name])
    ]


def _headline(sections: list[Section], today: date) -> str:
    """The fact first: the thing itself when there is one, else the counts."""
    rows = [row for section in sections for row in section.rows]
    if len(rows) == 1:
        return rows[0].headline
    return _("Today %(date)s: %(counts)s") % {
        "date": short_day(today),
        "counts": ", ".join(section.counted for section in sections),
    }


def _tone(items: list[Item]) -> str:
    """Leadership is addressed as a superior, everybody else as a peer."""
    return "superior" if {item.obligation.audience for item in items} == {"leadership"} else "peer"
