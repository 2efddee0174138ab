"""Two officers at once, each with a connection of his own: one amendment, one number, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from plans.models import Amendment, PlanVersion
from tests.factories import SUMMER, actor
from tests.plans.progress.test_listening import how_many_wait
from tracker.embedded.waiting import wait_until
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event

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


def test_of_two_who_issue_one_does_and_the_other_is_told(
    amendment, lines, paper, home_affairs, second_home_affairs
):
    amendment.change(lines[0], by=actor(home_affairs), today=SUMMER, measure="Số hóa hết")
    numbered = [(home_affairs, paper), (second_home_affairs, paper | {"number": "206/KH-UBND"})]

    answers = at_once(
        *(
            lambda person=person, words=words: Amendment.objects.get(pk=amendment.pk).issue(
                by=actor(person), today=SUMMER, **words
            )
            for person, words in numbered
        )
    )

    [made] = [answer for answer in answers if isinstance(answer, PlanVersion)]
    [refused] = [answer for answer in answers if isinstance(answer, Refused)]
    assert made.amendment.number in str(refused)
    assert list(amendment.plan.versions.values_list("number", flat=True)) == [1, made.number]
    assert Event.objects.of(amendment).filter(verb="amended").count() == 1


def while_held(hold, do):
    """What comes of `do`, which waits while a colleague is still at the amendment, and goes on when he is done."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            hold()
            waiting = pool.submit(at_once, do)
            wait_until(lambda: how_many_wait() or waiting.done(), seconds=60, what="The second to wait")
            assert not waiting.done()
        [answer] = waiting.result()
        return answer


def test_what_a_colleague_is_just_noting_comes_into_force_with_the_issue(
    amendment, lines, by, paper, second_home_affairs
):
    amendment.change(lines[0], **by, measure="Một")
    colleague, mine = (Amendment.objects.get(pk=amendment.pk) for _ in range(2))
    made = while_held(
        lambda: colleague.change(lines[1], by=actor(second_home_affairs), today=SUMMER, measure="Hai"),
        lambda: mine.issue(**by, **paper),
    )

    assert [line["measure"] for line in made.content[:2]] == ["Một", "Hai"]


def test_nothing_is_noted_in_an_amendment_that_is_just_being_issued(
    amendment, lines, by, paper, second_home_affairs
):
    amendment.change(lines[0], **by, measure="Một")
    colleague, mine = (Amendment.objects.get(pk=amendment.pk) for _ in range(2))
    answer = while_held(
        lambda: mine.issue(**by, **paper),
        lambda: colleague.change(lines[1], by=actor(second_home_affairs), today=SUMMER, measure="Hai"),
    )

    assert isinstance(answer, Refused)
    assert amendment.changes.count() == 1
