"""The faults of a file as the page shows them: where, what is wrong, and the field or list to mend it in."""

from dataclasses import dataclass

from tracker.excel.cells import letters

from .columns import BY_KEY
from .faults import Fault
from .names import Names

AT_ONCE = 100
ENCODINGS = ("tcvn3", "vni")
CHOSEN = ("index", "cause_kind", "responsible", "level", "owner", "initiative")
LONG_TEXTS = ("statement", "cause", "measure", "output", "evidence")


@dataclass(frozen=True)
class Mending:
    """One line of the list."""

    fault: Fault
    letter: str
    options: list[str]

    @property
    def name(self) -> str:
        return f"cell-{self.fault.row}-{self.fault.column}"

    @property
    def label(self) -> str:
        return BY_KEY[self.fault.column].name

    @property
    def offered(self) -> str:
        """What stands in the field at first: the suggestion, else what was typed."""
        return self.fault.suggestion or ("" if self.options else self.fault.value)

    @property
    def is_long(self) -> bool:
        return self.fault.column in LONG_TEXTS or len(self.offered) > 60


def mendings(job, names: Names) -> list[Mending]:
    """The first faults in the order of the sheet; when these are mended the next ones come."""
    columns = job.sheet["columns"]
    first = sorted(job.all_faults(), key=lambda fault: (fault.row, columns.get(fault.column, 0)))[:AT_ONCE]
    return [Mending(fault, _letter(columns, fault), _options(fault, names)) for fault in first]


def recoded_count(job) -> int:
    """How many cells one click would turn into Unicode."""
    return sum(fault.problem in ENCODINGS for fault in job.all_faults())


def _letter(columns: dict[str, int], fault: Fault) -> str:
    return letters(columns[fault.column]) if fault.column in columns else ""


def _options(fault: Fault, names: Names) -> list[str]:
    """A list to choose from, where the cell holds one name of a closed list."""
    if fault.problem in ENCODINGS:
        return []
    if fault.column == "weakness":
        return (
            [str(weakness) for weakness in names.weaknesses.values()]
            if fault.problem == "foreign_ref"
            else []
        )
    is_single = fault.column == "coordinating" and ";" not in fault.value + fault.suggestion
    if fault.column in CHOSEN or is_single:
        return [shown for shown, thing in names[fault.column].shown.items() if thing != names.own]
    return []
