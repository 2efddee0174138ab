"""An address that failed three times in a row is named, to those who can have it corrected."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from notifications.watching import failures, health
from tests.notifications import envelopes
from tests.reading import Reader

NOW = timezone.now()


def fail(person, times: int, **fields) -> None:
    for _ in range(times):
        envelopes.failed(person, NOW, **fields)


def failing() -> list[int]:
    return failures.failing_people()


def test_two_failures_are_not_yet_named_three_are(official):
    fail(official, 2)
    assert failing() == []

    fail(official, 1)
    assert failing() == [official.pk]


def test_a_mail_that_got_through_ends_the_row(official):
    fail(official, 3)
    envelopes.sent(official, NOW)
    assert failing() == []

    fail(official, 2)
    assert failing() == []


def test_mails_that_are_still_waiting_neither_end_nor_lengthen_the_row(official):
    fail(official, 3)
    envelopes.waiting(official, NOW)

    assert failing() == [official.pk]


@pytest.mark.parametrize(
    "fields", [{"reason": "unwritable"}, {"kind": "test"}, {"address": "old@sample.test"}]
)
def test_faults_of_ours_test_mails_and_former_addresses_do_not_count(official, fields):
    fail(official, 2)
    fail(official, 1, **fields)

    assert failing() == []


def test_a_disabled_account_is_nobodys_concern(official):
    fail(official, 3)
    official.is_active = False
    official.save()

    assert failing() == []


def test_the_log_names_the_person_and_leads_the_administrator_to_the_address(official, admin, home_affairs):
    fail(official, 3)
    admin.is_superuser = True
    admin.save()
    change = reverse("admin:tracker_user_change", args=[official.pk])

    assert change in Reader(admin).get(reverse("mail-log")).content.decode()
    page = Reader(home_affairs).get(reverse("mail-log"))
    assert [row["person"] for row in page.context["watch"].failing] == [official]
    assert change not in page.content.decode()


def test_the_health_report_counts_them_and_names_nobody(official, client):
    fail(official, 3)
    detail = client.get("/health").json()["addresses"]

    assert detail == {"state": "ok", "detail": "1 address failed three times in a row"}
    assert health.addresses().state == "ok"


def test_the_failures_of_a_day_are_counted_against_all_that_ended(official, home_affairs):
    outcomes = {"sent": [envelopes.sent(official, NOW)], "failed": [envelopes.failed(official, NOW)]}
    outcomes["delayed"] = [envelopes.waiting(official, NOW)]
    outcomes["sent"].append(envelopes.sent(home_affairs, NOW, kind="test"))
    for outcome, mails in outcomes.items():
        for mail in mails:
            mail.tries.create(at=NOW - timedelta(hours=1), outcome=outcome)
    envelopes.failed(official, NOW).tries.create(at=NOW - timedelta(hours=25), outcome="failed")

    assert failures.of_a_day(NOW) == failures.Failures(failed=1, ended=2)
    assert failures.of_a_day(NOW).percent == 50
    assert failures.of_a_day(NOW - timedelta(days=9)).percent == 0
