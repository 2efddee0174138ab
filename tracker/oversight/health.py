"""What hinders the record: work nobody answers for, work that lies still, and what waits for Home Affairs itself."""

from datetime import date, timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.db.models.lookups import LessThan
from django.utils.translation import gettext_lazy as _

from tracker.models import ExtensionRequest, Membership, Question, Unit, User, WorkingDayException
from tracker.models.time_status import IS_OPEN
from tracker.queue_cases import PROMISED_DAYS
from tracker.queues import QUESTIONS

FAULTS = [
    ("no_owner", _("Without an owner")),
    ("owner_inactive", _("Owner inactive or no longer in the unit")),
    ("quiet", _("No progress for 4 weeks")),
]
WAITING = [
    ("verification", _("Verification, more than 3 working days")),
    ("extension", _("Extension, more than 3 working days")),
    ("question", _("Question, more than 3 working days")),
]
QUIET = timedelta(weeks=4)
WORKING_ROLES = ("official", "unit_head")
LAST_SIGN = Greatest("accepted_on", "starts_on", "progress_on", "reported_on")


def faults(today: date) -> dict[str, Q]:
    """Each fault as a condition on actions that are still to be done."""
    there = Membership.objects.valid_on(today).filter(
        user=OuterRef("owner"), unit=OuterRef("lead_unit"), user__is_active=True
    )
    return {
        "no_owner": Q(owner=None),
        "owner_inactive": Q(owner__isnull=False) & ~Q(Exists(there)),
        "quiet": Q(LessThan(LAST_SIGN, today - QUIET)),
    }


def waiting(today: date) -> dict[str, Q]:
    """What Home Affairs should have decided by now, as conditions on tracked actions."""
    latest = latest_in_time(today)
    extensions = ExtensionRequest.objects.pending().filter(asked_on__lt=latest).order_by()
    questions = Question.objects.open().annotate(since=QUESTIONS.since).filter(since__lt=latest).order_by()
    return {
        "verification": Q(state="reported", reported_on__lt=latest),
        "extension": Q(pk__in=extensions.values("action")),
        "question": Q(pk__in=questions.filter(action__isnull=False).values("action")),
    }


def latest_in_time(today: date) -> date:
    """Whatever came on this day or later has waited no more than the working days allowed."""
    calendar = WorkingDayException.objects.calendar()
    return calendar.shift(calendar.on_or_before(today), -PROMISED_DAYS)


def counted(actions: QuerySet, today: date) -> dict[str, int]:
    """How many actions have each fault, and how many wait for each decision: one query for all."""
    conditions = {name: IS_OPEN & condition for name, condition in faults(today).items()} | waiting(today)
    counts = {name: Count("pk", filter=condition) for name, condition in conditions.items()}
    return actions.tracked().order_by().aggregate(**counts)


def units_without_log_in(today: date) -> QuerySet:
    """Assessed units of which no official and no head can log in: nobody there reads what is written to them."""
    able = User.objects.filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    working = Membership.objects.valid_on(today).filter(role__in=WORKING_ROLES, user__in=able)
    units = Unit.objects.reviewed().valid_on(today)
    return units.exclude(pk__in=working.values("unit")).select_related("group")
