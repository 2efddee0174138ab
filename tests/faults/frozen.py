"""A sender is stopped with a mail in its hands, another takes over, the first is woken; then all are stopped.

At full size one is also stopped while it writes the ledger, which only one process at a time may.
"""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import connection, transaction

from notifications.models import PlannerRun
from notifications.watching import health
from tests.faults import drivers, province, servers
from tests.faults.days import at, working_days_after
from tests.faults.judge import Case, copies, judge
from tests.faults.line import Line, unless
from tests.faults.scene import Scene
from tests.house.running import eventually

MONDAY, TUESDAY, WEDNESDAY = (date(2022, 8, day) for day in (22, 23, 24))
EIGHT, MINUTE = time(8), timedelta(minutes=1)
NOTHING, LONGEST = "nothing was owed", 600
LONGEST_WAIT = 90  # seconds for which one who stands still may keep the others from planning
NOBODY_PLANS = "LOCK TABLE notifications_plannerrun IN EXCLUSIVE MODE"
SOMEBODY_WAITS = "SELECT FROM pg_locks WHERE NOT granted"


def run(scene: Scene) -> Line:
    """Freeze one, let the other work past its lease, wake the first; the day after freeze both."""
    owners = province.people(int(scene.sized(small=60, full=500)))
    monday = province.actions(owners, working_days_after(MONDAY, 3))
    tuesday = province.actions(owners, working_days_after(TUESDAY, 7))
    with drivers.turners(scene, 2) as senders:
        said = one_frozen(scene, *senders) + all_frozen(scene, senders)
        if scene.size == "full":
            said += frozen_in_the_ledger(scene, *senders)
    case = Case(
        "frozen",
        province.owed(monday, MONDAY) | province.owed(tuesday, TUESDAY),
        at(WEDNESDAY, time(23)),
        cut=1,
    )
    line = judge(case, scene.office.mails, province.ledger(), scene.seconds)
    return line.breaking(*said).noting(
        f"{province.ledger().tries['overtaken']} late finishers changed nothing"
    )


def one_frozen(scene: Scene, first: drivers.Turner, second: drivers.Turner) -> list[str]:
    """The first is stopped after its mail was taken and before it was told; its lease runs out; it is woken."""
    now = at(MONDAY, EIGHT)
    scene.office.behave(hold=True)
    first.begin(now)
    scene.wait_for("The first mail", lambda: scene.office.mails)
    servers.freeze(first.process.pid)
    scene.office.behave()
    second.turn(now + MINUTE)
    early = sum(copies(scene.office.mails).values())
    all_told(scene, second, now + timedelta(seconds=settings.REMINDERS_LEASE_SECONDS) + 2 * MINUTE)
    return [*woken(first), *unless(not early, f"{early} mails were taken over before the lease ran out")]


def woken(late: drivers.Turner) -> list[str]:
    """What it finds when it goes on: its mail told by somebody else, which it writes down and leaves alone."""
    before = province.ledger()
    servers.thaw(late.process.pid)
    late.end()
    after = province.ledger()
    is_same = (before.mails, before.duties) == (after.mails, after.duties)
    has_said = after.tries["overtaken"] > before.tries["overtaken"]
    return [
        *unless(is_same, "the late finisher changed rows"),
        *unless(has_said, "the late finisher left no word"),
    ]


def all_frozen(scene: Scene, senders: list[drivers.Turner]) -> list[str]:
    """Nobody sends any more: the health report says so before a quarter of an hour is over."""
    now = at(TUESDAY, EIGHT)
    scene.office.behave(hold=True)
    before = len(scene.office.mails)
    for sender in senders:
        sender.begin(now)
    scene.wait_for("A mail in somebody's hands", lambda: len(scene.office.mails) > before)
    for sender in senders:
        servers.freeze(sender.process.pid)
    report = health.report(now + timedelta(minutes=settings.REMINDERS_LATE_AFTER_MINUTES, seconds=1))
    scene.office.behave()
    for sender in senders:
        servers.thaw(sender.process.pid)
        sender.end()
    all_told(scene, senders[0], now)
    found = report["reminders"]
    return unless(found["state"] == "late", f"no alarm while all senders were stopped: {found}")


def frozen_in_the_ledger(scene: Scene, first: drivers.Turner, second: drivers.Turner) -> list[str]:
    """One stands still in the middle of the plan of a day: the other plans it after a while."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(NOBODY_PLANS)
        first.begin(at(WEDNESDAY, EIGHT))
        scene.wait_for("A planner in the ledger", lambda: cursor.execute(SOMEBODY_WAITS).rowcount)
        servers.freeze(first.process.pid)
    second.begin(at(WEDNESDAY, EIGHT))
    is_planned = eventually(PlannerRun.objects.filter(business_date=WEDNESDAY).exists, LONGEST_WAIT)
    servers.thaw(first.process.pid)
    first.end(), second.end()
    all_told(scene, second, at(WEDNESDAY, EIGHT) + MINUTE)
    return unless(
        is_planned,
        f"one who stands still in the ledger keeps all others waiting for {LONGEST_WAIT} s and more",
    )


def all_told(scene: Scene, sender: drivers.Turner, now: datetime) -> None:
    """As many turns as it takes: on a busy machine one may end before the mail does."""
    scene.wait_for("The last mail", lambda: sender.turn(now) == NOTHING, LONGEST)
