"""The board shows every unit once, in its group of that year; each counter is the length of its list."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from plans.models import Submission
from tests import factories
from tests.plans.board_units import NAMES, lived, make_units
from tests.reading import Reader, in_english, text
from tracker import calendar
from tracker.models import AssessedUnit, Review, UnitGroup

PLACE = "/ban-nop/2021/"


@pytest.fixture
def units(home_affairs_unit):
    make_units()


@pytest.fixture
def board(units, home_affairs):
    return lived(factories.review(home_affairs))


def codes(page) -> list[str]:
    return [row.submission.unit.code for row in page.context["board"].rows]


def listed(person, query: str = "") -> list[str]:
    return codes(Reader(person).get(f"{PLACE}?{query}"))


def counters(page) -> dict[str, tuple[int, str]]:
    """What each counter says and where it leads."""
    found = re.findall(r'id="counter-(\w+)" href="([^"]+)"[^>]*>(?:<svg.*?</svg>)?<b[^>]*>(\d+)', text(page))
    return {name: (int(number), address) for name, address, number in found}


def test_every_unit_stands_once_in_its_group_of_that_year(board, home_affairs):
    AssessedUnit.objects.filter(unit__code="U1").update(group=UnitGroup.objects.get(code="huyen"))
    groups = Reader(home_affairs).get(PLACE).context["board"].groups

    assert [(group.code, [row.submission.unit.code for row in rows]) for group, rows in groups] == [
        ("so_nganh", ["U3", "U2"]),
        ("huyen", ["U4", "U5", "U6", "U7", "U1"]),
    ]


def test_without_a_group_of_that_year_the_units_own_one_counts(board, home_affairs):
    AssessedUnit.objects.all().delete()

    assert [group.code for group, _rows in Reader(home_affairs).get(PLACE).context["board"].groups] == [
        "so_nganh", "huyen",
    ]  # fmt: skip


@pytest.mark.parametrize("view", ["", "?view=table"])
def test_each_counter_is_as_long_as_the_list_it_leads_to(view, board, home_affairs):
    Submission.objects.filter(unit__code="U2").update(due_on=calendar.today() - timedelta(days=2))
    reader = Reader(home_affairs)
    found = counters(reader.get(PLACE + view))

    assert found.keys() == {
        "handed_in", "missing", "accepted", "submitted", "returned", "head_review", "draft", "not_started",
        "exempt", "late", "own",
    }  # fmt: skip
    for number, address in found.values():
        assert len(codes(reader.get(address.replace("&amp;", "&")))) == number


def test_the_headline_counts_who_owes_and_leaves_the_exempt_out(board, home_affairs):
    in_english(home_affairs)
    page = text(Reader(home_affairs).get(PLACE))

    assert "2/6 handed in (33.3%)" in page and "10 days left" in page


def test_the_main_button_chases_all_that_have_not_handed_in_whatever_is_filtered(board, home_affairs):
    for query in ("", "?state=accepted"):
        page = text(Reader(home_affairs).get(PLACE + query))
        link = re.search(r'id="chase-missing" href="([^"]+)"', page).group(1)
        assert sorted(re.findall(r"unit=(\w+)", link)) == ["U1", "U2", "U3", "U5"]
        assert "about=submission" in link


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=handed_in", {"U4", "U6"}),
        ("state=missing", {"U1", "U2", "U3", "U5"}),
        ("state=exempt", {"U7"}),
        ("group=huyen&state=missing", {"U5"}),
        ("q=dat+dai", {"U1"}),
        ("q=giao", {"U2"}),
        ("q=U7", {"U7"}),
        ("own=yes", {"U3"}),
        ("q=khong+co", set()),
    ],
)
def test_filters_narrow_the_board(query, expected, board, home_affairs):
    Submission.objects.filter(unit__code="U3").update(due_on=calendar.today() + timedelta(days=20))

    assert set(listed(home_affairs, query)) == expected


def test_a_narrowed_board_leads_back_to_all_units_and_counts_them(board, home_affairs):
    in_english(home_affairs)

    assert "All 7 units" in text(Reader(home_affairs).get(f"{PLACE}?state=accepted"))


def test_late_is_what_is_owed_after_its_date_and_what_came_after_it(board, home_affairs):
    yesterday = calendar.today() - timedelta(days=1)
    Review.objects.filter(pk=board.pk).update(submissions_due_on=yesterday)
    Submission.objects.filter(unit__code__in=["U1", "U4"]).update(due_on=calendar.today())
    Submission.objects.filter(unit__code="U2").update(due_on=calendar.today() + timedelta(days=5))

    assert set(listed(home_affairs, "late=yes")) == {"U3", "U5", "U6"}


def test_a_filter_that_is_not_understood_is_said_so_and_lists_nothing(board, home_affairs):
    answer = Reader(home_affairs).get(f"{PLACE}?state=nonsense")

    assert answer.status_code == 422 and codes(answer) == []
    assert Reader(home_affairs).get(f"{PLACE}?sort=nonsense").status_code == 422
    assert Reader(home_affairs).get(f"{PLACE}xuat.xlsx?group=nonsense").status_code == 422


def test_the_table_sorts_by_its_columns_and_what_has_no_value_comes_last(board, home_affairs):
    today = calendar.today()
    Submission.objects.filter(unit__code="U4").update(submitted_on=today - timedelta(days=3))

    assert listed(home_affairs, "view=table&sort=submitted")[:2] == ["U4", "U6"]
    assert listed(home_affairs, "view=table&sort=-submitted")[:2] == ["U6", "U4"]
    assert listed(home_affairs, "view=table&sort=-state")[0] == "U7"
    assert listed(home_affairs, "view=table") == ["U3", "U1", "U2", "U4", "U5", "U6", "U7"]


def test_the_workbook_holds_the_rows_of_the_page_in_its_order(board, home_affairs):
    query = "state=missing&view=table&sort=-state"
    answer = Reader(home_affairs).get(f"{PLACE}xuat.xlsx?{query}")
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    names = [row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]

    order = [NAMES.get(code, f"Đơn vị {code}") for code in listed(home_affairs, query)]
    assert names == order and len(names) == 4


def test_one_click_leads_home_affairs_to_examine_what_was_handed_in_and_others_to_the_page(
    board, home_affairs, leader
):
    page = text(Reader(home_affairs).get(PLACE))
    assert re.search(rf'id="unit-U4" href="{PLACE}U4/xem-xet/"', page)
    assert re.search(rf'id="unit-U2" href="{PLACE}U2/"', page)
    assert re.search(rf'id="unit-U4" href="{PLACE}U4/"', text(Reader(leader).get(PLACE)))


@pytest.mark.parametrize("view", ["", "view=table"])
def test_more_units_cost_no_more_queries(view, board, home_affairs):
    reader = Reader(home_affairs)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(f"{PLACE}?{view}").status_code == 200
        return len(captured)

    _grow(board, home_affairs, 1)
    queries()  # afterwards the choices of the filter are in the cache
    few = queries()
    _grow(board, home_affairs, 10)

    assert queries() == few


def _grow(board, home_affairs, many: int) -> None:
    """So many units more, each with an official and a weakness with an action, a cause and somebody responsible."""
    for number in range(many):
        unit = factories.unit(f"M{many}-{number}", f"Đơn vị mới {number}")
        official = factories.person(f"m{many}{number}@sample.test", "Nguyễn Văn M", "official", unit)
        factories.action(factories.weakness(board, unit, home_affairs), official)
        factories.complete(Submission.objects.create(review=board, unit=unit), official)


def test_htmx_gets_the_part_that_changes_with_its_counters(board, home_affairs):
    part = text(Reader(home_affairs).get(f"{PLACE}?state=draft", headers={"HX-Request": "true"}))

    assert "<html" not in part and 'id="board"' in part
    assert part.count('hx-swap-oob="true"') == 2
