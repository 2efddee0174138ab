"""Hints tell what a reader will ask; they never stop anybody."""

from datetime import date
from types import SimpleNamespace

import pytest

from plans.models import Plan
from plans.models.submissions.hints import hints_of
from tests.factories import IN_JUNE, ISSUED, actor
from tracker.calendar import PUBLISHED

REVIEW = SimpleNamespace(plan_due_on=date(2022, 7, 29), plan_year=2022)
WHOLE = {"statement": "Số hóa 40 văn bản", "expected_output": "", "owner_id": 1, "due_on": date(2022, 8, 31)}


def hints(language="en", **fields):
    action = SimpleNamespace(**(WHOLE | fields), weakness=SimpleNamespace(review=REVIEW))
    return hints_of(action, IN_JUNE, PUBLISHED)


def test_a_whole_action_gets_three_ticks_and_nothing_else():
    assert [hint.is_good for hint in hints()] == [True, True, True]


@pytest.mark.parametrize(
    ("fields", "ticks", "remarks"),
    [
        ({"statement": "Tăng cường kiểm tra"}, 2, 1),
        ({"statement": "Tăng cường kiểm tra", "expected_output": "Báo cáo kết quả kiểm tra"}, 3, 0),
        ({"statement": "Tăng cường kiểm tra 12 xã"}, 3, 0),
        ({"statement": "Phối hợp chặt chẽ"}, 2, 1),
        ({"owner_id": None}, 2, 0),
        ({"due_on": None}, 2, 0),
        ({"due_on": date(2022, 9, 3)}, 2, 1),
        ({"due_on": date(2022, 9, 2)}, 2, 1),
        ({"due_on": date(2022, 6, 1)}, 2, 1),
        ({"due_on": date(2023, 3, 1)}, 2, 1),
    ],
)
def test_what_is_missing_or_vague_is_remarked(fields, ticks, remarks):
    found = hints(**fields)

    assert (sum(hint.is_good for hint in found), sum(not hint.is_good for hint in found)) == (ticks, remarks)


def test_vague_words_and_a_missing_product_are_told_apart():
    assert hints(statement="Đẩy mạnh tuyên truyền")[-1] != hints(statement="Phối hợp chặt chẽ")[-1]


@pytest.mark.parametrize(
    ("ends_on", "due_on", "told"),
    [
        (None, date(2022, 12, 30), None),
        (None, date(2023, 3, 1), "31/12/2022"),
        (date(2023, 6, 30), date(2023, 6, 30), None),
        (date(2023, 6, 30), date(2023, 7, 3), "30/06/2023"),
        (date(2022, 10, 31), date(2022, 11, 1), "31/10/2022"),
    ],
)
def test_a_deadline_is_held_against_the_plans_own_last_day(ends_on, due_on, told, review, home_affairs):
    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    plan.end_period(by=actor(home_affairs), today=ISSUED, ends_on=ends_on)
    action = SimpleNamespace(**(WHOLE | {"due_on": due_on}), weakness=SimpleNamespace(review=plan.review))
    last = hints_of(action, IN_JUNE, PUBLISHED)[-1]

    assert last.is_good if told is None else told in last.words


def test_a_deadline_on_a_day_off_names_the_next_working_day():
    assert "05/09/2022" in hints(due_on=date(2022, 9, 3))[-1].words
