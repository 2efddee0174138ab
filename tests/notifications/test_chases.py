"""Chasing by hand: counted, at most once in a day for a unit, and kept as proof."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import translation

from notifications.models import Chase, Envelope
from tests import factories
from tests.notifications.days import at, tick
from tracker.errors import Invalid, Refused
from tracker.models import Delegation, Event, Membership

LATE = date(2022, 9, 6)  # the action was due on 31/08, and two days are off for the national day
NOON = at(LATE)
WORDS = "Đề nghị khẩn trương hoàn thành.\n\nBáo cáo trước ngày 09/09/2022."


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def chase(action, head, home_affairs):
    """Sends a letter as Bình, unless somebody else or another moment is named."""

    def send(by=home_affairs, now=NOON, words=WORDS, unit=action.lead_unit) -> Chase:
        actor = factories.actor(by, today=now.date())
        return Chase.objects.send(unit, by=actor, now=now, words=words)

    return send


def test_a_letter_keeps_its_words_its_moment_and_what_was_overdue_then(chase, action, home_affairs):
    letter = chase()

    assert (letter.words, letter.chased_on, letter.chased_at) == (WORDS, LATE, NOON)
    assert (letter.chased_by, list(letter.actions.all())) == (home_affairs, [action])
    assert [(row["due_on"], row["days"]) for row in letter.actions_then()] == [(factories.DUE, 6)]


def test_the_history_says_who_was_chased_by_whom_with_which_words(chase, official, head):
    event = Event.objects.of(chase()).get()

    assert (event.verb, event.actor_name, event.reason) == ("chased", "Nguyễn Văn Bình", WORDS)
    assert event.after["readers"] == ["Lê Thị Hòa", "Trần Quốc Khởi"]
    assert event.hash == event.compute_hash()


def test_the_letter_still_shows_the_deadline_of_its_day_after_an_extension(chase, action):
    letter = chase()
    type(action).objects.filter(pk=action.pk).update(due_on=date(2022, 12, 1))

    assert [row["due_on"] for row in Chase.objects.get(pk=letter.pk).actions_then()] == [factories.DUE]


def test_what_is_not_overdue_or_belongs_to_another_unit_is_not_in_the_letter(
    chase, action, official, home_affairs, review, health, foreign_official
):
    factories.tracked_action(action.weakness, official, home_affairs, due_on=date(2022, 9, 30))
    theirs = factories.weakness(review, health, home_affairs)
    factories.tracked_action(theirs, foreign_official, home_affairs)

    assert list(chase().actions.all()) == [action]


@pytest.mark.parametrize("person", ["official", "head", "leader", "inspector", "admin"])
def test_only_home_affairs_chases(chase, person, request):
    with pytest.raises(Refused, match="Only Home Affairs"):
        chase(by=request.getfixturevalue(person))


def test_a_unit_with_nothing_overdue_is_not_chased(chase):
    with pytest.raises(Refused, match="nothing to chase"):
        chase(now=at(factories.DUE))


def test_a_unit_in_which_nobody_can_log_in_is_not_chased_in_vain(chase, official, head):
    people = type(head).objects.filter(pk__in=(head.pk, official.pk))
    people.update(is_active=False)
    with pytest.raises(Refused, match="Have an account opened"):
        chase()

    people.update(is_active=True)
    Membership.objects.filter(user__in=(head, official)).update(valid_to=LATE - timedelta(days=1))
    with pytest.raises(Refused, match="Have an account opened"):
        chase()


@pytest.mark.parametrize("words", ["", "  \n\t ", "đ" * 2001, "Đề nghị " * 625])
def test_words_that_are_missing_or_too_many_are_not_sent(chase, words):
    with pytest.raises(Invalid) as refusal:
        chase(words=words)

    assert set(refusal.value.errors) == {"words"}
    assert not Chase.objects.exists()


def test_two_thousand_characters_are_enough_and_kept_line_by_line(chase):
    assert chase(words=f" {'đ' * 1995}\r\n\r\nHòa ").words == f"{'đ' * 1995}\n\nHòa"


def test_a_second_letter_within_a_day_is_refused_and_the_first_is_named(chase, second_home_affairs):
    chase()
    with pytest.raises(Refused) as refusal:
        chase(by=second_home_affairs, now=NOON + timedelta(hours=24, seconds=-1))

    assert str(refusal.value) == (
        "Nguyễn Văn Bình chased this unit at 08:00 06/09/2022. It is possible again from 08:00 07/09/2022."
    )
    assert chase(now=NOON + timedelta(hours=24)).place_in_year() == 2


def test_another_unit_may_be_chased_on_the_same_day(chase, review, health, foreign_official, home_affairs):
    theirs = factories.weakness(review, health, home_affairs)
    factories.tracked_action(theirs, foreign_official, home_affairs)
    chase()

    assert chase(unit=health).place_in_year() == 1


def test_a_stand_in_from_the_unit_reads_for_who_is_away(chase, official, head, environment):
    deputy = factories.person("nam@sample.test", "Đỗ Nam", "official", environment)
    Delegation.objects.create(absentee=official, stand_in=deputy, starts_on=LATE, ends_on=LATE)

    assert chase().record.after["readers"] == ["Lê Thị Hòa", "Đỗ Nam"]


@pytest.mark.django_db(transaction=True)
def test_of_six_colleagues_who_press_at_once_one_letter_is_sent(chase, second_home_affairs):
    start = Barrier(6)

    def press(_):
        connection.ensure_connection()
        start.wait()
        try:
            return chase(by=second_home_affairs).pk
        except Refused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        letters = [letter for letter in pool.map(press, range(6)) if letter]

    assert len(letters) == Chase.objects.count() == Event.objects.filter(verb="chased").count() == 1


def test_a_letter_becomes_one_mail_to_the_head_and_to_each_official(chase, action, official, head, sink):
    action.weakness.review.submissions.update(state="exempt")
    tick(LATE)
    sink.mails.clear()
    letter = chase()
    tick(LATE)
    tick(LATE)

    assert sorted(mail["To"] for mail in sink.mails) == [head.email, official.email]
    assert {mail.kind for mail in Envelope.objects.about(letter)} == {"unit-chased"}
    words = " ".join(sink.mails[0].get_body(("plain",)).get_content().split())
    assert " ".join(WORDS.split()) in words
    assert action.ref in words


def test_the_mails_of_a_letter_stand_with_each_action_it_named(chase, action, home_affairs, sink):
    letter = chase()
    tick(LATE)

    told = set(Envelope.objects.about(letter))
    assert told
    assert told <= set(Envelope.objects.about(action))
