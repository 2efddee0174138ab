"""Units that only the plan's lines name hear of the issue too: their heads read what with, once each."""

from datetime import date, time

import pytest

from notifications.models import Discrepancy, Obligation
from notifications.reconcile.books import compare
from plans.models import Plan
from tests import factories
from tests.factories import ISSUED, actor
from tests.notifications.days import at, tick
from tests.plans.life.steps import SIGNED

WHY = "Kịp thời hạn tháng 7"


@pytest.fixture
def surgeon(health):
    return factories.person("dung@sample.test", "Đỗ Dũng", "unit_head", health)


@pytest.fixture
def nurse(health):
    return factories.person("yen@sample.test", "Võ Yến", "official", health)


@pytest.fixture
def draft(accepted, review, home_affairs, sink):
    """What came before was told already."""
    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    tick(ISSUED, time(7))
    sink.mails.clear()
    return plan


def issue(plan, home_affairs) -> None:
    by = {"by": actor(home_affairs), "today": ISSUED}
    plan.send(reason=WHY, **by)
    plan.issue(reason=WHY, **(SIGNED | by))
    tick(ISSUED, time(9))


def told(sink, person) -> list:
    return [mail for mail in sink.to(person.email) if "118/KH-UBND" in mail["Subject"]]


def words(mail) -> str:
    return " ".join(mail.get_body(("plain",)).get_content().split())


def test_the_head_of_a_unit_that_only_a_line_names_reads_the_line_and_who_leads(
    draft, health, surgeon, nurse, accepted, home_affairs, sink
):
    line = draft.items.get()
    line.coordinating_units.add(health)
    issue(draft, home_affairs)

    (mail,) = told(sink, surgeon)
    assert "Sở Tài nguyên và Môi trường" in words(mail) and line.measure in words(mail)
    assert f"/ke-hoach/2022/dong/{line.pk}/" in mail.get_body(("html",)).get_content()
    assert accepted.ref not in words(mail), "the unit has nothing to do with the action itself"
    assert told(sink, nurse) == []


def test_a_unit_named_on_the_line_and_on_the_action_reads_it_once(
    draft, health, surgeon, accepted, home_affairs, sink
):
    line = draft.items.get()
    line.coordinating_units.add(health)
    accepted.coordinating_units.add(health)
    issue(draft, home_affairs)

    (mail,) = told(sink, surgeon)
    assert words(mail).count(line.measure) == 1 and accepted.ref in words(mail)
    assert Obligation.objects.filter(recipient=surgeon, rule__code="plan-issued").count() == 1


def test_what_a_unit_answers_for_is_not_told_again_as_a_line(draft, environment, head, home_affairs, sink):
    """As after a merge: the line is led by another unit and names the one that carries the work out."""
    line = draft.items.get()
    line.coordinating_units.add(environment)
    issue(draft, home_affairs)

    (mail,) = told(sink, head)
    assert words(mail).count(line.measure) == 1


def test_the_head_of_a_unit_that_only_the_line_says_leads_is_told_so(
    draft, health, surgeon, home_affairs, sink
):
    type(surgeon).objects.filter(pk=surgeon.pk).update(language="en")
    draft.items.update(lead_unit=health)
    issue(draft, home_affairs)

    (mail,) = told(sink, surgeon)
    assert "1 actions for you" in mail["Subject"]
    assert "Lines that name your unit as leading" in words(mail)


def test_it_is_told_once_however_often_the_engine_turns_and_the_books_agree(
    draft, health, surgeon, home_affairs, sink
):
    draft.items.get().coordinating_units.add(health)
    issue(draft, home_affairs)
    for minute in range(3):
        tick(ISSUED, time(9, minute))
    tick(date(2022, 7, 18))
    compare(at(date(2022, 7, 18), time(20)))

    assert len(told(sink, surgeon)) == 1
    assert not Discrepancy.objects.filter(rule__code="plan-issued").exists()


def test_the_books_miss_the_head_who_was_not_told(draft, health, surgeon, home_affairs, sink):
    draft.items.get().coordinating_units.add(health)
    issue(draft, home_affairs)
    Obligation.objects.filter(recipient=surgeon).delete()
    tick(date(2022, 7, 18))
    compare(at(date(2022, 7, 18), time(20)))

    (found,) = Discrepancy.objects.filter(rule__code="plan-issued")
    assert (found.kind, found.recipient) == ("missing", surgeon)
