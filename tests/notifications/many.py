"""Many people and actions at once, for promises that must hold for each of them."""

from datetime import date

from tests import factories
from tracker.models import Action, Unit, User


def officials(of_unit: Unit, how_many: int) -> list[User]:
    """So many colleagues of Khởi."""
    return [
        factories.person(f"person{number}@sample.test", f"Người số {number}", "official", of_unit)
        for number in range(1, how_many + 1)
    ]


def actions_of(owners: list[User], weakness, home_affairs: User, *, each: int = 1, **fields) -> list[Action]:
    """So many watched actions for each of them, due on 31/08/2022 where nothing else is said."""
    return [
        factories.tracked_action(weakness, owner, home_affairs, **fields)
        for owner in owners
        for _ in range(each)
    ]


def rows(obligations, *fields: str) -> list[tuple]:
    return list(obligations.order_by("due_on", "occurrence", "recipient", "pk").values_list(*fields))


SEVEN_BEFORE, THREE_BEFORE, ONE_BEFORE = date(2022, 8, 22), date(2022, 8, 26), date(2022, 8, 30)
ON_THE_DAY, ONE_AFTER, THREE_AFTER = date(2022, 8, 31), date(2022, 9, 5), date(2022, 9, 7)
