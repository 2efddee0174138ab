"""Two officers at once, each with a connection of his own: one amendment, one number, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from plans.models import Amendment
from tests.factories import SUMMER, actor
from tracker.errors import Invalid, Refused, Stale

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*doings) -> list:
    """What each of them gives, begun at the same moment; a refusal is what it gives too."""
    start = Barrier(len(doings))

    def run(do):
        try:
            start.wait()
            return do()
        except (Refused, Stale, Invalid) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(run, doings))


def test_of_two_who_begin_one_amends_and_the_other_reads_who(plan, home_affairs, second_home_affairs):
    people = [home_affairs, second_home_affairs]
    answers = at_once(
        *(
            lambda p=person: Amendment.begin(plan, by=actor(p), today=SUMMER, reason="Điều chỉnh")
            for person in people
        )
    )

    [begun] = [answer for answer in answers if isinstance(answer, Amendment)]
    [refused] = [answer for answer in answers if isinstance(answer, Refused)]
    assert begun.begun_by.full_name in str(refused)
    assert plan.amendments.count() == 1


def test_two_who_change_different_lines_both_keep_their_change(
    amendment, lines, home_affairs, second_home_affairs
):
    mine, theirs = (Amendment.objects.get(pk=amendment.pk) for _ in range(2))
    answers = at_once(
        lambda: mine.change(
            lines[0], by=actor(home_affairs), today=SUMMER, measure="Một", version=mine.version
        ),
        lambda: theirs.change(
            lines[1], by=actor(second_home_affairs), today=SUMMER, measure="Hai", version=theirs.version
        ),
    )

    assert not any(isinstance(answer, Exception) for answer in answers), answers
    assert {change.after["measure"] for change in amendment.changes.all()} == {"Một", "Hai"}


def test_issued_once_however_often_it_is_sent(amendment, lines, by, paper):
    amendment.change(lines[0], **by, measure="Số hóa hết")
    twice = [Amendment.objects.get(pk=amendment.pk) for _ in range(2)]

    answers = at_once(*(lambda each=each: each.issue(**by, **paper) for each in twice))

    assert sum(isinstance(answer, Exception) for answer in answers) == 1
    assert amendment.plan.versions.count() == 2
