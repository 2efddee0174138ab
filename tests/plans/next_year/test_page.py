"""The page: what each reader finds on it, and what it costs."""

from io import BytesIO

import openpyxl
import pytest

from tests import factories
from tests.reading import Reader, in_english, text
from tests.tracker import published

ADDRESS = "/dot-danh-gia/2021/nam-sau/"


@pytest.fixture
def reader(first, second, home_affairs, official, foreign_official):
    """Everybody reads English."""
    in_english(home_affairs, official, foreign_official)
    return Reader(home_affairs)


def test_the_page_answers_in_its_first_sentence(reader):
    page = text(reader.get(ADDRESS))

    assert (
        "Of 7 criteria that lost points in 2021, in 2022: 1 came back wholly, 1 came back partly, 1 did not come"
        " back, 1 lost more, 3 cannot be judged." in page
    )
    assert "PAR INDEX: 1 of 6 points came back." in page
    assert "+0.75 of 2 points" in page
    assert "−0.75 of 0.50 points" in page


def test_a_unit_reads_of_its_own_weaknesses_and_actions_only(reader, first, official, foreign_official):
    own, other = text(Reader(official).get(ADDRESS)), text(Reader(foreign_official).get(ADDRESS))

    assert first.in_time.ref in own and first.one.ref in own
    assert first.six.ref not in own and "PAR4" not in own
    assert first.six.ref in other and first.in_time.ref not in other and first.one.ref not in other


def test_another_units_work_changes_nothing_on_a_units_page(reader, first, official, health, home_affairs):
    """Twin worlds: with and without another unit's weakness and action the page is the same."""

    def page():
        return text(Reader(official).get(ADDRESS)).partition("<main")[2].partition("</main>")[0]

    before = page()
    weakness = factories.weakness(first.review, health, home_affairs, title="Việc riêng của Sở Y tế",
                                  criterion=first.par["PAR2"], points_lost="0.75")  # fmt: skip
    weakness.save()

    assert page() == before


def test_a_unit_sees_its_own_rating_only(reader, first, official, health, environment, home_affairs):
    scale = published.ratings()
    for unit in (health, environment):
        published.rate(first.review, home_affairs, unit, rating=scale["tot"])

    page = Reader(official).get(ADDRESS)

    assert [each.now.unit.code for each in page.context["account"].units] == ["STNMT"]


def test_before_the_next_review_the_page_says_what_is_to_be_entered(first, home_affairs, official):
    in_english(home_affairs, official)
    page, unit = (text(Reader(each).get(ADDRESS)) for each in (home_affairs, official))

    assert "The results of 2022 are not published yet." in page
    assert 'href="/dot-danh-gia/moi/"' in page
    assert "Home Affairs enters them as soon as they are published." in unit
    assert "next year 2022:" not in unit  # nothing to follow stands behind it


def test_a_next_review_in_preparation_is_not_there_for_a_unit(reader, second, official, home_affairs):
    second.state = "preparing"
    second.save()

    assert "not published yet" in text(Reader(official).get(ADDRESS))
    assert "not published yet" not in text(reader.get(ADDRESS))


def test_lines_of_the_plan_are_named_to_whoever_may_read_it(reader, first, official, home_affairs):
    factories.Plan.compile(first.review, by=factories.actor(home_affairs), today=factories.ISSUED)

    assert "line 1 of the plan" in text(reader.get(ADDRESS))
    assert "line 1 of the plan" not in text(Reader(official).get(ADDRESS))


def test_a_year_that_is_not_there_is_a_404(reader, official):
    published.year_of(2020, state="past")

    assert reader.status_of("/dot-danh-gia/2020/nam-sau/") == 404
    assert reader.status_of("/dot-danh-gia/1999/nam-sau/") == 404


def test_the_workbook_holds_the_same_figures_as_numbers(reader):
    answer = reader.get(f"{ADDRESS}xuat.xlsx")
    book = openpyxl.load_workbook(BytesIO(b"".join(answer.streaming_content)))
    rows = {row[1].split()[0]: row for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)}

    assert rows["PAR2"][2:6] == (8, 10, 2, 2)
    assert rows["PAR2"][12:15] == (8.75, 10, 0.75)
    assert rows["PAR6"][5] == 0.25


@pytest.mark.parametrize("more", [0, 12])
def test_the_page_costs_the_same_queries_however_much_there_is(
    more, reader, first, environment, home_affairs, official, django_assert_num_queries
):
    for _ in range(more):
        weakness = factories.weakness(first.review, environment, home_affairs, criterion=first.par["PAR3"])
        factories.tracked_action(weakness, official, home_affairs)
    reader.get(ADDRESS)

    with django_assert_num_queries(27):
        reader.get(ADDRESS)
