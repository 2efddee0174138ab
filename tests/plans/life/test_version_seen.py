"""A step of the plan is taken at the version its asker has seen, also when a colleague changes it in between."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.db.models import F

from plans.models import Plan
from tests.calling import Caller
from tests.files import pdf
from tests.plans.life.steps import PAGE, SIGNED
from tests.plans.progress.test_listening import how_many_wait
from tests.reading import Reader
from tracker.embedded.waiting import wait_until
from tracker.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
API, WHY = "plans/2022/", {"reason": "Vì thế."}
TYPED = SIGNED | WHY | {"issued_on": "15/07/2022"}
SENT = SIGNED | WHY | {"issued_on": "2022-07-15"}
STEPS = {
    "draft": [
        ("noi-dung/", {"purpose": "Khắc phục."}, "PATCH", "", {"purpose": "Khắc phục."}),
        ("thoi-gian/", {"ends_on": "30/06/2023"}, "PUT", "period-end/", {"ends_on": "2023-06-30"}),
        ("trinh/", WHY, "POST", "sending/", WHY),
    ],
    "sent": [("rut-ve/", WHY, "POST", "recall/", WHY), ("ban-hanh/", TYPED, "POST", "issue/", SENT)],
    "issued": [("cong-khai/", {"wanted": "shown"}, "PUT", "publication/", {"is_public": True})],
}


@pytest.fixture
def plans(sound, request) -> dict:
    """How the plan comes into each state."""
    return {"draft": lambda: sound, "sent": lambda: request.getfixturevalue("with_committee"),
            "issued": lambda: request.getfixturevalue("issued")}  # fmt: skip


def overtaken(ask) -> int:
    """The status answered to one who has read the plan, and writes once a colleague has changed it."""

    def asked() -> int:
        try:
            return ask().status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Plan.objects.update(version=F("version") + 1)
            answer = pool.submit(asked)
            wait_until(lambda: how_many_wait() or answer.done(), seconds=60, what="The second to wait")
        return answer.result()


@pytest.mark.parametrize("state", STEPS)
def test_who_was_overtaken_changes_nothing(state, plans, home_affairs):
    plan, desk, program = plans[state](), Reader(home_affairs), Caller(home_affairs)
    events = Event.objects.count()
    for page, typed, method, door, words in STEPS[state]:
        plan.refresh_from_db()
        form = {"version": plan.version, "idempotency": f"of-an-officer-{page}"} | typed
        assert overtaken(lambda page=page, form=form: desk.post(PAGE + page, form)) == 409, page

        plan.refresh_from_db()
        asked = (method, API + door, plan.version)
        assert overtaken(lambda asked=asked, words=words: program.send(*asked, **words)) in (409, 412), door
    assert (Plan.objects.get().state, Event.objects.count()) == (state, events)


def test_who_was_overtaken_brings_no_signed_file(issued, home_affairs):
    form = {"version": issued.version, "idempotency": "of-an-officer", "signed_file": pdf()}
    desk, program = Reader(home_affairs), Caller(home_affairs)

    assert overtaken(lambda: desk.post(PAGE + "ban-ky/", form)) == 409
    seen = {"If-Match": f'"{issued.version + 1}"'}
    file = {"signed_file": pdf()}
    assert overtaken(lambda: program.post(f"/api/v1/{API}signed-file/", file, headers=seen)) in (409, 412)
    assert not Plan.objects.get().signed_sha256
