"""Two who press at once, and one who presses twice: over real connections, never doubled, never stuck."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from notifications.models import Chase
from tests import factories
from tests.reading import Reader
from tracker.errors import Refused
from tracker.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Đề nghị {đơn vị} khẩn trương."


@pytest.fixture
def units(action, head, review, health, foreign_official, home_affairs) -> list:
    """Two units with something overdue."""
    factories.tracked_action(factories.weakness(review, health, home_affairs), foreign_official, home_affairs)
    return [action.lead_unit, health]


def at_once(*tries) -> list:
    """What each of them came to, all begun at the same moment, each over a connection of its own."""
    start = Barrier(len(tries))

    def run(attempt):
        connection.ensure_connection()
        start.wait()
        try:
            return attempt()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tries)) as pool:
        return list(pool.map(run, tries))


def test_two_colleagues_who_chase_the_same_units_the_other_way_round_send_each_letter_once(
    units, home_affairs, second_home_affairs
):
    def pressing(person, order):
        by = factories.actor(person)

        def press():
            try:
                sent = Chase.objects.send_many(
                    order, by=by, now=timezone.now(), words=WORDS, about="overdue", level="chasing"
                )
            except Refused:
                return 0
            return len(sent.letters)

        return press

    pairs = [(home_affairs, units), (second_home_affairs, units[::-1])] * 3
    counts = at_once(*(pressing(*pair) for pair in pairs))

    assert sum(counts) == Chase.objects.count() == Event.objects.filter(verb="chased").count() == 2
    assert set(Chase.objects.values_list("unit__code", flat=True)) == {"STNMT", "SYT"}


def test_the_same_form_sent_four_times_at_once_gets_the_same_answer_four_times(units, home_affairs):
    typed = {
        "about": "overdue", "level": "letter", "unit": ["STNMT", "SYT"], "words": WORDS,
        "idempotency": secrets.token_urlsafe(18),
    }  # fmt: skip
    readers = [Reader(home_affairs) for _ in range(4)]
    answers = at_once(*((lambda reader=reader: reader.post("/don-doc/moi/", typed)) for reader in readers))

    assert {answer.status_code for answer in answers} == {303}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Chase.objects.count() == 2


def test_a_reminder_of_the_actions_and_one_of_the_submission_at_once_make_one_letter(units, home_affairs):
    def press(about):
        try:
            by = factories.actor(home_affairs)
            return Chase.objects.send(units[0], by=by, now=timezone.now(), words=WORDS, about=about)
        except Refused:
            return None

    letters = at_once(lambda: press("overdue"), lambda: press("submission"))

    assert sum(letter is not None for letter in letters) == Chase.objects.count() == 1


def test_two_who_note_different_numbers_at_once_leave_one_on_all_letters_of_the_paper(units, home_affairs):
    now = timezone.now()
    sent = Chase.objects.send_many(
        units, by=factories.actor(home_affairs), now=now, words=WORDS, about="overdue", level="letter"
    )
    today = timezone.localdate(now)

    def noting(letter, number):
        def note():
            try:
                by = factories.actor(home_affairs)
                letter.note_number(by=by, today=today, number=number, numbered_on=today)
            except Refused:
                return False
            return True

        return note

    first, second = sent.letters
    assert any(at_once(noting(first, "924"), noting(second, "925")))
    assert len(set(Chase.objects.values_list("number", flat=True))) == 1
