"""The official papers the product writes: of what each is made, in which formats, and who keeps its templates."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEMPLATES = Path(__file__).with_name("templates")
WORD, EXCEL, PDF = "docx", "xlsx", "pdf"


@dataclass(frozen=True)
class Paper:
    """One kind of paper. Its module says `words(subject, today)` and, where tabular, `sheets(subject, today)`."""

    kind: str
    module: str
    subject: str  # "plan", "review", "submission", "amendment" or "chases"
    file_stem: str
    purpose: str | Promise
    formats: tuple[str, ...] = (WORD, PDF)
    templates: Path = TEMPLATES

    @property
    def tags(self) -> str:
        """The module that explains the tags of its templates: beside the writer, in the package of tags."""
        return f"{self.module.rpartition('.')[0]}.tags.{self.kind}"

    @property
    def writer(self) -> ModuleType:
        """Loaded when the first paper is written: Word and XML cost 11 MB, which most web processes never need."""
        return import_module(self.module)

    @property
    def built_in(self) -> Path:
        """The Word template that comes with the product."""
        return self.templates / f"{self.kind}.docx"

    @property
    def pdf_template(self) -> Path:
        return self.templates / f"{self.kind}.typ"

    @property
    def words(self) -> Callable:
        return self.writer.words

    @property
    def sheets(self) -> Callable:
        return self.writer.sheets

    def facts(self, subject) -> list[tuple[str, object]]:
        """What its workbook says of the subject beside the day, where the writer knows more."""
        return self.writer.facts(subject) if hasattr(self.writer, "facts") else []


PAPERS: dict[str, Paper] = {}


def register(paper: Paper) -> None:
    """Make a paper known; a room above this one does so when it starts."""
    PAPERS[paper.kind] = paper


for _paper in (
    Paper("plan", "plans.papers.plan_paper", "plan", "Ke-hoach",
          _("The July plan with its annexes, for the People's Committee to issue."), (WORD, EXCEL, PDF)),
    Paper("sending", "plans.papers.sending_paper", "plan", "To-trinh",
          _("The letter by which Home Affairs puts the plan before the People's Committee.")),
    Paper("synthesis", "plans.papers.synthesis_paper", "review", "Bao-cao-tong-hop",
          _("What all units submitted, in one report of Home Affairs."), (WORD, EXCEL, PDF)),
    Paper("submission", "plans.papers.submission_paper", "submission", "Bao-cao-kiem-diem",
          _("The self-review of one unit, ready for its head to sign."), (WORD, EXCEL, PDF)),
    Paper("progress", "plans.papers.progress_paper", "plan", "Bao-cao-tien-do",
          _("How far the plan is on a day, with the lists behind the figures."), (WORD, EXCEL, PDF)),
    Paper("amendment", "plans.papers.amendment_paper", "amendment", "Phu-luc-dieu-chinh",
          _("What an amendment changes in the issued plan, before and after."), (WORD, EXCEL, PDF)),
):  # fmt: skip
    register(_paper)
