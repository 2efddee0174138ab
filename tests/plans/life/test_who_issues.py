"""Who records an issue and who publishes: asked by the page, by the API, and by the verb behind both."""

from datetime import date

import pytest

from plans.models import Amendment, Plan
from tests.calling import Caller
from tests.factories import ISSUED, actor
from tests.plans.life.steps import PAGE, SIGNED
from tests.reading import Reader
from tracker.errors import Refused
from tracker.models import Event

OTHERS = ["official", "head", "foreign_official", "leader", "inspector", "admin"]
API = "plans/2022/"
WORDS = {
    "wanted": "shown",
    "number": "9/KH-UBND",
    "issued_on": "15/07/2022",
    "signer_name": "A",
    "signer_title": "",
}
NUMBERED = SIGNED | {"number": "9/KH-UBND"}
TO_SEND = NUMBERED | {"issued_on": "2022-07-15"}


@pytest.fixture
def person(request):
    return request.getfixturevalue(request.param)


def refused(person, page: str, method: str, door: str, words: dict, version: int) -> list[int]:
    """How page and API answer one who asks for it at the right version."""
    reader, form = Reader(person), WORDS | {"version": version, "idempotency": "of-somebody-else"}
    return [
        reader.status_of(PAGE + page),
        reader.post(PAGE + page, form).status_code,
        Caller(person).send(method, API + door, version, **words).status_code,
    ]


def hidden_from(person) -> int:
    """What is in preparation is not there for units; those who watch are told that it is not theirs."""
    return 403 if actor(person).sees_everything else 404


@pytest.mark.parametrize("person", OTHERS, indirect=True)
def test_nobody_but_home_affairs_records_the_issue_of_a_plan(person, with_committee):
    events = Event.objects.count()

    answers = refused(person, "ban-hanh/", "POST", "issue/", TO_SEND, with_committee.version)
    assert answers == [hidden_from(person)] * 3
    with pytest.raises(Refused):
        with_committee.issue(by=actor(person), today=ISSUED, **NUMBERED)
    assert (Plan.objects.get().state, Event.objects.count()) == ("sent", events)


@pytest.mark.parametrize("person", OTHERS, indirect=True)
def test_nobody_but_home_affairs_records_the_issue_of_an_amendment(person, issued, line, home_affairs):
    by = {"by": actor(home_affairs), "today": ISSUED}
    amendment = Amendment.begin(issued, reason="Bão lũ", **by)
    amendment.change(line, **by, due_on=date(2022, 9, 30))
    events, at = Event.objects.count(), amendment.pk

    answers = refused(person, f"dieu-chinh/{at}/ban-hanh/", "POST", f"amendments/{at}/issue/", TO_SEND,
                      amendment.version)  # fmt: skip
    assert answers == [hidden_from(person)] * 3
    with pytest.raises(Refused):
        amendment.issue(by=actor(person), today=ISSUED, **NUMBERED)
    assert (Amendment.objects.get().state, Event.objects.count()) == ("open", events)


@pytest.mark.parametrize("person", OTHERS, indirect=True)
def test_nobody_but_home_affairs_publishes(person, issued):
    answers = refused(person, "cong-khai/", "PUT", "publication/", {"is_public": True}, issued.version)

    assert answers == [403] * 3
    with pytest.raises(Refused):
        issued.publish(by=actor(person), today=ISSUED)
    assert not Plan.objects.get().is_public
