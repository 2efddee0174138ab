"""Every driver at once: two beats, a worker, a system timer and four people's commands, round after round."""

from dataclasses import replace

from django.db import connection, transaction
from django.utils import timezone

from notifications.models import Obligation
from tests.faults import drivers, province
from tests.faults.days import date_of_the_wall
from tests.faults.judge import Case, judge
from tests.faults.line import Line, unless
from tests.faults.scene import Scene
from tracker.calendar import ONE_DAY

LEDGER = ("obligation", "envelope", "deliveryattempt", "plannerrun", "handledevent")
WIPE = "TRUNCATE {} CASCADE".format(", ".join(f"notifications_{name}" for name in LEDGER))
SUMMED = ("owed", "lost", "copies", "late", "stale", "sent", "drops", "counted")
LONGEST = 300  # seconds a round may take on a busy machine
COMPLAINTS = (
    "IntegrityError",
    *(f'unique constraint "{name}' for name in ("obligation", "envelope", "notifications_plan")),
)


def run(scene: Scene) -> Line:
    """The same actions fall due in each round, on an empty ledger; what went wrong in one stays wrong."""
    today = date_of_the_wall()
    every, rounds = scene.sized(small=2, full=0.5), int(scene.sized(small=3, full=20))
    owners = province.people(int(scene.sized(small=50, full=500)))
    owed = province.owed(province.actions(owners, today + 3 * ONE_DAY), today)
    with (
        drivers.turners(scene, int(scene.sized(small=2, full=4))) as people,
        drivers.beat(scene, "beat-1"), drivers.beat(scene, "beat-2"), drivers.worker(scene),
        drivers.repeating(lambda: drivers.tick_by_command(driver="timer"), every),
    ):  # fmt: skip
        lines = [one_round(scene, owed, people) for _ in range(rounds)]
    return replace(added(lines), seconds=scene.seconds).breaking(*grumbling(scene))


def one_round(scene: Scene, owed: set, people: list[drivers.Turner]) -> Line:
    """Wipe the ledger, let everybody turn at the same moment, count rows and mails."""
    before = len(scene.office.mails)
    wipe()
    for person in people:
        person.begin()
    failed = [word for word in (person.end() for person in people) if word.startswith("error")]
    scene.wait_for("The end of the round", lambda: province.is_over(len(owed)), LONGEST)
    line = judge(Case("double", owed, timezone.now()), scene.office.mails[before:], province.ledger())
    rows = Obligation.objects.count()
    right = unless(rows == len(owed), f"{rows} obligations where the oracle counts {len(owed)}")
    return line.breaking(*right, *failed)


@transaction.atomic
def wipe() -> None:
    """An empty ledger: the guards against forgetting sleep for this once."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(WIPE)


def added(lines: list[Line]) -> Line:
    """All rounds in one line; sentences once."""
    sums = {
        name: sum(getattr(line, name) for line in lines)
        for name in ("owed", "lost", "copies", "late", "stale", "sent")
    }
    return (
        Line("double", **sums)
        .breaking(*sorted({each for line in lines for each in line.broken}))
        .noting(f"{len(lines)} rounds")
    )


def grumbling(scene: Scene) -> list[str]:
    """Nobody was shown an error about a row that is there already."""
    texts = {log.name: log.read_text(errors="replace") for log in (scene.folder / "logs").glob("*.log")}
    return [f"{name} speaks of {word}" for name, text in texts.items() for word in COMPLAINTS if word in text]
