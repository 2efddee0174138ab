"""Asking for a paper: who may, what is one and the same, and what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plans.models import PaperJob, Submission
from tests import factories
from tests.factories import SUMMER, actor
from tracker.errors import Invalid, Refused

NOW = timezone.now()


def ask(kind, who, review, format="docx", now=NOW, **about) -> PaperJob:
    return PaperJob.ask(kind, format, by=actor(who), today=SUMMER, now=now, review=review, **about)


def test_the_same_paper_asked_for_twice_within_a_minute_is_one_job(draft, review, home_affairs):
    first = ask("plan", home_affairs, review)

    assert ask("plan", home_affairs, review, now=NOW + timedelta(seconds=50)) == first
    assert ask("plan", home_affairs, review, now=NOW + timedelta(seconds=70)) != first
    assert ask("plan", home_affairs, review, format="pdf") != first


def test_what_is_ready_is_written_anew_when_asked_again(draft, review, home_affairs):
    first = ask("plan", home_affairs, review)
    first.build(today=SUMMER, now=NOW)

    assert ask("plan", home_affairs, review) != first


def test_two_people_asking_have_a_paper_each(draft, review, home_affairs, second_home_affairs):
    assert ask("plan", home_affairs, review) != ask("plan", second_home_affairs, review)


def test_a_unit_has_no_draft_plan_but_an_issued_one(draft, review, official, home_affairs):
    with pytest.raises(Refused):
        ask("plan", official, review)

    draft.send(by=actor(home_affairs), today=SUMMER, reason=factories.ALL_THE_SAME)
    draft.issue(by=actor(home_affairs), today=SUMMER, number="118/KH-UBND", issued_on=factories.ISSUED,
                signer_name="Đồng Văn Thanh", reason=factories.ALL_THE_SAME)  # fmt: skip
    review.refresh_from_db()
    assert ask("plan", official, review).kind == "plan"


@pytest.mark.parametrize("kind", ["progress", "synthesis", "sending"])
def test_what_tells_of_all_units_is_for_those_who_watch(kind, issued, review, official, inspector):
    with pytest.raises(Refused):
        ask(kind, official, review)

    assert ask(kind, inspector, review).kind == kind


def test_a_units_report_is_for_the_unit_and_for_those_who_watch(
    review, weakness, official, foreign_official, leader
):
    of_unit = Submission.objects.get(unit__code="STNMT")

    assert ask("submission", official, review, submission=of_unit)
    assert ask("submission", leader, review, submission=of_unit)
    with pytest.raises(Refused):
        ask("submission", foreign_official, review, submission=of_unit)


def test_a_format_a_paper_does_not_have_is_named(draft, review, home_affairs):
    with pytest.raises(Invalid) as refusal:
        ask("sending", home_affairs, review, format="xlsx")

    assert set(refusal.value.errors) == {"format"}


def test_figures_of_a_day_that_has_not_come_are_refused(issued, review, home_affairs):
    with pytest.raises(Invalid) as refusal:
        ask("progress", home_affairs, review, on=SUMMER + timedelta(days=1))

    assert set(refusal.value.errors) == {"on"}
    assert ask("progress", home_affairs, review, on=date(2022, 7, 20)).on == date(2022, 7, 20)


def test_without_a_plan_there_is_no_paper_of_it(review, home_affairs):
    with pytest.raises(Refused):
        ask("plan", home_affairs, review)


def test_everybody_sees_what_he_asked_for_and_a_unit_its_own_reports(
    issued, review, official, head, foreign_official, leader
):
    of_unit = Submission.objects.get(unit__code="STNMT")
    report = ask("submission", official, review, submission=of_unit)
    plan = ask("plan", official, review)

    seen = {
        who: set(PaperJob.objects.visible_to(actor(who)))
        for who in (official, head, foreign_official, leader)
    }
    assert seen == {official: {report, plan}, head: {report}, foreign_official: set(), leader: {report, plan}}
