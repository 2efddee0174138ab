"""What no longer holds is not sent, and the ledger says why."""

from datetime import date, time

import pytest

from notifications.models import Envelope, Obligation
from tests import factories
from tests.notifications.days import MONDAY, tick
from tracker.models import Membership, User

TUESDAY = date(2022, 8, 23)


@pytest.fixture
def planned(old_news, sink):
    """The owner's reminder is owed, and will leave at half past seven."""
    tick(MONDAY, time(7))
    return old_news


def reasons(code: str = "action-due") -> list[str]:
    return list(Obligation.objects.filter(rule__code=code).order_by("pk").values_list("reason", flat=True))


def test_a_reminder_of_a_reported_action_is_cancelled(planned, official, sink):
    by = factories.actor(official)
    planned.add_document(by=by, today=MONDAY, number="1/BC", issued_on=MONDAY, issuer="Sở", title="Báo cáo")
    planned.report(by=by, today=MONDAY)
    tick(MONDAY)

    assert reasons() == ["closed"]
    assert sink.to(official.email) == []


def test_a_reminder_of_an_action_given_to_another_goes_to_the_new_owner_only(planned, official, head, sink):
    colleague = factories.person("nam@sample.test", "Đỗ Nam", "official", planned.lead_unit)
    planned.assign(by=factories.actor(head), today=MONDAY, owner=colleague)
    tick(MONDAY)

    assert reasons() == ["reassigned", ""]
    assert len(sink.to(official.email)) == 1  # that it is no longer his
    assert len(sink.to(colleague.email)) == 2  # that it is his, and that it is due


def test_a_disabled_account_gets_nothing_and_its_unit_is_told_instead(planned, official, head, sink):
    type(official).objects.filter(pk=official.pk).update(is_active=False)
    tick(MONDAY)

    assert reasons() == ["inactive"]
    assert sink.mails == []


def test_who_left_the_unit_may_not_see_the_action_any_more(planned, official, sink):
    Membership.objects.filter(user=official).delete()
    tick(MONDAY)

    assert reasons() == ["reassigned"]
    assert sink.mails == []
    assert Envelope.objects.get(kind="bundle").reason == "empty"


def test_what_changed_while_the_mail_server_was_away_is_not_sent(
    planned, official, home_affairs, sink, settings
):
    settings.EMAIL_PORT = 1
    tick(MONDAY)
    planned.drop(by=factories.actor(home_affairs), today=MONDAY, reason="Không còn phù hợp")
    settings.EMAIL_PORT = sink.port
    tick(MONDAY, time(9))

    assert sink.mails == []
    assert reasons() == ["closed"]


def test_a_reminder_cancelled_while_the_account_was_disabled_is_owed_again_when_it_is_not(
    planned, official, sink
):
    User.objects.filter(pk=official.pk).update(is_active=False)
    tick(MONDAY)
    assert reasons() == ["inactive"]

    User.objects.filter(pk=official.pk).update(is_active=True)
    tick(TUESDAY)
    assert [mail["To"] for mail in sink.to(official.email)] == [official.email]
    assert reasons() == [""]
