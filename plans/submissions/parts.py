"""What a submission consists of: its parts in order, how far each is, and what each still lacks."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from plans.models import Lack, Submission
from plans.models.submissions.completeness import lacks_of, lacks_without_weakness
from tracker.models import Event, Weakness


@dataclass(frozen=True)
class Part:
    """One line of the task list. What it lacks keeps the submission from being handed in."""

    name: str
    title: str
    address: str
    is_begun: bool = False
    lacks: list[Lack] = field(default_factory=list)
    is_optional: bool = False
    files: int = 0
    weakness: Weakness | None = None
    is_mended: bool = False

    @property
    def is_done(self) -> bool:
        return self.is_begun and not self.lacks and not (self.is_returned and not self.is_mended)

    @property
    def decision(self):
        """What Home Affairs decided on the weakness when it was handed in before."""
        return getattr(self.weakness, "row", None)

    @property
    def is_returned(self) -> bool:
        return bool(self.decision) and self.decision.decision == "returned"

    @property
    def is_accepted(self) -> bool:
        return bool(self.decision) and self.decision.decision == "accepted"


@dataclass(frozen=True)
class Progress:
    """All parts, and how many of those that have to be done are done."""

    parts: list[Part]

    @property
    def all(self) -> int:
        return sum(not part.is_optional for part in self.parts)

    @property
    def done(self) -> int:
        return sum(part.is_done for part in self.parts if not part.is_optional)

    @property
    def weaknesses(self) -> list[Part]:
        return [part for part in self.parts if part.weakness]

    @property
    def lacking(self) -> list[Part]:
        return [part for part in self.parts if part.lacks]

    @property
    def empty(self) -> list[Part]:
        """Texts that may stay empty, though a reader will miss them."""
        return [part for part in self.parts if not (part.is_begun or part.lacks or part.is_optional)]

    @property
    def returned(self) -> list[Part]:
        return [part for part in self.parts if part.is_returned]

    @property
    def unmended(self) -> list[Part]:
        return [part for part in self.returned if not part.is_mended]


def progress_of(submission: Submission) -> Progress:
    """The parts in the order of the task list."""
    required = required_of(submission, submission.chains(), _mended(submission))
    return Progress([*required, _files(submission)])


def required_of(submission: Submission, chains: list[Weakness], mended: set[int]) -> list[Part]:
    """The parts that have to be done, from what was read of the submission already."""
    weaknesses = [_weakness(submission, each, each.pk in mended) for each in chains]
    middle = weaknesses or [_declaration(submission)]
    return [_strengths(submission), *middle, _head(submission)]


def _mended(submission) -> set[int]:
    """The weaknesses that were written again since Home Affairs returned the submission."""
    returned = Event.objects.of(submission).filter(verb="returned").last()
    if not returned:
        return set()
    written = Event.objects.filter(
        subject="weakness",
        verb="written",
        pk__gt=returned.pk,
        subject_id__in=submission.weaknesses.values("pk"),
    )
    return set(written.values_list("subject_id", flat=True))


def _weakness(submission, weakness, is_mended: bool) -> Part:
    rows = (weakness.causes, weakness.responsibilities, weakness.actions)
    return Part(
        "weakness",
        f"{weakness.ref} {weakness.title}",
        reverse("chain", kwargs=where(submission) | {"ref": weakness.ref}),
        is_begun=bool(weakness.objection) or any(each.all() for each in rows),
        lacks=lacks_of(weakness),
        weakness=weakness,
        is_mended=is_mended,
    )


def _declaration(submission) -> Part:
    """Where nothing is assigned the unit names a weakness itself, or says that it found none."""
    place = address(submission, "submission-strengths") + "#id_declares_none"
    lacks = lacks_without_weakness(submission)
    return Part("declaration", _("Weaknesses"), place, submission.declares_none, lacks)


def _strengths(submission) -> Part:
    place = address(submission, "submission-strengths")
    return Part("strengths", _("Strengths"), place, bool(submission.strengths))


def _head(submission) -> Part:
    begun = bool(submission.head_responsibility)
    return Part(
        "head", _("Responsibility of the head of unit"), address(submission, "submission-head"), begun
    )


def _files(submission) -> Part:
    attached = submission.files.live().count()
    place = address(submission, "submission-files")
    title = _("Attached files (signed report)")
    return Part("files", title, place, bool(attached), is_optional=True, files=attached)


def address(submission, name: str) -> str:
    """Where one page of the submission is."""
    return reverse(name, kwargs=where(submission))


def where(submission) -> dict:
    """The place of the submission in its addresses."""
    return {"year": submission.review.year, "unit": submission.unit.code}
