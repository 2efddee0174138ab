"""PostgreSQL is stopped at once while two senders work, and comes back; nobody lends a hand."""

from django.db import DatabaseError, connection
from django.utils import timezone

from notifications.models import DeliveryAttempt, Envelope, Obligation
from tests.faults import drivers, province, servers
from tests.faults.judge import Case, judge
from tests.faults.line import Line
from tests.faults.scene import Scene
from tests.faults.storm import FAULTY_SERVER, LONGEST, owe
from tracker.embedded import postgres

AT_MOST = 60  # seconds in which the workers recover
HALF = {
    "mails sent without a try that says so": lambda: Envelope.objects.filter(state="sent").exclude(
        tries__outcome="sent"
    ),
    "tries that say sent of a mail that is not": lambda: DeliveryAttempt.objects.filter(
        outcome="sent"
    ).exclude(envelope__state="sent"),
    "obligations told without a mail that was sent": lambda: Obligation.objects.filter(state="done").exclude(
        envelope__state="sent"
    ),
    "obligations waiting in a mail that was sent": lambda: Obligation.objects.filter(
        state="bound", envelope__state="sent"
    ),
}


def run(scene: Scene) -> Line:
    """Stop it in the middle of the mail, give it back, wait for the next mail and for the last, judge."""
    owed, over = owe(int(scene.sized(small=100, full=1200)))
    scene.office.behave(pace=scene.sized(small=0.02, full=0.03), **FAULTY_SERVER)
    with drivers.worker(scene), drivers.bell():
        scene.wait_for("A quarter of the mail", lambda: len(scene.office.mails) > len(owed) / 4)
        with servers.away(scene, postgres.NAME):
            connection.close()
            scene.pause(scene.sized(small=2, full=20))
        recovered = scene.wait_for("The first mail afterwards", next_mail(scene), AT_MOST)
        scene.wait_for("The last mail", lambda: is_over(len(owed)), LONGEST)
    cut = 2  # each sender may have had a mail in its hands
    case = Case("database", owed, timezone.now(), kills=1, over=over, cut=cut)
    line = judge(case, scene.office.mails, province.ledger(), scene.seconds)
    return line.breaking(*half_committed()).noting(
        f"the next mail left {recovered:.1f} s after PostgreSQL was given back"
    )


def next_mail(scene: Scene):
    """Whether one has come since now."""
    before = len(scene.office.mails)
    return lambda: len(scene.office.mails) > before


def is_over(obligations: int) -> bool:
    """As the province has it, as soon as the database answers."""
    try:
        return province.is_over(obligations)
    except DatabaseError:
        connection.close()
        return False


def half_committed() -> list[str]:
    """What would be there if a step had been written in half."""
    found = {what: rows().count() for what, rows in HALF.items()}
    return [f"{count} {what}" for what, count in found.items() if count]
