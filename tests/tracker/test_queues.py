"""What waits for Home Affairs: oldest first, counted in working days, with the next case and the true average."""

from datetime import date, timedelta

import pytest

from tests import factories
from tests.tracker.waiting import MONDAY, asked, question, reported
from tracker import queues
from tracker.errors import Invalid
from tracker.models import Action, Event, WorkingDayException
from tracker.queue_cases import average_days, cases_of, next_after
from tracker.queues import EXTENSIONS, QUESTIONS, VERIFICATIONS

FRIDAY, NEXT_MONDAY = MONDAY + timedelta(days=4), MONDAY + timedelta(days=7)


@pytest.fixture
def bound(weakness, official, home_affairs):
    return weakness, official, home_affairs


@pytest.fixture
def office(home_affairs):
    return factories.actor(home_affairs)


def things(queue, actor, today=NEXT_MONDAY) -> list:
    return [case.thing for case in cases_of(queue, actor, today)]


def test_whoever_has_waited_longest_comes_first(bound, office):
    late, early = asked(*bound, on=FRIDAY), asked(*bound, on=MONDAY)

    assert things(EXTENSIONS, office) == [early, late]


def test_days_of_waiting_are_working_days_of_the_office(bound, office, admin):
    asked(*bound, on=FRIDAY)
    by = factories.actor(admin)

    assert cases_of(EXTENSIONS, office, NEXT_MONDAY)[0].days == 1
    WorkingDayException.objects.set_day(
        FRIDAY + timedelta(days=1), is_working=True, reason="Làm bù", by=by, today=MONDAY
    )
    assert cases_of(EXTENSIONS, office, NEXT_MONDAY)[0].days == 2


@pytest.mark.parametrize(("waited_until", "is_beyond"), [(MONDAY + timedelta(days=3), False), (FRIDAY, True)])
def test_more_than_three_working_days_is_beyond_what_was_promised(waited_until, is_beyond, bound, office):
    asked(*bound)

    assert cases_of(EXTENSIONS, office, waited_until)[0].is_beyond == is_beyond


def test_what_is_decided_withdrawn_sent_back_or_answered_waits_no_longer(bound, office, official, action):
    granted, withdrawn = asked(*bound), asked(*bound)
    back, asking = reported(*bound), question(action, official)
    granted.approve(by=office, today=FRIDAY)
    withdrawn.withdraw(by=factories.actor(official), today=FRIDAY)
    back.send_back(by=office, today=FRIDAY, reason="Thiếu dấu")
    asking.reply(by=office, today=FRIDAY, words="Đủ.")

    assert [things(queue, office) for queue in queues.QUEUES] == [[], [], []]


def test_a_question_that_goes_on_waits_from_the_day_of_its_first_unanswered_words(action, official, office):
    thread, unit = question(action, official), factories.actor(official)
    thread.reply(by=unit, today=MONDAY + timedelta(days=1), words="Nhờ trả lời sớm.")
    assert cases_of(QUESTIONS, office, FRIDAY)[0].days == 4

    thread.reply(by=office, today=MONDAY + timedelta(days=1), words="Đủ.")
    thread.reply(by=unit, today=MONDAY + timedelta(days=2), words="Còn bản giấy?")
    thread.reply(by=unit, today=MONDAY + timedelta(days=3), words="Và bản sao?")
    assert cases_of(QUESTIONS, office, FRIDAY)[0].days == 2


def test_all_are_counted_in_one_query(bound, office, official, action, django_assert_num_queries):
    asked(*bound), asked(*bound), reported(*bound), question(action, official)
    with django_assert_num_queries(1):
        found = queues.counts(office)

    assert found == {"queue-extensions": 2, "queue-verifications": 1, "queue-questions": 1}


def test_the_list_costs_the_same_queries_however_many_wait(bound, office, django_assert_num_queries):
    for _ in range(3):
        asked(*bound)
    with django_assert_num_queries(2):
        [case.thing.action.lead_unit.name for case in cases_of(EXTENSIONS, office, FRIDAY)]


def test_the_queue_with_the_longest_waiting_leads(bound, office, official, action):
    assert queues.longest(office) == EXTENSIONS
    question(action, official, on=FRIDAY)
    assert queues.longest(office) == QUESTIONS
    reported(*bound, on=MONDAY)
    assert queues.longest(office) == VERIFICATIONS


def test_after_the_last_case_comes_the_first_again_and_at_the_end_none(bound, office):
    first, second, third = (asked(*bound) for _ in range(3))
    cases = cases_of(EXTENSIONS, office, FRIDAY)

    assert [next_after(cases, each) for each in (first, second, third)] == [second, third, first]
    assert next_after(cases[:1], first) is None


def test_what_somebody_else_must_decide_stays_in_the_list_but_is_never_the_next(
    bound, office, home_affairs, environment, weakness
):
    factories.Membership.objects.create(user=home_affairs, unit=environment, role="official")
    own = asked(weakness, home_affairs, home_affairs)
    other = asked(*bound, on=FRIDAY)
    cases = cases_of(EXTENSIONS, factories.actor(home_affairs), FRIDAY)

    assert [(case.thing, case.is_decided_here) for case in cases] == [(own, False), (other, True)]
    assert next_after(cases, other) is None


def test_the_average_is_that_of_the_cases_decided_in_the_last_thirty_days(bound, office):
    assert average_days(EXTENSIONS, FRIDAY) is None
    for days in (1, 4):
        asked(*bound).approve(by=office, today=MONDAY + timedelta(days=days))
    asked(*bound)

    assert average_days(EXTENSIONS, FRIDAY) == 2.5
    assert average_days(EXTENSIONS, FRIDAY + timedelta(days=28)) == 4
    assert average_days(EXTENSIONS, FRIDAY + timedelta(days=30)) is None


def test_each_report_of_the_same_action_counts_with_its_own_waiting(bound, office, official):
    action = reported(*bound)
    action.send_back(by=office, today=MONDAY + timedelta(days=1), reason="Thiếu dấu")
    action.report(by=factories.actor(official), today=FRIDAY)
    action.verify(by=office, today=NEXT_MONDAY + timedelta(days=2))

    assert average_days(VERIFICATIONS, NEXT_MONDAY + timedelta(days=2)) == (1 + 3) / 2


def test_a_second_answer_to_the_same_question_is_no_second_case(action, official, office):
    thread = question(action, official)
    for day in (1, 4):
        thread.reply(by=office, today=MONDAY + timedelta(days=day), words="Đủ.")

    assert average_days(QUESTIONS, FRIDAY) == 1


def test_what_was_checked_stands_in_the_history_with_the_decision(bound, office):
    action, other = reported(*bound), reported(*bound)
    action.verify(by=office, today=FRIDAY, checks=["signature", "content"])
    other.send_back(by=office, today=FRIDAY, reason="Thiếu dấu", checks=["time"])
    last = [Event.objects.of(each).last() for each in (action, other)]

    assert [event.after.get("checks") for event in last] == [["content", "signature"], ["time"]]


def test_a_check_that_is_not_in_the_list_is_not_taken(bound, office):
    action = reported(*bound)
    with pytest.raises(Invalid):
        action.verify(by=office, today=FRIDAY, checks=["beauty"])

    assert Action.objects.get(pk=action.pk).state == "reported"


def test_only_short_requests_may_be_granted_together(bound, settings):
    settings.EXTENSION_BULK_DAYS = 15

    assert [asked(*bound, days=days).is_short for days in (15, 16)] == [True, False]
    assert date(2022, 8, 31) == factories.DUE
