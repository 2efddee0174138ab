"""Cases that wait for Home Affairs, put there by the unit's own verbs."""

from datetime import date, timedelta

from tests import factories
from tracker.models import Question

MONDAY = date(2022, 8, 1)


def asked(weakness, official, home_affairs, on: date = MONDAY, days: int = 30):
    """A request for so many days more, on an action of its own."""
    action = factories.tracked_action(weakness, official, home_affairs)
    return action.ask_extension(
        by=factories.actor(official), today=on, requested_due_on=factories.DUE + timedelta(days=days),
        reason="Chờ phân bổ kinh phí",
    )  # fmt: skip


def reported(weakness, official, home_affairs, on: date = MONDAY, **fields):
    """A report with one link as its proof, on an action of its own."""
    action = factories.tracked_action(weakness, official, home_affairs, **fields)
    by = {"by": factories.actor(official), "today": on}
    action.add_link(**by, url="https://haugiang.gov.vn/bai", title="Bài đăng")
    action.report(**by, note="Đã làm xong.", delay_cause="Chờ kinh phí" if on > action.due_on else "")
    return action


def question(thing, official, on: date = MONDAY, words: str = "Ảnh chụp có đủ không?"):
    return Question.ask(thing, by=factories.actor(official), today=on, words=words)
