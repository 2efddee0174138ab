"""What stands in a person's calendar: the deadlines he or she answers for, and for a while those that are over."""

import hashlib
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import make_aware

from notifications.calendar_file import Entry
from notifications.mails.calendar import entry_of_action, entry_of_submission
from plans.models import Submission
from plans.models.submissions.submission import WAITING
from tracker.models import Action, Actor, Event, Membership
from tracker.models.time_status import IS_OPEN

CALLED_OFF_FOR = timedelta(days=60)  # calendars that ask rarely learn of it, too
MOST = 500
ENDINGS = ("reported", "verified", "dropped")
HANDING_IN = ("open", "consolidating")


def entries_for(reader: Actor, today: date) -> list[Entry]:
    """Titles and dates, the next deadline first; as many queries for a hundred actions as for one."""
    since = today - CALLED_OFF_FOR
    seen = Action.objects.visible_to(reader).tracked()
    running = seen.filter(_own(reader), IS_OPEN).order_by("due_on", "pk")[:MOST]
    over = seen.filter(_over(reader, since)).order_by("-due_on", "-pk")[:MOST]
    return [
        *(entry_of_submission(each, is_over=not _is_expected(each)) for each in _submissions(reader, since)),
        *map(entry_of_action, running),
        *(entry_of_action(action, is_over=True) for action in over),
    ]


def fingerprint(entries: list[Entry], language: str) -> str:
    """The same for the same contents."""
    return hashlib.sha256(repr((language, entries)).encode()).hexdigest()


def _own(reader: Actor) -> Q:
    """What one owns; a head answers for all that his or her unit leads."""
    headed = {held.unit_id for held in reader.memberships if held.role == Membership.Role.UNIT_HEAD}
    return Q(owner=reader.user) | Q(lead_unit__in=headed)


def _over(reader: Actor, since: date) -> Q:
    """One's own that came to an end lately, and what was handed over to somebody else."""
    ended = _own(reader) & ~IS_OPEN & Q(pk__in=_actions_of(_events(since).filter(verb__in=ENDINGS)))
    given = _events(since).filter(verb="assigned", before__owner_id=reader.user.pk)
    return ended | ~_own(reader) & Q(pk__in=_actions_of(given))


def _events(since: date) -> QuerySet:
    """Nothing is recorded before it happens: the moment of recording narrows the search, and has an index."""
    midnight = make_aware(datetime.combine(since, time.min))
    return Event.objects.filter(subject="action", happened_on__gte=since, recorded_at__gte=midnight)


def _actions_of(events: QuerySet) -> QuerySet:
    return events.order_by().values("subject_id")


def _submissions(reader: Actor, since: date) -> QuerySet:
    """What the reader's units are to hand in, and what they handed in lately."""
    owed = Submission.objects.filter(unit__in=reader.working_unit_ids).exclude(state="exempt")
    is_expected = Q(state__in=WAITING, review__state__in=HANDING_IN)
    return (
        owed.filter(is_expected | Q(submitted_on__gte=since)).select_related("unit", "review").order_by("pk")
    )


def _is_expected(submission: Submission) -> bool:
    """Still to be handed in."""
    return submission.state in WAITING and submission.review.state in HANDING_IN
