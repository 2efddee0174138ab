"""One row of the sheet: what its cells mean, and everything that is wrong with them."""

import re
from dataclasses import dataclass, field
from datetime import date

from tracker.models.chain_actions import LONGEST_PLAN
from tracker.models.chain_part import LONGEST
from tracker.vietnamese import plain

from .days import day_of
from .faults import Fault
from .names import Names
from .old_encodings import recode

REF = re.compile(r"(HC-\d{4}-\d{3,})\b[\s:–.-]*(.*)", re.IGNORECASE | re.DOTALL)
LONGEST_TITLE, LONGEST_PROOF = 200, 300
OF_AN_ACTION = ("owner", "due_on", "output", "evidence", "coordinating", "initiative")
OF_A_CHAIN = ("cause", "cause_kind", "responsible", "level", "measure", *OF_AN_ACTION)
TEXTS = ("statement", "cause", "measure", "output")
SEVERAL = re.compile(r"[;\n]+")


@dataclass
class Row:
    """The cells of one row, read against the names of the unit."""

    number: int
    cells: dict[str, str]
    faults: list[Fault] = field(default_factory=list)
    weakness: object = None
    meant: dict = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        return not self.faults

    @property
    def says_something(self) -> bool:
        """A row that only names a weakness is the template's own and is passed over."""
        return any(self.cells.get(key) for key in OF_A_CHAIN)

    def get(self, key: str) -> str:
        return self.cells.get(key, "")

    def blame(self, column: str, problem: str, suggestion: str = "", **words) -> None:
        """Note what is wrong; of one cell only the first fault is told."""
        if all(fault.column != column for fault in self.faults):
            self.faults.append(Fault(self.number, column, self.get(column), problem, suggestion, words))


@dataclass(frozen=True)
class Reader:
    """Understands the rows of one file, one after the other."""

    names: Names
    today: date
    latest: date
    above: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, submission, names: Names, today: date) -> "Reader":
        return cls(names, today, submission.review.submissions_due_on + LONGEST_PLAN)

    def read(self, raw: dict) -> Row:
        row = Row(raw["n"], raw["cells"])
        for column, problem in raw["odd"].items():
            row.blame(column, problem)
        for column, text in row.cells.items():
            if recoded := recode(text):
                row.blame(column, recoded.encoding, recoded.text)
        if row.says_something or row.faults:
            self._understand(row)
        self.above[:] = [row.get("weakness") or "".join(self.above)]
        return row

    def _understand(self, row: Row) -> None:
        self._weakness(row)
        self._cause(row)
        self._responsibility(row)
        self._action(row)
        for key in TEXTS:
            if len(row.get(key)) > LONGEST:
                row.blame(key, "too_long", most=LONGEST)

    def _weakness(self, row: Row) -> None:
        text = row.get("weakness")
        reference = REF.fullmatch(text)
        if not text:
            row.blame("weakness", "no_weakness", "".join(self.above))
        elif reference:
            self._known_weakness(row, reference[1].upper())
        elif known := self.names.titles.get(plain(text)):
            self._take(row, known)
        else:
            self._new_weakness(row, text)

    def _known_weakness(self, row: Row, ref: str) -> None:
        if known := self.names.weaknesses.get(ref):
            self._take(row, known)
        else:
            row.blame("weakness", "foreign_ref")

    def _take(self, row: Row, weakness) -> None:
        row.weakness = weakness
        if weakness.pk in self.names.settled:
            row.blame("weakness", "settled")

    def _new_weakness(self, row: Row, title: str) -> None:
        if len(title) > LONGEST_TITLE:
            row.blame("weakness", "title_long", title[:LONGEST_TITLE].rpartition(" ")[0])
        if not row.get("index"):
            row.blame("index", "index_needed")
        self._choose(row, "index", "unknown_index")
        row.meant |= {"title": title, "statement": row.get("statement") or title}

    def _cause(self, row: Row) -> None:
        self._choose(row, "cause_kind", "unknown_choice")
        if row.get("cause") and not row.get("cause_kind"):
            row.blame("cause_kind", "kind_needed")
        if row.get("cause_kind") and not row.get("cause"):
            row.blame("cause", "cause_needed")

    def _responsibility(self, row: Row) -> None:
        self._choose(row, "responsible", "unknown_person")
        self._choose(row, "level", "unknown_choice")
        if row.get("level") and not row.get("responsible"):
            row.blame("responsible", "person_needed")

    def _action(self, row: Row) -> None:
        if not row.get("measure"):
            if any(row.get(key) for key in OF_AN_ACTION):
                row.blame("measure", "measure_needed")
            return
        for key in ("owner", "due_on"):
            if not row.get(key):
                row.blame(key, "empty")
        self._choose(row, "owner", "unknown_person")
        self._choose(row, "initiative", "unknown_choice")
        self._deadline(row)
        self._coordinating(row)
        self._proofs(row)

    def _choose(self, row: Row, key: str, problem: str) -> None:
        """One name of a closed list."""
        if not (text := row.get(key)):
            return
        found = self.names[key].found(text)
        if len(found) == 1:
            row.meant[key] = getattr(found[0], "value", found[0])
        elif found:
            row.blame(key, "namesakes")
        else:
            row.blame(key, problem, self.names[key].closest(text))

    def _deadline(self, row: Row) -> None:
        if not (text := row.get("due_on")):
            return
        day = day_of(text)
        row.meant["due_on"] = day.date
        if day.problem:
            row.blame("due_on", day.problem, f"{day.suggested:%d/%m/%Y}" if day.suggested else "")
        elif day.date < self.today:
            row.blame("due_on", "past")
        elif day.date > self.latest:
            row.blame("due_on", "too_far")

    def _coordinating(self, row: Row) -> None:
        names = parts_of(row.get("coordinating"))
        found = [self.names["coordinating"].found(name) for name in names]
        row.meant["coordinating"] = [units[0] for units in found if units]
        if not all(found):
            row.blame("coordinating", "unknown_unit", self._closest_units(names))
        elif self.names.own in row.meant["coordinating"]:
            others = [name for name, units in zip(names, found, strict=True) if units[0] != self.names.own]
            row.blame("coordinating", "own_unit", "; ".join(others))

    def _closest_units(self, names: list[str]) -> str:
        """Each name as it should be; commas between names are taken for semicolons."""
        units = self.names["coordinating"]
        apart = [part for name in names for part in ([name] if units.found(name) else name.split(","))]
        closest = [name.strip() if units.found(name) else units.closest(name) for name in apart]
        return "; ".join(dict.fromkeys(closest)) if all(closest) else ""

    def _proofs(self, row: Row) -> None:
        row.meant["evidence"] = parts_of(row.get("evidence"))
        if any(len(words) > LONGEST_PROOF for words in row.meant["evidence"]):
            row.blame("evidence", "too_long", most=LONGEST_PROOF)


def parts_of(text: str) -> list[str]:
    """Several things in one cell stand between semicolons."""
    return [part.strip() for part in SEVERAL.split(text) if part.strip()]
