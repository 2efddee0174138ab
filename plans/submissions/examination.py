"""A submission as Home Affairs reads it: what was handed in, row by row, and its notes on each row."""

from dataclasses import dataclass, field

from plans.forms.examination import ExaminationForm
from plans.models import Submission, SubmissionCopy, SubmissionRow
from tracker.models import Weakness

HANGS_ON = (
    "repeats__review",
    "repeats__actions",
    "questions__asked_by",
    "questions__replies__written_by",
    "actions",
)


@dataclass(frozen=True)
class Reading:
    """One weakness as it was handed in, beside the row on which Home Affairs decides."""

    words: dict
    weakness: Weakness | None
    row: SubmissionRow | None
    form: ExaminationForm | None

    @property
    def waits(self) -> bool:
        """To be decided now; accepted rows stay so."""
        return self.form is not None

    @property
    def has_own_wording(self) -> bool:
        """Whether Home Affairs words anything of it itself in the plan."""
        worded = (self.weakness, *self.weakness.live_actions) if self.weakness else ()
        return any(each.edited_statement or getattr(each, "edited_title", "") or getattr(each, "edited_output", "")
                   for each in worded)  # fmt: skip


@dataclass(frozen=True)
class Tally:
    """How far the notes are: what a decision would do now."""

    rows: list[SubmissionRow] = field(default_factory=list)

    @classmethod
    def of(cls, submission: Submission) -> "Tally":
        return cls(list(submission.rows.filter(decision="pending").select_related("weakness")))

    @property
    def all(self) -> int:
        return len(self.rows)

    @property
    def examined(self) -> int:
        return sum(bool(row.verdict) for row in self.rows)

    @property
    def unexamined(self) -> int:
        return self.all - self.examined

    @property
    def next(self) -> str:
        """The first row without a verdict, or nothing."""
        return next((row.weakness.ref for row in self.rows if not row.verdict), "")

    @property
    def returned(self) -> int:
        return sum(row.verdict == "return" for row in self.rows)


def readings_of(
    submission: Submission, copy: SubmissionCopy, bound: ExaminationForm | None = None
) -> list[Reading]:
    """The weaknesses in the order they were handed in; what was just typed into one row stays in its form."""
    weaknesses = {
        each.ref: each
        for each in submission.weaknesses.select_related("criterion").prefetch_related(*HANGS_ON)
    }
    rows = {row.weakness_id: row for row in submission.rows.select_related("weakness", "examined_by")}
    return [
        _reading(words, weaknesses.get(words["ref"]), rows, submission, bound)
        for words in copy.content["weaknesses"]
    ]


def _reading(words: dict, weakness: Weakness | None, rows: dict, submission, bound) -> Reading:
    row = rows.get(weakness.pk) if weakness else None
    waits = row and row.decision == "pending" and submission.state == "submitted"
    form = bound if bound and waits and bound.row == row else ExaminationForm(row) if waits else None
    return Reading(words, weakness, row, form)
