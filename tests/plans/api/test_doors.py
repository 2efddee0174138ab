"""Who may change the plan through which door: Home Affairs alone; a draft and an open amendment are not there."""

import pytest
from django.urls import reverse

from plans.api.urls import urlpatterns
from plans.models import Amendment, Plan, PlanItem
from tests.calling import Caller
from tests.factories import SUMMER, actor
from tests.files import pdf
from tests.plans.api import changes
from tests.plans.api.conftest import PLAN
from tracker.models import Event

OTHERS = ["official", "head", "foreign_official", "leader", "inspector", "admin"]
ELSEWHERE = {
    "api-plan-signed-file", "api-amendment-signed-file",  # bring a file: below and in the test of the life
    "api-plan-compiling", "api-plan-papers", "api-plan-paper-writing",
    "api-paper-template", "api-paper-template-restoring",  # have no version; tests of their own
}  # fmt: skip


@pytest.fixture
def amendment(issued, items, home_affairs) -> Amendment:
    by = {"by": actor(home_affairs), "today": SUMMER}
    amendment = Amendment.begin(issued, reason="Bão lũ", **by)
    amendment.change(items[0], measure="Thuê dịch vụ", **by)
    return amendment


@pytest.fixture
def doors(amendment, items, action) -> dict:
    change = amendment.changes.get().pk
    own = changes.of_amendment(amendment.pk, change, items, action.ref)
    return changes.of_plan(items, action.ref) | own


def facts() -> tuple:
    """What none of the refused requests may have touched."""
    return Event.objects.count(), list(PlanItem.objects.values()), list(Plan.objects.values())


def test_every_change_of_the_plan_is_asked_for_here(doors):
    writes = {
        route.name for route in urlpatterns
        if {"post", "put", "patch"} & set(vars(route.callback.view_class)) or hasattr(route.callback.view_class, "post")
    }  # fmt: skip

    assert writes - ELSEWHERE == set(doors)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_but_home_affairs_changes_an_issued_plan(who, doors, request, amendment):
    person = request.getfixturevalue(who)
    caller, before = Caller(person), facts()
    is_watcher = actor(person).sees_everything
    for name, (method, address, words) in doors.items():
        hidden = "amendments/" in address and name != "api-amendments" and not is_watcher
        answer = caller.send(method, address, 1, **words)
        assert answer.status_code == (404 if hidden else 403), (name, answer.content)
    file = {"signed_file": pdf()}
    assert caller.post(f"/api/v1/{PLAN}signed-file/", file, headers={"If-Match": '"1"'}).status_code == 403
    assert facts() == before


@pytest.mark.parametrize("who", OTHERS[:3])
def test_a_draft_is_not_there_for_a_unit_that_would_change_it(who, draft, items, action, request):
    caller, before = Caller(request.getfixturevalue(who)), facts()
    for name, (method, address, words) in changes.of_plan(items, action.ref).items():
        assert caller.send(method, address, 1, **words).status_code == 404, name
    assert facts() == before


def test_without_a_version_or_with_an_old_one_no_door_changes_anything(snv, doors):
    before = facts()
    for name, (method, address, words) in doors.items():
        assert snv.send(method, address, None, **words).status_code == 428, name
        assert snv.send(method, address, 999, **words).status_code == 412, name
    assert facts() == before


def test_a_stranger_is_asked_for_a_token_at_every_door(client, doors, items):
    for route in urlpatterns:
        given = {"year": 2022, "pk": items[0].pk, "number": 1, "change": 1, "kind": "plan"}
        address = reverse(route.name, kwargs={name: given[name] for name in route.pattern.converters})
        assert client.get(address).status_code == client.post(address).status_code == 401, route.name


def test_a_line_merged_away_in_the_draft_tells_a_unit_nothing(snv, unit, draft, items, home_affairs):
    """Who merged it and what it had said was the business of Home Affairs."""
    seen = [{"id": item.pk, "version": item.version} for item in items]
    snv.change(f"{PLAN}merging/", draft.version, lines=seen, into=items[0].pk)
    Plan.objects.update(state="issued", number="1/KH", issued_on=SUMMER, signer_name="A")
    gone = unit.send("PATCH", f"{PLAN}items/{items[1].pk}/", 1, note="x")

    assert gone.status_code == 404
    assert home_affairs.full_name not in gone.content.decode()
