"""The lines of a frozen version as people read them: each field with its name, before and after word by word."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from plans.papers.grouping import grouped
from plans.papers.wording import decimal
from plans.templatetags.handed_in import frozen_day
from plans.versions.differences import Line, LineChange
from plans.word_differences import Stretch, stretches
from tracker.models import Index


def _text(value) -> str:
    return value or ""


def _day(value) -> str:
    return frozen_day(value) if value else ""


def _list(values) -> str:
    return "; ".join(values or [])


def _points(value) -> str:
    return decimal(value) if value is not None else ""


FIELDS = {
    "weakness_statement": (_("Weakness"), _text),
    "points_lost": (_("Points lost"), _points),
    "causes": (_("Causes"), _text),
    "measure": (_("Task and measure"), _text),
    "lead_unit": (_("Lead unit"), _text),
    "coordinating_units": (_("Coordinating units"), _list),
    "due_on": (_("Deadline"), _day),
    "due_phrase": (_("Deadline in words"), _text),
    "output": (_("Expected output"), _text),
    "note": (_("Note"), _text),
}


@dataclass(frozen=True)
class Field:
    """One field of a line, before and after; the stretches that differ are marked."""

    name: str
    label: str
    before: list[Stretch]
    after: list[Stretch]


@dataclass(frozen=True)
class ShownChange:
    """One changed, added or withdrawn line, with what is said of it in the amendment."""

    change: LineChange
    index: str
    planned: object = None  # the row of the amendment behind it
    why_not: str = ""

    @property
    def kind(self) -> str:
        return self.change.kind

    @property
    def line(self) -> Line:
        return self.change.line

    @property
    def fields(self) -> list[Field]:
        """What differs of a changed line; of any other nothing stands beside it."""
        both_ways = self._both() if self.kind == "changed" else ()
        return [Field(name, label, *both) for name, label, both in both_ways if both[0] != both[1]]

    @property
    def touches_measure(self) -> bool:
        return any(field.name == "measure" for field in self.change.fields)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """All that is said in a line that is added or withdrawn."""
        return facts_of(self.line)

    def _both(self):
        before, after = self.change.before or {}, self.change.after or {}
        for name, (label, words) in FIELDS.items():
            if name != "due_phrase" or not self._gives_way_to_the_date:
                yield name, label, stretches(words(before.get(name)), words(after.get(name)))

    @property
    def _gives_way_to_the_date(self) -> bool:
        """The old date in words is gone because the date is another: the date says it all."""
        dates = {field.name for field in self.change.fields}
        return "due_on" in dates and not (self.change.after or {}).get("due_phrase")


def shown(changes: Iterable[LineChange], amendment=None) -> list[ShownChange]:
    """The changes that a reader can see, with the rows of the amendment they come from."""
    names, rows = index_names(), _rows(amendment)
    told = [
        ShownChange(change, names.get(change.line["index"], change.line["index"]), *_behind(change, rows))
        for change in changes
    ]
    return [each for each in told if each.kind != "changed" or each.fields]


def by_index(content: list[Line]) -> list[tuple[str, list[Line]]]:
    """The lines of a version under their index."""
    names = index_names()
    return [(names.get(lines[0]["index"], lines[0]["index"]), lines) for lines in
            grouped(content, lambda line: line["index"])]  # fmt: skip


def facts_of(line: Line) -> list[tuple[str, str]]:
    told = [(label, words(line.get(name))) for name, (label, words) in FIELDS.items()]
    return [(label, text) for label, text in told if text]


def number_of(line: Line) -> str:
    """Versions from before numbers were kept are numbered by position."""
    return line.get("number") or str(line["position"])


def index_names() -> dict[str, str]:
    return {index.code: str(index) for index in Index.objects.all()}


def _rows(amendment) -> dict:
    """The rows of an amendment by what the content knows the line as."""
    changes = _changes(amendment) if amendment else ()
    return {(change.item_id or change.action.ref): change for change in changes}


def _changes(amendment):
    """With all that stands behind them only where it is still asked whether they can be made."""
    rows = amendment.changes
    return rows.in_order() if amendment.state == "open" else rows.select_related("amendment", "action")


def _behind(change: LineChange, rows: dict) -> tuple:
    """The row, and why it cannot be made as things stand."""
    line = change.line
    row = rows.get(line.get("item")) or next((rows[ref] for ref in line["actions"] if ref in rows), None)
    return row, row.why_not() if row and row.amendment.state == "open" else ""
