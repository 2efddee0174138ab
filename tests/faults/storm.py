"""Senders are killed at random while the mail server delays one mail in twenty and drops lines after taking a mail."""

from django.utils import timezone

from tests.faults import drivers, province
from tests.faults.days import date_of_the_wall
from tests.faults.judge import Case, judge
from tests.faults.line import Line
from tests.faults.news import assigned, dropped
from tests.faults.scene import Scene
from tracker.calendar import ONE_DAY

NEWS_SHARE, THREE_SHARE, CLOSED_SHARE = 0.2, 0.1, 0.05
FAULTY_SERVER = {"delayed": 0.05, "dropped": 0.02}
LONGEST = 600  # seconds


def run(scene: Scene) -> Line:
    """Owe, let two senders work, kill them, wait until all is told, judge."""
    owed, over = owe(int(scene.sized(small=100, full=1200)))
    scene.office.behave(pace=scene.sized(small=0.01, full=0.03), **FAULTY_SERVER)
    with drivers.worker(scene) as worker, drivers.bell():
        kills = kill_at_random(scene, worker, int(scene.sized(small=4, full=24)))
        scene.wait_for("The last mail", lambda: province.is_over(len(owed)), LONGEST)
    case = Case("storm", owed, timezone.now(), kills, over)
    return judge(case, scene.office.mails, province.ledger(), scene.seconds)


def owe(obligations: int) -> tuple[set, dict]:
    """So many obligations: most alone in their bundle, some three together, some news that leaves at once.

    One action in twenty is dropped before anybody sends: of these nothing may be told.
    """
    today = date_of_the_wall()
    news, three = int(obligations * NEWS_SHARE), int(obligations * THREE_SHARE)
    owners = [*province.people(obligations - news - 3 * three), *province.people(three) * 3]
    due = province.actions(owners, today + 3 * ONE_DAY)
    told = assigned(province.people(news), today)
    closed = dropped(due[:: int(1 / CLOSED_SHARE)], today)
    over = {(action.owner.email, action.ref): timezone.now() for action in closed}
    return province.owed([action for action in [*due, *told] if action not in closed]), over


def kill_at_random(scene: Scene, worker, kills: int) -> int:
    """SIGKILL a random sender so often, each time 0.5 to 0.9 seconds after mail flows again."""
    for _ in range(kills):
        before = len(scene.office.mails)
        scene.wait_for("Mail between two kills", lambda before=before: len(scene.office.mails) > before)
        scene.pause(scene.chance.uniform(0.5, 0.9) * scene.sized(small=0.2, full=1))
        scene.chance.choice(drivers.senders(worker)).kill()
    return kills
