"""Questions through the API: those that wait, and their answer."""

import pytest

from tests.calling import Caller
from tests.tracker.waiting import question, reported
from tracker.models import Event, Question


@pytest.fixture
def asked(action, official):
    return question(action, official)


def test_home_affairs_reads_what_waits_and_answers_it(asked, action, home_affairs):
    caller = Caller(home_affairs)
    (row,) = caller.read("questions/").json()["results"]
    answer = caller.change(f"questions/{row['id']}/replies/", row["version"], words="Đủ.")

    assert (row["about"], row["unit"], row["words"]) == (action.ref, "STNMT", asked.words)
    assert (answer.status_code, answer.json()["is_answered"], answer.json()["replies"]) == (
        200,
        True,
        ["Đủ."],
    )
    assert caller.read("questions/").json()["results"] == []


def test_an_answer_at_an_old_version_is_not_sent(asked, official, home_affairs):
    Caller(official).change(f"questions/{asked.pk}/replies/", 1, words="Nhờ xem cả bản giấy")
    answer = Caller(home_affairs).change(f"questions/{asked.pk}/replies/", 1, words="Đủ.")

    assert answer.status_code == 412 and asked.replies.count() == 1


def test_a_unit_finds_its_own_questions_and_no_others(asked, official, foreign_official, leader):
    address = f"questions/{asked.pk}/replies/"

    assert len(Caller(official).read("questions/").json()["results"]) == 1
    assert Caller(foreign_official).read("questions/").json()["results"] == []
    assert Caller(foreign_official).change(address, 1, words="Tôi cũng hỏi").status_code == 404
    assert Caller(leader).change(address, 1, words="Trả lời đi").status_code == 403
    assert Question.objects.open().count() == 1


def test_what_was_found_in_order_comes_with_the_decision(weakness, official, home_affairs):
    action = reported(weakness, official, home_affairs)
    caller, address = Caller(home_affairs), f"actions/{action.ref}/verification/"

    for nonsense in (["beauty"], "content", [{}], {"content": True}, None):
        assert list(caller.change(address, action.version, checks=nonsense).json()) == ["checks"]
    assert caller.change(address, action.version, checks=["content", "time"]).status_code == 200
    assert Event.objects.of(action).last().after["checks"] == ["content", "time"]
