"""More time through the API: asked, decided, withdrawn."""

from datetime import timedelta

import pytest

from tests import factories
from tests.calling import Caller
from tracker import calendar


@pytest.fixture
def running(weakness, official, home_affairs):
    return factories.tracked_action(
        weakness, official, home_affairs, due_on=calendar.today() + timedelta(days=10)
    )


@pytest.fixture
def asked(running, official):
    wanted = running.due_on + timedelta(days=20)
    return Caller(official).change(
        f"actions/{running.ref}/extensions/", running.version, requested_due_on=f"{wanted}", reason="Chờ vốn."
    )


def test_home_affairs_grants_an_earlier_date(asked, running, home_affairs):
    request, granted = asked.json(), running.due_on + timedelta(days=5)
    address = f"actions/{running.ref}/extensions/{request['id']}/decision/"

    answer = Caller(home_affairs).change(
        address, request["version"], decision="approve", granted_due_on=f"{granted}"
    )

    assert (asked.status_code, answer.status_code, answer.json()["state"]) == (201, 200, "approved")
    assert answer.json()["decided_by"] == home_affairs.full_name
    assert Caller(home_affairs).read(f"actions/{running.ref}/").json()["due_on"] == f"{granted}"


def test_a_refusal_needs_a_remark(asked, running, home_affairs):
    address = f"actions/{running.ref}/extensions/{asked.json()['id']}/decision/"

    assert list(Caller(home_affairs).change(address, 1, decision="refuse").json()) == ["remark"]
    assert (
        Caller(home_affairs).change(address, 1, decision="refuse", remark="Không đủ lý do.").json()["state"]
        == "refused"
    )


def test_the_unit_takes_its_request_back(asked, running, official, home_affairs):
    address = f"actions/{running.ref}/extensions/{asked.json()['id']}/withdrawal/"

    assert Caller(home_affairs).change(address, 1).status_code == 403
    assert Caller(official).change(address, 1).json()["state"] == "withdrawn"
    assert Caller(official).change(address, 2).status_code == 409


def test_a_request_of_another_action_is_a_404(
    asked, running, official, foreign_official, weakness, home_affairs
):
    other = factories.tracked_action(weakness, official, home_affairs)
    number = asked.json()["id"]

    assert (
        Caller(home_affairs)
        .change(f"actions/{other.ref}/extensions/{number}/decision/", 1, decision="approve")
        .status_code
        == 404
    )
    assert (
        Caller(foreign_official)
        .change(f"actions/{running.ref}/extensions/{number}/withdrawal/", 1)
        .status_code
        == 404
    )


def test_the_requests_are_listed(asked, running, official):
    rows = Caller(official).read(f"actions/{running.ref}/extensions/").json()["results"]

    assert [(row["state"], row["reason"], row["asked_by"]) for row in rows] == [
        ("pending", "Chờ vốn.", official.full_name)
    ]
