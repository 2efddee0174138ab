"""The lines an amendment changes, adds and withdraws, as they stand in its annex."""

from dataclasses import dataclass, field
from datetime import date

from plans.models import AmendmentChange
from plans.versions.differences import Line, LineChange, differences
from plans.versions.lines import number_of
from plans.versions.planned_content import around
from tracker.models import Unit

from .plan.annex import titles
from .plan.coordination import Coordination
from .wording import UNKNOWN, decimal, short_day


@dataclass(frozen=True)
class Difference:
    """One cell of Annex I of the plan, before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    """A line that stays with other words."""

    number: str
    measure: str
    lead: str
    reason: str
    differences: list[Difference]


@dataclass(frozen=True)
class Row:
    """A line that comes or goes, with every cell as Annex I prints it."""

    number: str
    criterion: str
    weakness: str
    causes: str
    measure: str
    lead: str
    coordinating: str
    due: str
    output: str
    note: str
    reason: str


@dataclass
class Lines:
    changed: list[Changed] = field(default_factory=list)
    added: list[Row] = field(default_factory=list)
    withdrawn: list[Row] = field(default_factory=list)


def lines_of(amendment) -> Lines:
    """What the amendment does to the plan, line by line in the order of the annex."""
    print_line = Printing(amendment)
    found = Lines()
    for change in differences(*around(amendment)):
        if change.kind == "changed":
            found.changed += print_line.changed(change)
        else:
            getattr(found, change.kind).append(print_line.row(change.line))
    return found


class Printing:
    """Knows names and reasons, so that each line is only written down."""

    def __init__(self, amendment):
        self.titles = titles()
        self.coordination = Coordination(amendment.plan.review.conference_on)
        self.units = {unit.code: unit for unit in Unit.objects.all()}
        self.reasons = _reasons(amendment)

    def changed(self, change: LineChange) -> list[Changed]:
        """The line, unless what differs is not printed."""
        before, after = self._cells(change.before), self._cells(change.after)
        found = [Difference(name, before[name] or UNKNOWN, after[name] or UNKNOWN) for name in after
                 if before[name] != after[name]]  # fmt: skip
        line = change.before
        head = (
            number_of(line),
            line["measure"].rstrip(" .;"),
            line["lead_unit"],
            self._reason(line).rstrip(" .;"),
        )
        return [Changed(*head, found)] if found else []

    def row(self, line: Line) -> Row:
        cells = self._cells(line)
        return Row(
            number=number_of(line), criterion=self._criterion(line),
            weakness=cells["Tồn tại, hạn chế"], causes=cells["Nguyên nhân"], measure=cells["Nhiệm vụ, giải pháp"],
            lead=cells["Chủ trì"], coordinating=cells["Phối hợp"], due=cells["Thời gian hoàn thành"],
            output=cells["Sản phẩm"], note=cells["Ghi chú"], reason=self._reason(line),
        )  # fmt: skip

    def _cells(self, line: Line) -> dict[str, str]:
        """Under the heads of Annex I."""
        lost = line["points_lost"]
        return {
            "Tồn tại, hạn chế": line["weakness_statement"],
            "Điểm trừ": UNKNOWN if lost is None else decimal(lost),
            "Nguyên nhân": line["causes"],
            "Nhiệm vụ, giải pháp": line["measure"],
            "Chủ trì": line["lead_unit"],
            "Phối hợp": self._coordinating(line),
            "Thời gian hoàn thành": line["due_phrase"] or f"Chậm nhất ngày {_day(line['due_on'])}",
            "Sản phẩm": line["output"],
            "Ghi chú": line["note"],
        }

    def _criterion(self, line: Line) -> str:
        return line.get("criterion_name") or self.titles.get(line["index"], line["index"])

    def _coordinating(self, line: Line) -> str:
        """Whole groups by the group's name, as Annex I has them; units that are not known any more by their own."""
        codes = line.get("coordinating_codes", ())
        known = [self.units[code] for code in codes if code in self.units]
        if not codes or len(known) < len(codes):
            return "; ".join(line["coordinating_units"])
        return self.coordination.in_words(known)

    def _reason(self, line: Line) -> str:
        return next(
            (self.reasons[key] for key in (line.get("item"), *line["actions"]) if key in self.reasons), ""
        )


def _reasons(amendment) -> dict:
    """Why each line changes: known by the line, or by the action that becomes one."""
    changes = AmendmentChange.objects.filter(amendment=amendment).select_related("action")
    return {change.item_id or change.action.ref: change.reason for change in changes}


def _day(value: str) -> str:
    return short_day(date.fromisoformat(value))
