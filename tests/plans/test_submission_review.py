"""Home Affairs reads a submission and notes row by row what it means to decide."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import actor
from tests.plans.reviewing import HERE, REVIEW, in_place, note, row_of
from tests.reading import Reader, text
from tracker import calendar
from tracker.models import Question


@pytest.fixture
def place(weakness) -> str:
    return f"{REVIEW}{weakness.ref}/"


def test_everything_that_was_handed_in_is_read_beside_its_checklist(
    waiting, weakness, proposed, official, home_affairs
):
    Question.ask(weakness, by=actor(official), today=factories.IN_JUNE, words="Tính cả hồ sơ đã rút?")
    page = text(Reader(home_affairs).get(REVIEW))

    for words in ("Đúng hạn", weakness.statement, "Chưa phân công rõ.", official.full_name, proposed.statement,
                  "Tính cả hồ sơ đã rút?", "in time", "attempt 1", "The deadline is reasonable",
                  "0 of 1 row examined"):  # fmt: skip
        assert words in page


def test_what_the_unit_writes_afterwards_is_not_what_was_handed_in(waiting, weakness, home_affairs):
    type(weakness).objects.filter(pk=weakness.pk).update(statement="Đổi sau khi nộp")

    assert "Đổi sau khi nộp" not in text(Reader(home_affairs).get(REVIEW))


def test_last_years_weakness_is_shown_with_how_far_its_actions_came(
    waiting, weakness, official, environment, home_affairs
):
    old = factories.review(home_affairs, year=2020)
    repeated = factories.weakness(old, environment, home_affairs)
    action = factories.tracked_action(repeated, official, home_affairs)
    type(weakness).objects.filter(pk=weakness.pk).update(repeats=repeated)
    page = text(Reader(home_affairs).get(REVIEW))

    assert f"It repeats {repeated.ref} of 2020." in page and action.ref in page and "Not started" in page


def test_nobody_else_reviews(waiting, official, head, leader, foreign_official):
    assert [Reader(person).status_of(REVIEW) for person in (official, head, leader)] == [403, 403, 403]
    assert Reader(foreign_official).status_of(REVIEW) == 404


def test_what_was_never_handed_in_is_not_reviewed(submission, home_affairs):
    assert Reader(home_affairs).get(REVIEW).url == HERE


def test_notes_are_kept_in_place_and_the_decision_follows(waiting, place, home_affairs):
    reader = Reader(home_affairs)
    kept = text(
        in_place(
            reader, place, verdict="return", remark="Nêu số liệu", checks=["causes", "measures"], seen=""
        )
    )

    assert "data-kept" in kept and "<html" not in kept and "Return with 1 remark…" in kept
    assert (row_of(waiting).draft_remark, row_of(waiting).checks) == ("Nêu số liệu", ["causes", "measures"])


def test_without_javascript_the_button_keeps_them_and_leads_back_to_the_row(
    waiting, weakness, place, home_affairs
):
    answer = Reader(home_affairs).post(place, {"verdict": "accept", "seen": ""})

    assert (answer.status_code, answer.url) == (303, f"{REVIEW}#{weakness.ref}")
    assert row_of(waiting).verdict == "accept"


def test_marked_to_be_returned_without_a_word_the_page_asks_for_one(waiting, place, home_affairs):
    kept = text(in_place(Reader(home_affairs), place, verdict="return", seen=""))

    assert "Write in the remark what is to be mended." in kept


@pytest.mark.parametrize("words", [{"verdict": "perhaps"}, {"checks": ["colour"]}, {"remark": "x" * 4001}])
def test_what_cannot_be_kept_is_named_and_stays_typed(words, waiting, place, home_affairs):
    reader = Reader(home_affairs)
    typed = {"remark": "Giữ lời này", "seen": ""} | words
    answer = reader.post(place, typed)

    assert answer.status_code == 422 and typed["remark"] in text(answer)
    assert 'class="error"' in text(in_place(reader, place, **typed))
    assert row_of(waiting).draft_remark == ""


def test_a_colleagues_notes_are_shown_and_replaced_only_knowingly(
    waiting, weakness, place, home_affairs, second_home_affairs
):
    theirs = note(waiting, second_home_affairs, "accept", remark="Lan thấy được")
    mine = {"verdict": "return", "remark": "Bình muốn sửa", "seen": ""}
    reader = Reader(home_affairs)

    told, page = text(in_place(reader, place, **mine)), reader.post(place, mine)
    assert page.status_code == 409
    for words in (told, text(page)):
        assert "Lan thấy được" in words and theirs.stamp.replace("+", "+") in words
    assert "Bình muốn sửa" in text(page) and row_of(waiting).draft_remark == "Lan thấy được"

    reader.post(place, mine | {"seen": theirs.stamp})
    assert row_of(waiting).draft_remark == "Bình muốn sửa"


def test_notes_on_what_a_colleague_has_just_decided_are_told_who_and_kept_typed(
    waiting, place, home_affairs, second_home_affairs
):
    waiting.accept(by=actor(second_home_affairs), today=calendar.today())
    mine = {"verdict": "return", "remark": "Bình muốn sửa", "seen": ""}
    reader = Reader(home_affairs)
    refused = reader.post(place, mine)

    assert refused.status_code == 409 and "Phạm Thị Lan" in text(refused) and "Bình muốn sửa" in text(refused)
    assert "Phạm Thị Lan" in text(in_place(reader, place, **mine))


def test_many_rows_cost_no_more_questions_to_the_database_than_one(
    weakness, proposed, submission, review, environment, official, head, home_affairs
):
    factories.submitted(submission, official, head)
    reader = Reader(home_affairs)
    few = asked(reader)
    for number in range(4):
        other = factories.weakness(review, environment, home_affairs, title=f"Hạn chế {number}")
        factories.action(other, official)
    submission.send_back(by=actor(home_affairs), today=factories.DEADLINE, rows={weakness.pk: "Nêu số liệu"},
                         due_on=factories.ACCEPTED)  # fmt: skip
    factories.submitted(submission, official, head)

    assert len(reader.get(REVIEW).context["readings"]) == 5
    assert asked(reader) <= few + 8  # what hangs on several weaknesses is asked for once


def asked(reader) -> int:
    reader.get(REVIEW)
    with CaptureQueriesContext(connection) as queries:
        reader.get(REVIEW)
    return len(queries)
