"""The daily bundle: one mail a person a working day, the most pressing first."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .contents import Item
from .draft import Draft
from .letter import LONGEST_SUBJECT, Letter, letter
from .row import Row
from .rows import row_of
from .words import short_day

MOST_ROWS = 40  # a longer list is read in the product, and the mail stays small
TITLES = {
    "overdue": gettext_lazy("Overdue"),
    "due": gettext_lazy("Due soon"),
    "submission": gettext_lazy("Submissions"),
    "quiet": gettext_lazy("No progress reported for a long time"),
    "decision": gettext_lazy("Waiting for your decision"),
    "question": gettext_lazy("Questions waiting for an answer"),
    "news": gettext_lazy("News"),
}
ORDER = {name: place for place, name in enumerate(TITLES)}
COUNTED = {
    "overdue": gettext_lazy("%(count)s overdue"),
    "due": gettext_lazy("%(count)s due soon"),
    "submission": gettext_lazy("%(count)s to be submitted"),
    "quiet": gettext_lazy("%(count)s without progress"),
    "decision": gettext_lazy("%(count)s to decide"),
    "question": gettext_lazy("%(count)s to answer"),
    "news": gettext_lazy("%(count)s news"),
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
    def heading(self) -> str:
        """The title in a mail without bold letters."""
        return f"{self.title.upper()} ({len(self.rows)})"

    @property
    def shown(self) -> list[Row]:
        return self.rows[:MOST_ROWS]

    @property
    def hidden_count(self) -> int:
        return max(0, len(self.rows) - MOST_ROWS)

    @property
    def counted(self) -> str:
        return COUNTED[self.name] % {"count": len(self.rows)}


def daily_bundle(draft: Draft) -> Letter:
    """What needs the reader's attention today; each thing stands in it once, where it presses most."""
    sections = _sections(draft)
    return letter(
        "bundle", draft, sections=sections, headline=_headline(sections, draft.today),
        tone=_tone(draft.items, sections), why=draft.first.obligation.audience, all_of_it=draft.link("home"),
    )  # fmt: skip


def _sections(draft: Draft) -> list[Section]:
    rows = {}
    for row in sorted((row_of(item, draft) for item in draft.items), key=_urgency):
        rows.setdefault(row.thing, row)
    found = {name: [row for row in rows.values() if row.section == name] for name in TITLES}
    return [Section(name, rows) for name, rows in found.items() if rows]


def _urgency(row: Row) -> int:
    return ORDER[row.section]


def _headline(sections: list[Section], today: date) -> str:
    """The fact first: the thing itself when there is one, else as many of the counts as a subject holds."""
    rows = [row for section in sections for row in section.rows]
    if len(rows) == 1:
        return rows[0].headline
    counts = [section.counted for section in sections]
    shown = next(
        n for n in range(len(counts), 0, -1) if n == 1 or len(_today(today, counts, n)) <= LONGEST_SUBJECT
    )
    return _today(today, counts, shown)


def _today(today: date, counts: list[str], shown: int) -> str:
    rest = ["…"] if shown < len(counts) else []
    return _("Today %(date)s: %(counts)s") % {
        "date": short_day(today),
        "counts": ", ".join(counts[:shown] + rest),
    }


def _tone(items: list[Item], sections: list[Section]) -> str:
    """Whoever only hears news is asked for nothing; leadership is addressed as a superior, all others as peers."""
    if [section.name for section in sections] == ["news"]:
        return "news"
    return "superior" if {item.obligation.audience for item in items} == {"leadership"} else "peer"
