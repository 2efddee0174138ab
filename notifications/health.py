"""Is everything there that reminders need? Each part answers ok, late or down, with a detail a person can act on."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from notifications.models import DeliveryAttempt, Envelope, PlannerRun, Tick
from notifications.wording import STORED
from tracker.celery import app
from tracker.models import WorkingDayException

TICK_IS_FRESH = timedelta(minutes=3)
QUEUE_IS_LATE = timedelta(minutes=15)
REDIS_SECONDS = 2


@dataclass(frozen=True)
class Check:
    """What one part answers."""

    state: str
    detail: str


def report(now: datetime) -> dict:
    """Every part's answer; the whole is ok when each of them is."""
    checks = {"database": database(), "redis": broker()}
    if checks["database"].state == "ok":
        checks |= {
            "worker": worker(now, checks["redis"]),
            "beat": beat(now),
            "mail": mail(),
            "reminders": reminders(now),
        }
    else:
        checks |= dict.fromkeys(
            ("worker", "beat", "mail", "reminders"), Check("down", _("not known without the database"))
        )
    whole = "ok" if all(check.state == "ok" for check in checks.values()) else "failing"
    return {"status": whole} | {name: asdict(check) for name, check in checks.items()}


def database() -> Check:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Check("down", _("the database does not answer"))
    return Check("ok", _("answers"))


def broker() -> Check:
    try:
        with redis.Redis.from_url(
            settings.REDIS_URL, socket_timeout=REDIS_SECONDS, socket_connect_timeout=REDIS_SECONDS
        ) as client:
            client.ping()
    except (redis.RedisError, OSError):
        return Check("down", _("Redis does not answer; reminders go on by manage.py tick"))
    return Check("ok", _("answers"))


def beat(now: datetime) -> Check:
    """The timetable rings every minute; its ring arrives through a worker."""
    return _fresh(["beat"], now)


def worker(now: datetime, redis_check: Check) -> Check:
    """A worker shows itself by ticking; one that has nothing to do is asked."""
    seen = _fresh(["beat", "bell"], now)
    if seen.state == "ok" or redis_check.state != "ok":
        return seen
    return (
        Check("ok", _("answers"))
        if app.control.ping(timeout=0.5, limit=1)
        else Check("down", _("no worker answers"))
    )


def mail() -> Check:
    """Judged by the last tries: nobody is connected to for a health check."""
    if not settings.EMAIL_HOST:
        return Check("ok", STORED)
    last = DeliveryAttempt.objects.exclude(outcome="overtaken").order_by("-pk").first()
    if last is None:
        return Check("ok", _("no mail sent yet"))
    if last.outcome == "unreachable":
        return Check("down", _("mail server not reached since %(at)s") % {"at": moment(last.at)})
    return Check("ok", _("last mail handed over %(at)s") % {"at": moment(last.at)})


def reminders(now: datetime) -> Check:
    """The plan of the last working day is written, and nothing owed has been waiting for long."""
    last_working_day = WorkingDayException.objects.calendar().on_or_before(localdate(now - QUEUE_IS_LATE))
    if not PlannerRun.objects.filter(business_date__gte=last_working_day).exists():
        return Check(
            "late", _("nothing is planned yet for %(day)s") % {"day": f"{last_working_day:%d/%m/%Y}"}
        )
    oldest = Envelope.objects.overdue_at(now).order_by("not_before").first()
    if oldest and now - oldest.not_before > QUEUE_IS_LATE:
        return Check(
            "late", _("the oldest mail has been waiting since %(at)s") % {"at": moment(oldest.not_before)}
        )
    return Check("ok", _("planned for %(day)s, nothing is late") % {"day": f"{last_working_day:%d/%m/%Y}"})


def _fresh(drivers: list[str], now: datetime) -> Check:
    last = Tick.objects.filter(driver__in=drivers).order_by("-last_at").first()
    if last is None:
        return Check("late", _("has not ticked yet"))
    if now - last.last_at > TICK_IS_FRESH:
        return Check("late", _("last tick %(at)s") % {"at": moment(last.last_at)})
    return Check("ok", _("last tick %(at)s") % {"at": moment(last.last_at)})


def moment(at: datetime) -> str:
    """To the second, in the province's time."""
    return f"{localtime(at):%d/%m/%Y %H:%M:%S}"
