"""Everybody sees which mails his role brings, and switches the optional ones on and off."""

import pytest

from notifications.models import OptOut

PAGE = "/cai-dat/thu/"


def declined(person) -> set[str]:
    return set(OptOut.objects.current().filter(user=person).values_list("kind", flat=True))


@pytest.fixture
def at_home_affairs(client, home_affairs):
    client.force_login(home_affairs)
    return client


def test_what_is_optional_has_a_switch_and_the_rest_a_reason(at_home_affairs):
    page = at_home_affairs.get(PAGE)

    assert {rule.code for rule in page.context["optional"]} == {
        "action-reported", "decision-waiting", "extension-asked", "job-done", "question-asked", "weekly-overview"
    }  # fmt: skip
    assert page.content.count(b'type="checkbox"') == page.content.count(b" checked") == 6
    assert {"action-overdue-7", "delivery-failed"} <= {rule.code for rule in page.context["compulsory"]}


def test_an_unticked_kind_is_declined_and_a_ticked_one_wanted_again(at_home_affairs, home_affairs):
    answer = at_home_affairs.post(PAGE, {"wanted": ["weekly-overview"]})
    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    assert declined(home_affairs) == {
        "action-reported",
        "decision-waiting",
        "extension-asked",
        "job-done",
        "question-asked",
    }

    at_home_affairs.post(PAGE, {"wanted": ["weekly-overview", "decision-waiting"]})
    assert declined(home_affairs) == {"action-reported", "extension-asked", "job-done", "question-asked"}
    assert at_home_affairs.get(PAGE).content.count(b" checked") == 2


def test_a_kind_that_is_not_to_choose_is_refused_with_a_word(at_home_affairs):
    answer = at_home_affairs.post(PAGE, {"wanted": ["action-overdue-7"]})

    assert answer.status_code == 422 and not OptOut.objects.exists()


def test_a_unit_sees_its_own_kinds_and_may_decline_only_what_it_started_itself(client, official):
    client.force_login(official)
    page = client.get(PAGE)

    assert [rule.code for rule in page.context["optional"]] == ["job-done"]
    codes = {rule.code for rule in page.context["compulsory"]}
    assert {"action-due", "unit-chased", "delivery-failed"} <= codes
    assert not codes & {"weekly-overview", "decision-waiting"}


def test_whose_role_brings_no_mail_is_told_so(client, inspector):
    client.force_login(inspector)
    page = client.get(PAGE)

    assert (page.status_code, page.context["compulsory"]) == (200, [])


def test_looking_changes_nothing_and_a_stranger_is_asked_to_log_in(client, home_affairs, db):
    assert client.get(PAGE).status_code == 302
    client.force_login(home_affairs)
    client.get(PAGE)

    assert not OptOut.objects.exists()


def test_one_person_chooses_for_himself_only(at_home_affairs, home_affairs, second_home_affairs):
    at_home_affairs.post(PAGE, {})

    assert declined(second_home_affairs) == set()
