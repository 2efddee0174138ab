"""The time status is derived from the dates on a given day, the same in Python and in SQL."""

from datetime import date, timedelta

import pytest

from tests.factories import DUE, actor
from tracker.models import Action


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (DUE - timedelta(days=8), "on_time"),
        (DUE - timedelta(days=7), "due_soon"),
        (DUE - timedelta(days=1), "due_soon"),
        (DUE, "due_today"),
        (DUE + timedelta(days=1), "overdue"),
    ],
)
def test_an_open_action_turns_overdue_the_day_after_its_deadline(day, status, action):
    assert action.time_status(day) == status
    assert Action.objects.with_time_status(day).get().time_status_on == status


@pytest.mark.parametrize(
    ("reported_on", "status"), [(DUE, "done_on_time"), (DUE + timedelta(days=1), "done_late")]
)
def test_lateness_is_judged_by_the_day_of_the_report(reported_on, status, action, official):
    action.add_link(by=actor(official), today=DUE, url="https://portal.example.test", title="Trang")
    action.report(by=actor(official), today=reported_on, delay_cause="Mưa lũ")

    much_later = date(2022, 12, 31)
    assert action.time_status(much_later) == status
    assert Action.objects.with_time_status(much_later).get().time_status_on == status


def test_overdue_counts_only_what_is_watched_and_open(action, proposed, home_affairs):
    day_after = DUE + timedelta(days=1)
    assert Action.objects.overdue(day_after).count() == 1

    action.drop(by=actor(home_affairs), today=DUE, reason="Trùng")

    assert not Action.objects.overdue(day_after).exists()
