"""Redis is killed and wiped under a full queue; then it is gone for a day. There is no third way to lose it.

This product has no task that scans files, so there is none to be found again by a sweep: what an upload is checked
for is checked while it is uploaded.
"""

from datetime import timedelta

import orjson
from django.core.management import call_command
from django.utils import timezone

from notifications import tasks
from notifications.models import Tick
from tests.benchmark import processes
from tests.faults import drivers, province, servers
from tests.faults.days import date_of_the_wall
from tests.faults.judge import Case, judge
from tests.faults.line import Line, unless
from tests.faults.news import assigned
from tests.faults.scene import Scene
from tests.faults.web import Person, asked
from tracker.calendar import ONE_DAY
from tracker.embedded import valkey
from tracker.models import User

TEN_MINUTES, A_MINUTE = 600, 60
SENDERS = 2


def run(scene: Scene) -> Line:
    """Both ways to lose it, one after the other, judged together."""
    call_command("collectstatic", interactive=False, verbosity=0)
    today = date_of_the_wall()
    owners = province.people(int(scene.sized(small=20, full=300)))
    owed = province.owed(province.actions(owners, today + 3 * ONE_DAY))
    tomorrow = province.owed(province.actions(owners, today + 8 * ONE_DAY), today + ONE_DAY)
    with drivers.beat(scene), drivers.worker(scene):
        first = wiped(scene, len(owed))
        owed |= consumes_again(scene, today)
        broken = away_for_a_day(scene, owners)
    case = Case("redis", owed | tomorrow, timezone.now() + 2 * ONE_DAY, kills=2, cut=SENDERS)
    line = judge(case, scene.office.mails, province.ledger(), scene.seconds)
    return line.breaking(*broken).noting(f"all told {first:.1f} s after Redis was killed and wiped")


def wiped(scene: Scene, owed: int) -> float:
    """Both senders wait for the mail server, the bell has been rung so often; Redis loses all of it."""
    scene.office.behave(hold=True)
    scene.wait_for("The first mail", lambda: scene.office.mails)
    for _ in range(int(scene.sized(small=50, full=500))):
        tasks.tick.apply_async()
    with servers.away(scene, valkey.NAME):
        servers.wipe_redis(scene)
    scene.office.behave()
    return scene.wait_for("The last mail", lambda: province.is_over(owed), TEN_MINUTES)


def consumes_again(scene: Scene, today) -> set:
    """Nobody has touched the worker: news after all this arrives by it."""
    rung = Tick.objects.get(driver="beat").last_at
    told = assigned(province.people(2), today)
    before = len(scene.office.mails)
    scene.wait_for("The news", lambda: len(scene.office.mails) >= before + len(told), A_MINUTE)
    scene.wait_for("The beat's ring", lambda: Tick.objects.get(driver="beat").last_at > rung, A_MINUTE)
    return province.owed(told)


def away_for_a_day(scene: Scene, owners: list[User]) -> list[str]:
    """A timer sends what is due, the web process takes what people do, and the health answer names Redis."""
    now, working, statuses = timezone.now(), iter(owners), []
    with servers.away(scene, valkey.NAME), processes.served(scene.folder) as (port, _):
        for hour in range(int(scene.sized(small=24, full=0)), 25):
            drivers.tick_by_command(now + timedelta(hours=hour), driver="timer")
            statuses += Person(next(working), port).works()
        status, answer = asked(port, "GET", "/health")
    failed = sorted({f"{each} from the web process without Redis" for each in statuses if each >= 400})
    parts = {name: part["state"] for name, part in orjson.loads(answer).items() if name != "status"}
    is_named = status == 503 and parts["redis"] == "down" and parts["database"] == "ok"
    return failed + unless(is_named, f"the health answer does not name Redis: {status} {parts}")
