"""Who may do what, as a table; pages, API and verbs ask the same questions."""

import pytest

from tests.factories import actor
from tracker import rules

CAST = ["official", "head", "home_affairs", "foreign_official", "leader", "inspector", "admin"]
WORKERS = {"official", "head"}
RULES = {
    "may_update_progress": WORKERS,
    "may_report": WORKERS,
    "may_add_evidence": WORKERS,
    "may_ask_extension": WORKERS,
    "may_assign": {"head", "home_affairs"},
    "may_drop": {"home_affairs"},
    "may_verify": set(),
    "may_reopen": set(),
}


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize(("rule", "allowed"), RULES.items())
def test_what_people_may_do_with_a_running_action(rule, allowed, who, action, request):
    person = actor(request.getfixturevalue(who))

    assert getattr(rules, rule)(person, action) is (who in allowed)


@pytest.mark.parametrize("who", CAST)
def test_only_home_affairs_decides_on_a_report(who, reported, request):
    person = actor(request.getfixturevalue(who))

    assert rules.may_verify(person, reported) is (who == "home_affairs")
    assert rules.may_report(person, reported) is False


def test_home_affairs_does_not_decide_on_what_it_reported_itself(weakness, home_affairs, second_home_affairs):
    from tests.factories import SUMMER, tracked_action

    own = tracked_action(weakness, home_affairs, second_home_affairs)
    own.add_link(by=actor(home_affairs), today=SUMMER, url="https://portal.example.test", title="Trang")
    own.report(by=actor(home_affairs), today=SUMMER)

    assert rules.may_verify(actor(home_affairs), own) is False
    assert rules.may_verify(actor(second_home_affairs), own) is True


@pytest.mark.parametrize("who", CAST)
def test_who_sees_the_people_named_as_responsible(who, weakness, request):
    reader = actor(request.getfixturevalue(who))

    assert rules.may_see_named_people(reader, weakness) is (who != "foreign_official")


def test_the_strongest_role_is_the_one_history_names(home_affairs, environment):
    from tracker.models import Membership

    Membership.objects.create(user=home_affairs, unit=environment, role="official")

    assert (actor(home_affairs).role, actor(home_affairs).unit.code) == ("home_affairs", "SNV")
