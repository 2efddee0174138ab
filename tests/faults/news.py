"""Things that people do during a fault, through the product's own verbs: each is news, or ends a reminder."""

from datetime import date, timedelta

from tests.faults import province
from tracker.models import Action, Actor, User

FAR_AWAY = timedelta(days=200)
NO_LONGER = "Không còn phù hợp"


def assigned(owners: list[User], today: date) -> list[Action]:
    """Each gets an action of his or her own, which is news and nothing else for a long time."""
    by = Actor.of(province.home_affairs(), today=today)
    given = province.actions([None] * len(owners), today + FAR_AWAY)
    for action, owner in zip(given, owners, strict=True):
        action.assign(by=by, today=today, owner=owner)
    return given


def dropped(actions: list[Action], today: date) -> list[Action]:
    """Home Affairs drops them: of these nothing may be told from now on."""
    by = Actor.of(province.home_affairs(), today=today)
    for action in actions:
        action.drop(by=by, today=today, reason=NO_LONGER)
    return actions


def handed_over(former: User, owner: User, today: date) -> Action:
    """An action changes hands, which is news to whom it belonged."""
    [action] = province.actions([former], today + FAR_AWAY)
    action.assign(by=Actor.of(province.home_affairs(), today=today), today=today, owner=owner)
    return action
