"""Whose turn it is with a submission, what the reader may do with it, and when it was last written."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from plans.models import Submission
from tracker import rules
from tracker.models import Action, Delegation, Event, Membership

OF_HOME_AFFAIRS = (
    "expected", "recorded", "returned", "accepted", "exempted", "date_granted", "expected_again",
    "reconsidered", "edited", "given", "reworded", "weakness_given",
)  # fmt: skip
REMARKS = {"draft": "returned_by_head", "exempt": "exempted"}
APPROVABLE = ("draft", "head_review")
STEPS = ("sent_to_head", "returned_by_head", "submitted", "exempted")


@dataclass(frozen=True)
class Standing:
    """What one reader may do with the submission as it stands, and what others did with it."""

    may_write: bool
    may_send: bool
    may_approve: bool
    may_return: bool
    may_recall: bool
    has_receipt: bool
    heads: list[str]
    last: Event | None
    remark: Event | None


def standing_of(submission: Submission, actor, today: date) -> Standing:
    """The head's one step is approval, the official's is sending; a submission that waits can be taken back."""
    is_ours, is_head = rules.may_draft_submission(actor, submission), rules.may_submit(actor, submission)
    is_with_head = submission.state == "head_review"
    return Standing(
        may_write=submission.may_write(actor),
        may_send=submission.may_write(actor) and not is_head,
        may_approve=is_head and submission.state in APPROVABLE,
        may_return=is_head and is_with_head,
        may_recall=is_ours and is_with_head and not is_head,
        has_receipt=submission.copies.exists(),
        heads=_heads(submission.unit, today),
        last=_last(submission),
        remark=_remark(submission),
    )


def _heads(unit, today: date) -> list[str]:
    """The names of those who head the unit on that day, and of who stands in for them."""
    held = Membership.objects.valid_on(today).filter(unit=unit, role="unit_head", user__is_active=True)
    stand_ins = Delegation.objects.on(today).filter(absentee__in=held.values("user"))
    return [
        *held.values_list("user__full_name", flat=True),
        *stand_ins.values_list("stand_in__full_name", flat=True),
    ]


def _last(submission) -> Event | None:
    """The latest line of history that the unit itself wrote, in the submission or in what hangs on it."""
    weaknesses = submission.weaknesses.order_by()
    actions = Action.objects.filter(weakness__in=weaknesses).order_by()
    written = (
        Q(subject="submission", subject_id=submission.pk)
        | Q(subject="weakness", subject_id__in=weaknesses.values("pk"))
        | Q(subject="action", subject_id__in=actions.values("pk"))
    )
    return (
        Event.objects.filter(written, unit=submission.unit)
        .exclude(verb__in=OF_HOME_AFFAIRS)
        .order_by("-pk")
        .first()
    )


def _remark(submission) -> Event | None:
    """Why the head returned it, until it is sent again; or why the unit need not hand in."""
    last = Event.objects.of(submission).filter(verb__in=STEPS).last()
    return last if last and last.verb == REMARKS.get(submission.state) else None
