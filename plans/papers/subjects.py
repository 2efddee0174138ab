"""What a paper is about, and the review it belongs to."""

from django.utils.translation import gettext as _

from tracker.errors import Refused
from tracker.models import Review

from .catalogue import PAPERS


def subject_of(kind: str, review: Review, submission=None, amendment=None, plan_version=None, **others):
    """The plan or one version of it, the review, the submission, the amendment. Raises Refused when there is none."""
    subjects = {
        "plan": lambda: _plan(kind, review, plan_version), "review": lambda: review,
        "submission": lambda: submission, "amendment": lambda: amendment,
    }  # fmt: skip
    if subject := subjects[PAPERS[kind].subject]():
        return subject
    raise Refused(MISSING[PAPERS[kind].subject]())


def has_versions(kind: str) -> bool:
    """Whether the paper can be written of a frozen version of the plan."""
    return kind == "plan"


def _plan(kind: str, review: Review, plan_version):
    if plan_version and not has_versions(kind):
        raise Refused(_("Only the plan itself is written as it was in a version."))
    return plan_version or getattr(review, "plan", None)


def is_known(kind: str) -> bool:
    """A paper about a plan, a review, a submission or an amendment; the letters of the post are written elsewhere."""
    return kind in PAPERS and PAPERS[kind].subject in ("review", *MISSING)


def review_of(subject) -> Review:
    """The review of a plan, a version, a submission or an amendment; a review is its own."""
    if isinstance(subject, Review):
        return subject
    return subject.review if hasattr(subject, "review") else subject.plan.review


def dated(kind: str) -> bool:
    """Whether the paper tells how things stood on a day that can be chosen."""
    return kind == "progress"


MISSING = {
    "plan": lambda: _("There is no plan yet: accept a submission and compile it first."),
    "submission": lambda: _("Say which unit's report is to be written."),
    "amendment": lambda: _("Say which amendment is to be written."),
}
