"""What changed between two attempts, Home Affairs' own wording, and the mail that quotes its remarks."""

from datetime import date, timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import actor
from tests.notifications.days import tick
from tests.plans.reviewing import HERE, REVIEW
from tests.reading import Reader, text
from tracker import calendar


@pytest.fixture
def second_attempt(waiting, weakness, official, head, home_affairs) -> Submission:
    today = calendar.today()
    back = {"rows": {weakness.pk: "Nêu số liệu"}, "due_on": today + timedelta(days=3)}
    waiting.send_back(by=actor(home_affairs), today=today, **back)
    waiting.draft(by=actor(official), today=today, strengths="Đúng hạn hơn")
    waiting.send_to_head(by=actor(official), today=today)
    waiting.submit(by=actor(head), today=today)
    return waiting


def test_what_changed_since_the_last_attempt_is_marked_word_by_word(second_attempt, official, home_affairs):
    reader = Reader(home_affairs)
    review = text(reader.get(REVIEW))
    assert f'href="{HERE}thay-doi/"' in review and "Nêu số liệu" in review

    for person in (home_affairs, official):
        page = text(Reader(person).get(f"{HERE}thay-doi/"))
        assert "<ins>hơn</ins>" in page and "<del>" not in page
    assert reader.status_of(f"{HERE}thay-doi/?attempt=7") == 404


def test_of_a_first_attempt_there_is_nothing_to_compare(waiting, foreign_official, home_affairs):
    assert "first attempt" in text(Reader(home_affairs).get(f"{HERE}thay-doi/"))
    assert Reader(foreign_official).status_of(f"{HERE}thay-doi/") == 404


def test_the_wording_for_the_plan_stands_beside_the_units_words(waiting, weakness, proposed, home_affairs):
    reader, page = Reader(home_affairs), f"{REVIEW}{weakness.ref}/chinh-ly/"
    form = reader.get(page).context["form"]
    words = {field.name: field.value() for field in form} | {
        "title": "Trễ hạn",
        f"{proposed.ref}-statement": "Số hóa hết",
    }

    assert reader.post(page, words).status_code == 303
    review = text(reader.get(REVIEW))
    assert "Trễ hạn" in review and "Số hóa hết" in review and proposed.statement in review
    action = text(reader.get(f"/hanh-dong/{proposed.ref}/"))
    assert "Số hóa hết" in action and proposed.statement in action


def test_a_colleagues_wording_is_not_overwritten(
    waiting, weakness, proposed, home_affairs, second_home_affairs
):
    reader, page = Reader(home_affairs), f"{REVIEW}{weakness.ref}/chinh-ly/"
    form = reader.get(page).context["form"]
    words = {field.name: field.value() for field in form} | {
        f"{proposed.ref}-output": "Của Bình",
        "title": "Bình",
    }
    proposed.edit(by=actor(second_home_affairs), today=calendar.today(), output="Của Lan")
    conflict = reader.post(page, words)

    weakness.refresh_from_db(), proposed.refresh_from_db()
    assert conflict.status_code == 409 and "Của Bình" in text(conflict)
    assert (weakness.edited_title, proposed.edited_output) == ("", "Của Lan")


def test_the_mail_about_a_return_quotes_every_remark(
    weakness, proposed, submission, official, head, home_affairs, sink
):
    factories.submitted(submission, official, head)
    submission.send_back(
        by=actor(home_affairs), today=factories.ACCEPTED, rows={weakness.pk: "Nêu <số liệu>"},
        remark="Đọc kỹ hướng dẫn", due_on=date(2022, 6, 30),
    )  # fmt: skip
    tick(factories.ACCEPTED)

    (mail,) = [mail for mail in sink.to(head.email) if "30/06" in mail["Subject"]]
    words = mail.get_body(("plain",)).get_content()
    assert "Đọc kỹ hướng dẫn" in words and f"{weakness.ref}: Nêu <số liệu>" in words and "30/06/2022" in words
