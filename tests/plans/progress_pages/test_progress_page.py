"""How far the plan is on any day: the sum first, each figure a link, nothing of other units for a unit."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from plans.models import Plan, RollUpRun
from tests.factories import DUE, actor
from tests.reading import Reader, in_english, text

from .conftest import AUGUST, OCTOBER, SEPTEMBER

PLACE = "/ke-hoach/2022/tien-do/"
RESULTS = ("done_on_time", "done_late", "open_in_time", "overdue")


def table(person, **query):
    return Reader(person).get(PLACE, query).context


def shown(person, **query) -> dict[str, tuple]:
    """For each row the sum and the four results."""
    rows = table(person, **query)["window"].rows
    return {
        row.thing.key: (row.figures.total, *(getattr(row.figures, name) for name in RESULTS)) for row in rows
    }


def results(row) -> tuple:
    return tuple(getattr(row.figures, name) for name in RESULTS)


@pytest.mark.parametrize(
    ("on", "of_the_whole"),
    [
        (date(2022, 7, 20), (0, 0, 7, 0)),
        (AUGUST, (1, 0, 5, 0)),
        (date(2022, 9, 5), (1, 0, 3, 2)),
        (SEPTEMBER, (2, 1, 2, 1)),
        (OCTOBER, (2, 1, 1, 2)),
    ],
)
def test_every_day_of_the_past_has_its_own_figures(on, of_the_whole, plan, leader):
    assert results(table(leader, on=on.isoformat())["table"].sum) == of_the_whole


def test_rows_of_every_kind_add_up_to_the_sum(plan, leader):
    for by in ("index", "group", "unit", "item"):
        context = table(leader, on="2022-10-31", by=by)
        rows = [results(row) for row in context["window"].rows]
        assert tuple(map(sum, zip(*rows, strict=True))) == results(context["table"].sum)


def test_units_stand_with_their_four_results(plan, leader):
    assert shown(leader, on="31/10/2022", by="unit") == {"STNMT": (4, 1, 1, 0, 2), "SYT": (2, 1, 0, 1, 0)}


def test_extensions_are_told_from_the_original_dates(plan, leader):
    figures = table(leader, on="2022-10-01")["table"].sum.figures

    assert (figures.extended, figures.done_by_original, figures.overdue_by_original) == (2, 1, 2)
    assert figures.overdue == 1


def test_evidence_is_counted_against_what_was_agreed_on(plan, leader):
    figures = table(leader, on="2022-10-31")["table"].sum.figures

    assert (figures.proof_given, figures.proof_expected) == (6, 10)


def test_rates_are_written_with_a_comma(plan, leader):
    assert "33,3%" in text(Reader(leader).get(PLACE, {"on": "2022-10-31"}))


def test_what_moved_since_an_earlier_day_is_said_in_words_and_in_figures(plan, leader):
    in_english(leader)
    page = Reader(leader).get(PLACE, {"on": "2022-10-31", "since": "2022-08-31", "by": "unit"})
    moved = {row.thing.key: (row.more_done, row.more_overdue) for row in page.context["window"].rows}

    assert "Since 31 August 2022: 2 more completed, 2 more overdue and 3 more pieces of evidence." in text(
        page
    )
    assert moved == {"STNMT": (1, 2), "SYT": (1, 0)}


def test_that_nothing_moved_is_said_too(plan, leader):
    in_english(leader)
    assert "Since 20 October 2022 nothing has moved." in text(
        Reader(leader).get(PLACE, {"on": "2022-10-31", "since": "2022-10-20"})
    )


@pytest.mark.parametrize(
    "query",
    [
        {"on": "2999-01-01"},
        {"on": "2022-07-01"},
        {"on": "hôm qua"},
        {"on": "2022-08-31", "since": "2022-08-31"},
        {"since": "2022-07-01"},
        {"by": "person"},
    ],
)
def test_a_question_that_cannot_be_answered_is_told_and_kept(query, plan, leader):
    page = Reader(leader).get(PLACE, query)

    assert page.status_code == 422 and 'id="errors"' in text(page)
    assert all(value in text(page) for name, value in query.items() if name != "by")
    assert Reader(leader).get(f"{PLACE}xuat.xlsx", query).status_code == 422


def test_heads_sort_and_equal_rows_keep_the_order_of_the_office(plan, leader):
    assert list(shown(leader, on="2022-10-31", by="unit", sort="-overdue")) == ["STNMT", "SYT"]
    assert list(shown(leader, on="2022-10-31", by="unit", sort="overdue")) == ["SYT", "STNMT"]
    assert Reader(leader).get(PLACE, {"sort": "name"}).status_code == 422


def test_a_unit_reads_the_sum_indices_and_groups_but_only_its_own_row_and_lines(plan, official):
    assert shown(official, on="2022-10-31", by="index").keys() == {"PAR_INDEX", "PAPI"}
    assert shown(official, on="2022-10-31", by="unit").keys() == {"STNMT"}
    own = {str(item.pk) for item in plan.items.filter(lead_unit__code="STNMT")}
    assert shown(official, on="2022-10-31", by="item").keys() == own
    assert table(official, on="2022-10-31", by="unit")["table"].sum.figures.total == 6


@pytest.mark.parametrize("by", ["unit", "item"])
def test_nothing_of_another_unit_stands_in_its_page_or_workbook(by, plan, foreign_official):
    reader, asked = Reader(foreign_official), {"on": "2022-10-31", "by": by}
    book = b"".join(reader.get(f"{PLACE}xuat.xlsx", asked).streaming_content)
    cells = [cell.value for sheet in load_workbook(BytesIO(book)) for row in sheet for cell in row]

    assert "Tài nguyên" not in text(reader.get(PLACE, asked))
    assert not [value for value in cells if "Tài nguyên" in str(value)]


def test_before_the_issue_only_those_who_watch_read_it(action, review, home_affairs, official, leader):
    Plan.compile(review, by=actor(home_affairs), today=DUE)

    assert Reader(official).get(PLACE).status_code == 404
    assert Reader(leader).get(PLACE).status_code == 200


def test_the_workbook_has_numbers_in_the_order_of_the_page(plan, leader):
    asked = {"on": "2022-10-31", "by": "unit", "sort": "overdue", "since": "2022-08-31"}
    book = b"".join(Reader(leader).get(f"{PLACE}xuat.xlsx", asked).streaming_content)
    head, whole, *units = load_workbook(BytesIO(book)).worksheets[0].iter_rows(values_only=True)

    assert (whole[2:5], whole[-2:]) == ((6, 2, 33.3), (2, 2))
    assert [row[2] for row in units] == [2, 4] and len(head) == len(whole)


def test_home_affairs_is_told_when_the_last_count_found_something_miscounted(plan, home_affairs, official):
    in_english(home_affairs, official)
    RollUpRun.objects.create(on=OCTOBER, actions=7, drifted=2, drift=[])

    assert "found 2 actions of 7 counted wrongly" in text(Reader(home_affairs).get(PLACE))
    assert "counted wrongly" not in text(Reader(official).get(PLACE))
    RollUpRun.objects.create(on=OCTOBER, actions=7, drifted=0, drift=[])
    assert "counted wrongly" not in text(Reader(home_affairs).get(PLACE))


def test_many_lines_come_in_pages_and_cost_no_more_questions(plan, leader):
    reader, asked = Reader(leader), {"by": "item", "on": "2022-10-31"}
    reader.get(PLACE, asked)
    with CaptureQueriesContext(
        connection,
    ) as few:
        reader.get(PLACE, asked)
    line = plan.items.first()
    plan.items.bulk_create([type(line)(plan=plan, index=line.index, lead_unit=line.lead_unit, position=100 + place,
                                       measure="Rà soát", weakness_statement="Chậm", due_on=line.due_on)
                            for place in range(150)])  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        reader.get(PLACE, asked)

    assert len(many) <= len(few)
