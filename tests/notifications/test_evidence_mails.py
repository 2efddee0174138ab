"""Other proof is expected of an accepted action: its owner and the head read what was asked, what is asked, and why."""

from datetime import time

import pytest

from notifications.models import Discrepancy, Obligation
from notifications.reconcile.books import compare
from tests import factories
from tests.notifications.days import MONDAY, at, tick
from tests.reading import Reader, in_english

WHY = "Kế hoạch yêu cầu <quyết định> & phụ lục."


@pytest.fixture
def corrected(old_news, official, head, home_affairs, sink):
    in_english(official, head)
    for kind in ("Tờ trình", "Báo cáo"):
        old_news.expected_evidence.create(description=kind)
    tick(MONDAY, time(7))
    sink.mails.clear()
    correct(old_news, home_affairs, ["Báo cáo", "Quyết định"])
    tick(MONDAY, time(7, 5))
    return old_news


def correct(action, home_affairs, kinds: list[str]) -> None:
    action.expect_evidence(by=factories.actor(home_affairs), today=MONDAY, kinds=kinds, reason=WHY)


def words(mail, part: str = "plain") -> str:
    return " ".join(mail.get_body((part,)).get_content().split())


def test_owner_and_head_read_before_now_and_why_and_nobody_else_does(corrected, official, head, sink):
    assert sorted(mail["To"] for mail in sink.mails) == sorted([official.email, head.email])
    (mail,) = sink.to(official.email)
    text = words(mail)

    assert mail["Subject"] == f"Other evidence expected: {corrected.ref}"
    assert text.index("No longer expected: - Tờ trình") < text.index("Expected from now on: - Quyết định")
    assert "Expected as before: - Báo cáo" in text and f"“{WHY}”" in text
    assert "&lt;quyết định&gt; &amp; phụ lục" in words(mail, "html")
    assert [part.get_content_type() for part in mail.walk()].count("text/calendar") == 0
    assert Reader(official).get(f"/h/{corrected.ref}", follow=True).status_code == 200


def test_it_is_told_once_and_a_second_correction_is_told_as_well(corrected, official, home_affairs, sink):
    tick(MONDAY, time(7, 10))
    assert len(sink.to(official.email)) == 1

    corrected.refresh_from_db()
    correct(corrected, home_affairs, ["Báo cáo"])
    tick(MONDAY, time(7, 15))
    assert len(sink.to(official.email)) == 2
    assert "No longer expected: - Quyết định" in words(sink.to(official.email)[-1])


def test_what_changed_nothing_is_not_told(corrected, official, home_affairs, sink):
    correct(corrected, home_affairs, ["Quyết định", "Báo cáo"])
    tick(MONDAY, time(7, 15))

    assert len(sink.to(official.email)) == 1


def test_the_books_agree(corrected):
    compare(at(MONDAY, time(20)))

    assert Obligation.objects.filter(rule__code="action-evidence", state="done").count() == 2
    assert not Discrepancy.objects.filter(rule__code="action-evidence").exists()
