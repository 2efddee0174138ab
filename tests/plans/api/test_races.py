"""Two programs of Home Affairs at the same second, at the same version: one is done, the other is told."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.utils import timezone

from plans.models import Amendment, ClosedPeriod, KeptApart, PaperJob, PaperTemplate, Plan
from tests.calling import Caller
from tests.factories import SUMMER, actor
from tests.files import PDF, pdf
from tests.plans.api.conftest import PLAN
from tests.plans.papers.templates import template
from tests.plans.progress.test_listening import how_many_wait
from tests.tracker.test_many_at_once import together
from tracker.embedded.waiting import wait_until
from tracker.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
DONE, TOO_LATE = {200, 201}, {409, 412}


@pytest.fixture
def callers(home_affairs, second_home_affairs) -> list[Caller]:
    return [Caller(home_affairs), Caller(second_home_affairs)]


@pytest.fixture
def statuses(callers):
    """What both are answered who send this at the same moment."""

    def send(method: str, address: str, version: int, *words: dict) -> list[int]:
        first, second = words if len(words) == 2 else words * 2
        sent = together(2, lambda n: callers[n].send(method, address, version, **(first, second)[n]))
        return sorted(answer.status_code for answer in sent)

    return send


def one_of_two(found: list[int]) -> bool:
    return found[0] in DONE and found[1] in TOO_LATE


def test_of_two_wordings_of_a_line_none_covers_the_other(statuses, items):
    found = statuses(
        "PATCH", f"{PLAN}items/{items[0].pk}/", items[0].version, {"measure": "Một"}, {"note": "Hai"}
    )

    assert one_of_two(found)
    assert Event.objects.of(items[0]).filter(verb="edited").count() == 1


def test_of_two_who_write_the_texts_none_covers_the_other(statuses, draft):
    assert one_of_two(statuses("PATCH", PLAN, draft.version, {"purpose": "Một"}, {"grounds": "Hai"}))
    assert len(Plan.objects.get().texts) == 1


def test_a_draft_is_begun_once_by_two(callers, action, other_action):
    answers = together(2, lambda n: callers[n].change(f"{PLAN}compiling/"))

    assert [answer.status_code for answer in answers] == [200, 200]
    assert Plan.objects.get().items.count() == 2
    assert Event.objects.filter(subject="plan", verb="drafted").count() == 1


def test_the_public_page_is_put_up_once(statuses, issued):
    assert one_of_two(statuses("PUT", f"{PLAN}publication/", issued.version, {"is_public": True}))
    assert Event.objects.of(issued).filter(verb="published").count() == 1


def test_while_one_makes_it_public_another_begins_to_amend(callers, issued):
    def act(n):
        if n:
            return callers[1].change(f"{PLAN}amendments/", issued.version, reason="Bão lũ")
        return callers[0].send("PUT", f"{PLAN}publication/", issued.version, is_public=True)

    assert all(answer.status_code in DONE | TOO_LATE for answer in together(2, act))
    assert Plan.objects.get().is_public or Amendment.objects.exists()


def test_a_period_is_closed_once(statuses, issued):
    words = {"name": "Tháng 8", "until": "2022-08-31"}
    first, second = statuses("POST", f"{PLAN}periods/", issued.version, words)

    assert first == 201 and second in (400, 409, 412)
    assert ClosedPeriod.objects.count() == 1


def test_the_plan_is_called_back_or_issued(callers, draft):
    version = callers[0].change(f"{PLAN}sending/", draft.version, reason="Kịp hạn").json()["version"]
    paper = {"number": "118/KH-UBND", "issued_on": "2022-07-15", "signer_name": "A", "reason": "Kịp hạn"}

    def act(n):
        if n:
            return callers[1].change(f"{PLAN}issue/", version, **paper)
        return callers[0].change(f"{PLAN}recall/", version, reason="UBND yêu cầu sửa")

    assert one_of_two(sorted(answer.status_code for answer in together(2, act)))
    plan = Plan.objects.get()
    assert (plan.state == "issued") == plan.versions.exists() == bool(plan.number)


def test_the_signed_file_is_brought_once(callers, issued):
    headers = {"If-Match": f'"{issued.version}"'}

    def bring(n):
        return callers[n].post(
            f"/api/v1/{PLAN}signed-file/", {"signed_file": pdf(f"{n}.pdf")}, headers=headers
        )

    assert one_of_two(sorted(answer.status_code for answer in together(2, bring)))
    plan = Plan.objects.get()
    with plan.signed_file.open() as file:
        assert file.read() == PDF and plan.signed_file_name in ("0.pdf", "1.pdf")


def test_an_amendment_is_given_up_or_issued(callers, issued, items):
    begun = callers[0].change(f"{PLAN}amendments/", issued.version, reason="Bão lũ").json()
    at = f"{PLAN}amendments/{begun['id']}/"
    version = (
        callers[0]
        .change(f"{at}changes/", begun["version"], line=items[0].pk, measure="Khác")
        .json()["version"]
    )
    paper = {"number": "205/KH-UBND", "issued_on": "2022-08-01", "signer_name": "A"}

    def act(n):
        if n:
            return callers[1].change(f"{at}issue/", version, **paper)
        return callers[0].change(f"{at}cancel/", version, reason="Thôi")

    assert one_of_two(sorted(answer.status_code for answer in together(2, act)))
    is_issued = Amendment.objects.get().state == "issued"
    is_changed = items[0].plan.items.filter(measure="Khác").exists()
    assert (Plan.objects.get().versions.count() == 2) == is_issued == is_changed


def test_a_second_click_waits_for_the_first_and_finds_its_paper(callers, issued, home_affairs):
    asked = {"by": actor(home_affairs), "today": SUMMER, "now": timezone.now(), "review": issued.review}

    def second_click():
        try:
            return PaperJob.ask("plan", "docx", **asked)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first = PaperJob.ask("plan", "docx", **asked)
            second = pool.submit(second_click)
            wait_until(lambda: how_many_wait() or second.done(), seconds=30, what="The second to wait")
        assert second.result() == first


def test_two_who_keep_the_same_lines_apart_both_have_it_so(statuses, draft, items):
    found = statuses("POST", f"{PLAN}keeping-apart/", draft.version, {"lines": [item.pk for item in items]})

    assert found[0] == 200 and found[1] in DONE | TOO_LATE
    assert KeptApart.objects.count() == 1


def test_of_two_templates_at_once_one_is_in_use(callers, db):
    def bring(n):
        return callers[n].post("/api/v1/paper-templates/plan/", {"file": template(body=f"Mẫu {n}.")})

    assert [answer.status_code for answer in together(2, bring)] == [200, 200]
    assert PaperTemplate.objects.filter(retired_at=None).count() == 1
