"""Everything that stands on the public page of a plan."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from plans.models import Plan, PlanVersion, ProgressSnapshot
from plans.progress.counted import counted
from plans.progress.lines import holds
from plans.progress.window import Window
from tracker.models import Index

from .lines import PublicLine, shown
from .masking import Mask

LINES_A_PAGE = 100


@dataclass(frozen=True)
class IndexRow:
    """One index: how many lines it has, where the page on which they begin does, and how far their actions are."""

    index: Index
    lines: int
    begins: int | str
    figures: ProgressSnapshot | None


class PublicPlan:
    """The issued plan as a stranger reads it: the latest frozen version, never what is being prepared."""

    def __init__(self, plan: Plan, today: date, query: Mapping):
        self.plan, self.today = plan, today
        self.version: PlanVersion = plan.versions.select_related("amendment").last()
        self.printed, self.mask = self.version.content, Mask.of_everybody()
        self.window = Window.of(self.printed, query, LINES_A_PAGE)
        self.lines = list(shown(self.window.rows, self.version, self.mask))

    @property
    def has_hidden(self) -> bool:
        return self.mask.has_hidden

    @cached_property
    def total(self) -> ProgressSnapshot | None:
        return counted(self.plan, self.today, "total").rows.get("")

    @property
    def holds(self) -> str:
        """How many lines the plan has, and how many actions they are made of."""
        return holds(len(self.printed), self.total.total)

    @cached_property
    def indices(self) -> list[IndexRow]:
        """In the order of the paper, each with the page on which its lines begin."""
        figures = counted(self.plan, self.today, "index").rows
        lines, begins = Counter(line["index"] for line in self.printed), {}
        for place, line in enumerate(self.printed):
            begins.setdefault(line["index"], place // LINES_A_PAGE * LINES_A_PAGE or "")
        return [
            IndexRow(index, lines[index.code], begins[index.code], figures.get(index.code))
            for index in Index.objects.filter(code__in=lines)
        ]

    @property
    def sections(self) -> list[tuple[Index, list[PublicLine]]]:
        """The lines of this page under their index."""
        known = {row.index.code: row.index for row in self.indices}
        return [
            (known[code], list(lines)) for code, lines in groupby(self.lines, key=lambda line: line.index)
        ]
