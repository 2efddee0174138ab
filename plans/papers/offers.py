"""Which papers of a review a person may have, each with what was built of it last."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plans.models.papers.job import PaperJob
from plans.models.papers.template import PaperKind
from tracker.errors import Refused

from .access import may_have
from .catalogue import PAPERS, Paper
from .subjects import dated, has_versions, subject_of


@dataclass(frozen=True)
class Offer:
    """One paper with the buttons that build it; without `formats` something has to be chosen first."""

    paper: Paper
    title: str
    formats: list[tuple[str, str]]
    fields: dict[str, str]
    last: PaperJob | None

    @property
    def kind(self) -> str:
        return self.paper.kind

    @property
    def is_dated(self) -> bool:
        return dated(self.kind)

    @property
    def has_versions(self) -> bool:
        return has_versions(self.kind)


def offers(review, actor) -> list[Offer]:
    """In the order of the year's work; what does not exist yet is left out."""
    latest = _latest(review, actor)
    found = (each for paper in PAPERS.values() if paper.subject in FINDERS
             for each in FINDERS[paper.subject](paper, review, actor))  # fmt: skip
    return [Offer(*each, last=latest.get((each[0].kind, *each[3].values()))) for each in found]


def _whole(paper: Paper, review, actor) -> Iterator[tuple]:
    """A paper of which the review has one."""
    try:
        subject = subject_of(paper.kind, review)
    except Refused:
        return
    if may_have(actor, paper.kind, subject):
        yield paper, str(PaperKind(paper.kind).label), formats_of(paper), {}


def _of_units(paper: Paper, review, actor) -> Iterator[tuple]:
    """A unit has its own report; whoever watches chooses among all."""
    title = str(PaperKind(paper.kind).label)
    if actor.sees_everything:
        yield paper, title, [], {}
        return
    for submission in review.submissions.visible_to(actor).select_related("unit"):
        unit = submission.unit
        yield paper, f"{title}: {unit}", formats_of(paper), {"submission": unit.code}


def _of_amendments(paper: Paper, review, actor) -> Iterator[tuple]:
    plan = getattr(review, "plan", None)
    for amendment in plan.amendments.exclude(state="cancelled") if plan else []:
        if may_have(actor, paper.kind, amendment):
            named = amendment.number or _("in preparation")
            title = f"{PaperKind(paper.kind).label} {named}"
            yield paper, title, formats_of(paper), {"amendment": str(amendment.pk)}


FINDERS = {"plan": _whole, "review": _whole, "submission": _of_units, "amendment": _of_amendments}


def formats_of(paper: Paper) -> list[tuple[str, str]]:
    return [(each, PaperJob.Format(each).label) for each in paper.formats]


def _latest(review, actor) -> dict[tuple, PaperJob]:
    """The last paper of each kind and subject that was finished, by whomever."""
    ready = PaperJob.objects.visible_to(actor).filter(review=review, state="ready")
    jobs = ready.filter(plan_version=None).select_related("asked_by", "submission__unit").order_by("pk")
    return {_key(job): job for job in jobs} | {(job.kind,): job for job in jobs}


def _key(job: PaperJob) -> tuple:
    if job.submission:
        return job.kind, job.submission.unit.code
    return (job.kind, str(job.amendment_id)) if job.amendment_id else (job.kind,)
