"""What the table of the board says of each unit: how much was written, how far it is, whom to call."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.utils.timezone import localdate

from plans.models import Submission, SubmissionCopy
from plans.models.submissions.chains import with_chains
from plans.submissions.parts import required_of
from tracker.models import Event, Membership, Review, User, Weakness

CONTACTS = ("official", "unit_head")


@dataclass(frozen=True)
class Figures:
    """One unit's figures. The moment of handing in is known only where a clock saw it."""

    weaknesses: int
    actions: int
    parts: int
    done: int
    handed_in_at: datetime | None
    contact: User | None

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.parts)


def figures_of(review: Review, submissions: list[Submission], today: date) -> dict[int, Figures]:
    """The figures of all of them by the submission's id, in a fixed number of queries."""
    chains, mended = _chains(review), _mended(review)
    contacts, moments = _contacts(submissions, today), _moments(review)
    return {
        each.pk: _figures(
            each, chains[each.unit_id], mended, moments.get(each.pk), contacts.get(each.unit_id)
        )
        for each in submissions
    }


def _figures(submission, chains: list[Weakness], mended: set[int], moment, contact) -> Figures:
    parts = required_of(submission, chains, mended)
    return Figures(
        weaknesses=len(chains),
        actions=sum(len(weakness.live_actions) for weakness in chains),
        parts=len(parts),
        done=sum(part.is_done for part in parts),
        handed_in_at=moment if moment and localdate(moment) == submission.submitted_on else None,
        contact=contact,
    )


def _chains(review: Review) -> dict[int, list[Weakness]]:
    """The review's weaknesses by unit, with all that hangs on them."""
    found = defaultdict(list)
    for weakness in with_chains(Weakness.objects.filter(review=review)):
        found[weakness.unit_id].append(weakness)
    return found


def _mended(review: Review) -> set[int]:
    """The weaknesses written again since Home Affairs last returned the submission they are in."""
    returned = _last_by_thing(verb="returned", subject="submission", things=review.submissions.values("pk"))
    units = dict(review.submissions.values_list("pk", "unit_id")) if returned else {}
    since = {units[pk]: event for pk, event in returned.items()}
    weaknesses = Weakness.objects.filter(review=review, unit__in=since).order_by()
    written = _last_by_thing(verb="written", subject="weakness", things=weaknesses.values("pk"))
    owners = dict(weaknesses.values_list("pk", "unit_id"))
    return {pk for pk, event in written.items() if event > since[owners[pk]]}


def _last_by_thing(*, verb: str, subject: str, things) -> dict[int, int]:
    told = Event.objects.filter(verb=verb, subject=subject, subject_id__in=things).order_by()
    return dict(told.values_list("subject_id").annotate(Max("pk")))


def _moments(review: Review) -> dict[int, datetime]:
    copies = SubmissionCopy.objects.filter(submission__review=review).order_by()
    return dict(copies.values_list("submission_id").annotate(Max("handed_in_at")))


def _contacts(submissions: list[Submission], today: date) -> dict[int, User]:
    """Whom to call: the unit's official, or its head where it has none."""
    held = Membership.objects.valid_on(today).filter(role__in=CONTACTS, user__is_active=True)
    held = held.filter(unit__in=[each.unit_id for each in submissions]).select_related("user")
    worst_first = sorted(held, key=lambda each: (CONTACTS.index(each.role), each.user.sort_key), reverse=True)
    return {each.unit_id: each.user for each in worst_first}
