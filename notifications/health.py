"""Is everything there that reminders need? Each part answers ok, late or down, with a detail a person can act on."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import localdate

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
            ("worker", "beat", "mail", "reminders"), Check("down", "not known without the database")
        )
    whole = "ok" if all(check.state == "ok" for check in checks.values()) else "failing"
    return {"status": whole} | {name: asdict(check) for name, check in checks.items()}


def database() -> Check:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Check("down", "the database does not answer")
    return Check("ok", "answers")


def broker() -> Check:
    try:
        with redis.Redis.from_url(
            settings.REDIS_URL, socket_timeout=REDIS_SECONDS, socket_connect_timeout=REDIS_SECONDS
        ) as client:
            client.ping()
    except (redis.RedisError, OSError):
        return Check("down", "Redis does not answer; reminders go on by `manage.py tick`")
    return Check("ok", "answers")


def beat(now: datetime) -> Check:
    """The timetable rings every minute; its ring arrives through a worker."""
    return _fresh(["beat"], now)


def worker(now: datetime, redis_check: Check) -> Check:
    """A worker shows itself by ticking; one that has nothing to do is asked."""
    seen = _fresh(["beat", "bell"], now)
    if seen.state == "ok" or redis_check.state != "ok":
        return seen
    return (
        Check("ok", "answers")
        if app.control.ping(timeout=0.5, limit=1)
        else Check("down", "no worker answers")
    )


def mail() -> Check:
    """Judged by the last tries: nobody is connected to for a health check."""
    if not settings.EMAIL_HOST:
        return Check("ok", STORED)
    last = DeliveryAttempt.objects.exclude(outcome="overtaken").order_by("-pk").first()
    if last is None:
        return Check("ok", "no mail sent yet")
    if last.outcome == "unreachable":
        return Check("down", f"mail server not reached since {last.at:%Y-%m-%d %H:%M}Z")
    return Check("ok", f"last {last.outcome} {last.at:%Y-%m-%d %H:%M}Z")


def reminders(now: datetime) -> Check:
    """The plan of the last working day is written, and nothing owed has been waiting for long."""
    last_working_day = WorkingDayException.objects.calendar().on_or_before(localdate(now - QUEUE_IS_LATE))
    if not PlannerRun.objects.filter(business_date__gte=last_working_day).exists():
        return Check("late", f"nothing is planned yet for {last_working_day}")
    oldest = Envelope.objects.overdue_at(now).order_by("not_before").first()
    if oldest and now - oldest.not_before > QUEUE_IS_LATE:
        return Check("late", f"the oldest mail has been waiting since {oldest.not_before:%Y-%m-%d %H:%M}Z")
    return Check("ok", f"planned for {last_working_day}, nothing is late")


def _fresh(drivers: list[str], now: datetime) -> Check:
    last = Tick.objects.filter(driver__in=drivers).order_by("-last_at").first()
    if last is None:
        return Check("late", "has not ticked yet")
    if now - last.last_at > TICK_IS_FRESH:
        return Check("late", f"last tick {last.last_at:%Y-%m-%d %H:%M}Z")
    return Check("ok", f"last tick {last.last_at:%H:%M:%S}Z")
