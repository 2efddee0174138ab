"""A unit, and the public, at every address of the plan at once: nothing of the making of it is found anywhere."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.api.urls import urlpatterns as of_programs
from plans.models import Amendment, ClosedPeriod, PaperJob, Plan
from plans.urls import urlpatterns as of_people
from tests import factories
from tests.calling import Caller
from tests.factories import ISSUED, SUMMER, actor
from tests.reading import Reader
from tracker import calendar

SECRET = "Mật4711"
ASKED = {
    "progress": ("?by=item", "?by=unit", "?count=total&by=item&key={item}"),
    "paper-new": ("?amendment={pk}",),
}


@pytest.fixture(autouse=True)
def a_store_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def by(home_affairs) -> dict:
    return {"by": actor(home_affairs), "today": SUMMER}


@pytest.fixture
def drafted(action, review, official, home_affairs, by) -> Plan:
    """A draft whose words, texts, left-out row and paper all hold the secret."""
    late = factories.tracked_action(action.weakness, official, home_affairs)
    plan = Plan.compile(review, **by)
    plan.take_out(late, reason=SECRET, **by)
    plan.leave_out(late, reason=SECRET, **by)
    plan.items.get().edit(measure=SECRET, note=SECRET, **by)
    plan.refresh_from_db()
    plan.write_texts(purpose=SECRET, **by)
    paper_of(review, by)
    return plan


@pytest.fixture
def amending(action, review, home_affairs, by) -> Amendment:
    """An issued plan that is public, with an amendment in preparation that holds the secret."""
    plan = factories.issued_plan(review, home_affairs)
    ClosedPeriod.close(plan, name="Tháng 7", until=ISSUED, **by)
    amendment = Amendment.begin(plan, reason=SECRET, **by)
    amendment.change(plan.items.get(), measure=SECRET, reason=SECRET, **by)
    plan.refresh_from_db()
    plan.publish(**by)
    paper_of(review, by, kind="amendment", amendment=amendment)
    return amendment


def paper_of(review, by, kind="plan", **about) -> None:
    job = PaperJob.ask(kind, "xlsx", by=by["by"], today=SUMMER, now=timezone.now(), review=review, **about)
    job.build(today=calendar.today(), now=timezone.now())
    assert job.state == "ready", job.trouble


def addresses(routes, item: int, pk: int) -> Iterator[str]:
    """Each route, its arguments those of things that are there, with what may be asked of it."""
    given = {"year": 2022, "pk": pk, "item": item, "number": 1, "change": 1, "kind": "plan", "unit": "STNMT",
             "ref": "HC-2021-001", "code": "x"}  # fmt: skip
    for route in routes:
        names = route.pattern.converters
        if {"ref", "code"} & set(names) or "submission" in route.name or "import" in route.name:
            continue
        for number in {pk, item} if "pk" in names else {pk}:
            here = reverse(route.name, kwargs={name: (given | {"pk": number})[name] for name in names})
            yield from (here + query.format(item=item, pk=pk) for query in queries_of(route.name))


def queries_of(name: str) -> tuple[str, ...]:
    return "", *(query for part, queries in ASKED.items() if part in name for query in queries)


def found(reader, routes, secret: str, **ids) -> list[str]:
    """The addresses under which the secret is read; none of them breaks."""
    told = []
    for address in addresses(routes, **ids):
        answer = reader.get(address)
        assert answer.status_code < 500, address
        if secret in read(answer):
            told.append(address)
    return told


def read(answer) -> str:
    """All the text of the answer; of a workbook or a paper that of all its parts."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as book:
            body = b"".join(book.read(name) for name in book.namelist())
    return body.decode(errors="ignore")


def test_of_a_draft_a_unit_and_a_stranger_read_no_word(drafted, official, head, home_affairs):
    ids = {"item": drafted.items.get().pk, "pk": PaperJob.objects.get().pk}
    assert found(Reader(head), of_people, SECRET, **ids) == []
    assert found(Caller(official), of_programs, SECRET, **ids) == []
    assert found(Client(), of_people, SECRET, **ids) == []
    assert found(Reader(home_affairs), of_people, SECRET, **ids)


def test_of_an_amendment_in_preparation_they_read_no_word(amending, official, home_affairs):
    ids = {"item": amending.plan.items.get().pk, "pk": amending.pk}
    assert found(Reader(official), of_people, SECRET, **ids) == []
    assert found(Caller(official), of_programs, SECRET, **ids) == []
    assert found(Client(), of_people, SECRET, **ids) == []
    assert found(Caller(home_affairs), of_programs, SECRET, **ids)


def test_a_unit_reads_no_name_of_another_unit_s_people(amending, official, head, foreign_official):
    ids = {"item": amending.plan.items.get().pk, "pk": amending.pk}
    for name in (official.full_name, head.full_name):
        assert found(Reader(foreign_official), of_people, name, **ids) == []
        assert found(Caller(foreign_official), of_programs, name, **ids) == []
