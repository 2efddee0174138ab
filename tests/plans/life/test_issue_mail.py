"""The issued plan by mail: everybody reads what is his own, his unit's, and what his unit helps with."""

from datetime import date, time

import pytest

from notifications.models import Discrepancy
from notifications.reconcile.books import compare
from plans.models import Plan
from tests import factories
from tests.factories import ACCEPTED, ISSUED, actor
from tests.notifications.days import at, tick
from tests.plans.life.steps import SIGNED

WHY = "Kịp thời hạn tháng 7"


@pytest.fixture
def surgeon(health):
    return factories.person("dung@sample.test", "Đỗ Dũng", "unit_head", health)


@pytest.fixture
def of_colleague(weakness, environment, home_affairs):
    colleague = factories.person("nam@sample.test", "Đỗ Nam", "official", environment)
    return factories.tracked_action(weakness, colleague, home_affairs, statement="Tập huấn một cửa.")


@pytest.fixture
def told(accepted, of_colleague, health, surgeon, review, home_affairs, sink):
    """The plan was issued; the health department helps with Khởi's action, whose date the plan moved."""
    accepted.coordinating_units.add(health)
    by = {"by": actor(home_affairs), "today": ISSUED}
    plan = Plan.compile(review, **by)
    tick(ACCEPTED)
    plan.items.filter(contributions__action=accepted).update(due_on=date(2022, 9, 15))
    plan.send(reason=WHY, **by)
    sink.mails.clear()
    plan.issue(reason=WHY, **(SIGNED | by))
    tick(ISSUED, time(9))
    return plan


def read(sink, person) -> str:
    (mail,) = [mail for mail in sink.to(person.email) if "118/KH-UBND" in mail["Subject"]]
    return mail.get_body(("plain",)).get_content()


def test_an_owner_reads_his_own_work_with_its_frozen_date_before_the_rest_of_the_unit(
    told, sink, official, accepted, of_colleague
):
    words = read(sink, official)

    assert words.index(accepted.ref) < words.index(of_colleague.ref)
    assert "15/09/2022" in words and "/ke-hoach/2022/" in words


def test_the_head_of_a_unit_that_only_helps_reads_what_with(told, sink, surgeon, accepted, of_colleague):
    words = read(sink, surgeon)

    assert accepted.ref in words and "Sở Tài nguyên và Môi trường" in words
    assert of_colleague.ref not in words


def test_heads_and_owners_are_told_and_nobody_else(
    told, sink, official, head, surgeon, foreign_official, leader
):
    readers = {mail["To"] for mail in sink.mails if "118/KH-UBND" in mail["Subject"]}

    assert readers == {official.email, head.email, surgeon.email, "nam@sample.test"}


def test_the_books_find_nothing_missing_and_nothing_too_much(told, sink):
    tick(date(2022, 7, 18))
    compare(at(date(2022, 7, 18), time(20)))

    assert not Discrepancy.objects.filter(rule__code="plan-issued").exists()
