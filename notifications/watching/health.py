"""Is everything there that reminders need? Each part answers ok, late or down, with a detail a person can act on."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from notifications.models import DeliveryAttempt
from notifications.watching import alarms, counting, failures
from notifications.watching.signs import Signs
from notifications.wording import STORED
from tracker.celery import app

TICK_IS_FRESH = timedelta(minutes=3)
COMPARISON_IS_FRESH = timedelta(hours=2)
REDIS_SECONDS = 2
IN_THE_DATABASE = ("worker", "beat", "mail", "sending", "reminders", "books", "progress", "addresses")


@dataclass(frozen=True)
class Check:
    """What one part answers."""

    state: str
    detail: str


def report(now: datetime) -> dict:
    """Every part's answer; the whole is ok when each of them is."""
    answer = database()
    if answer.state == "ok":
        return report_on(Signs.at(now))
    unknown = dict.fromkeys(IN_THE_DATABASE, Check("down", _("not known without the database")))
    return _whole({"database": answer, "redis": broker()} | unknown)


def report_on(signs: Signs) -> dict:
    """The same where the database has answered already."""
    redis_check = broker()
    parts = {"database": Check("ok", _("answers")), "redis": redis_check}
    return _whole(parts | _asked_of_the_database(signs, redis_check))


def _whole(checks: dict[str, Check]) -> dict:
    whole = "ok" if all(check.state == "ok" for check in checks.values()) else "failing"
    return {"status": whole} | {name: asdict(check) for name, check in checks.items()}


def _asked_of_the_database(signs: Signs, redis_check: Check) -> dict[str, Check]:
    return {
        "worker": worker(signs, redis_check),
        "beat": beat(signs),
        "mail": mail(),
        "sending": sending(signs),
        "reminders": reminders(signs),
        "books": books(signs),
        "progress": Check("ok", counting.in_words()),
        "addresses": addresses(),
    }


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


def beat(signs: Signs) -> Check:
    """The timetable rings every minute; its ring arrives through a worker."""
    return _fresh(["beat"], signs)


def worker(signs: Signs, redis_check: Check) -> Check:
    """A worker shows itself by ticking; one that has nothing to do is asked."""
    seen = _fresh(["beat", "bell"], signs)
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


def sending(signs: Signs) -> Check:
    """Held mail is late mail, however good the reason."""
    alarm = alarms.held(signs)
    return Check("late", alarm.words) if alarm else Check("ok", _("not held"))


def reminders(signs: Signs) -> Check:
    """The plan of every working day is written, and nothing owed has been waiting for long."""
    if alarm := alarms.unplanned(signs) or alarms.late(signs):
        return Check("late", alarm.words)
    if signs.last_planned is None:
        return Check("ok", _("the first working day will be planned"))
    return Check("ok", _("planned for %(day)s, nothing is late") % {"day": f"{signs.last_planned:%d/%m/%Y}"})


def books(signs: Signs) -> Check:
    """What is owed by the history agrees with what was written down, and has been compared lately."""
    if alarm := alarms.disagreeing(signs):
        return Check("down", alarm.words)
    if signs.compared_at is None:
        return Check("ok", _("not compared yet"))
    state = "late" if signs.now - signs.compared_at > COMPARISON_IS_FRESH else "ok"
    return Check(state, _("last compared %(at)s") % {"at": moment(signs.compared_at)})


def addresses() -> Check:
    """How many addresses fail again and again: a matter for the administrator, not a fault of the site."""
    if count := len(failures.failing_people()):
        return Check("ok", failures.in_words(count))
    return Check("ok", _("no address fails again and again"))


def _fresh(drivers: list[str], signs: Signs) -> Check:
    last = max((at for driver, at in signs.ticks.items() if driver in drivers), default=None)
    if last is None:
        return Check("late", _("has not ticked yet"))
    state = "late" if signs.now - last > TICK_IS_FRESH else "ok"
    return Check(state, _("last tick %(at)s") % {"at": moment(last)})


def moment(at: datetime) -> str:
    """To the second, in the province's time."""
    return f"{localtime(at):%d/%m/%Y %H:%M:%S}"
