"""A province for one fault: people who answer for actions, and what the ledger says of them afterwards."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import count

from django.db import connection, transaction

from notifications.models import DeliveryAttempt, Envelope, Obligation
from tests import factories
from tests.faults.ledger import Duty, Ledger, Mail
from tracker.models import Action, Membership, Review, Unit, User, Weakness, WorkingDayException

LONG_AGO = timedelta(days=90)
YEAR = 2021
DATES = {
    "conference_on": date(2022, 6, 10),
    "submissions_due_on": date(2022, 6, 22),
    "plan_due_on": date(2022, 7, 29),
}
RETIRE = "UPDATE tracker_action SET state = 'dropped' WHERE state <> 'dropped'"
numbers = count(1)


def people(how_many: int, unit: Unit | None = None, role: str = "official") -> list[User]:
    """So many people of one unit."""
    unit = unit or a_unit()
    new = (
        User(email=f"{role}-{number}@unit.test", full_name=f"Nguyễn Văn {number}", password="!")
        for number in (next(numbers) for _ in range(how_many))
    )
    made = User.objects.bulk_create(new)
    Membership.objects.bulk_create(Membership(user=each, unit=unit, role=role) for each in made)
    return made


def actions(owners: list[User | None], due_on: date, unit: Unit | None = None) -> list[Action]:
    """One watched action for each of them, due on that day, without a history that would be news."""
    weakness = a_weakness(unit or a_unit())
    new = (_action(weakness, owner, due_on, next(numbers)) for owner in owners)
    return Action.objects.bulk_create(new)


def _action(weakness: Weakness, owner: User | None, due_on: date, number: int) -> Action:
    ref = f"HD-{YEAR + 1}-{number:05}"
    return Action(
        ref=ref, weakness=weakness, statement=f"Số hóa hồ sơ, đợt {number}", lead_unit=weakness.unit, owner=owner,
        due_on=due_on, original_due_on=due_on, accepted_on=due_on - LONG_AGO, plain=ref.lower(),
    )  # fmt: skip


@cache
def a_unit(code: str = "DV") -> Unit:
    return factories.unit(code, f"Đơn vị {code}")


@cache
def a_weakness(unit: Unit) -> Weakness:
    review, _ = Review.objects.get_or_create(year=YEAR, defaults=DATES | {"state": "monitoring"})
    return Weakness.objects.create(
        ref=f"HC-{YEAR}-{next(numbers)}", review=review, unit=unit, index=factories.index(),
        title="Hồ sơ trễ hạn", statement="Hồ sơ trễ hạn.",
    )  # fmt: skip


@cache
def home_affairs() -> User:
    return people(1, a_unit("SNV"), "home_affairs")[0]


@transaction.atomic
def retire() -> None:
    """Whatever was to be done is over, and nobody is told: the guards sleep for this once."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(RETIRE)


def work_on(*days: date) -> None:
    """These days are worked, whatever the calendar says: the clock on the wall may show a Sunday."""
    WorkingDayException.objects.bulk_create(
        WorkingDayException(day=day, is_working=True, reason="tests.faults") for day in days
    )


def owed(of: list[Action], on: date | None = None) -> set[tuple[str, str, str]]:
    """Each owner is to be told of each action; on that business date, or on any."""
    return {(action.owner.email, action.ref, on.isoformat() if on else "") for action in of}


def ledger() -> Ledger:
    """What the product says of itself."""
    mails = Envelope.objects.values_list(
        "message_id", "state", "possible_duplicates", "not_after", "lease_until", "reason"
    )
    duties = Obligation.objects.values_list(
        "recipient__email", "subject_ref", "state", "reason", "envelope__message_id"
    )
    tries = Counter(DeliveryAttempt.objects.values_list("outcome", flat=True))
    return Ledger([Mail(*each) for each in mails], [Duty(*each) for each in duties], tries)


def is_over(obligations: int) -> bool:
    """So much has been written down, and nothing of it is planned, queued or on its way."""
    waiting = Envelope.objects.filter(state__in=("queued", "sending")).exists()
    is_open = waiting or Obligation.objects.filter(state__in=("planned", "bound"), envelope=None).exists()
    return not is_open and Obligation.objects.count() >= obligations


def leave() -> None:
    connection.close()
