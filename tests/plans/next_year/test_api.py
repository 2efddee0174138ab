"""The page on the points that came back, for programs."""

from plans.models import Plan
from tests import factories
from tests.calling import Caller
from tests.factories import actor
from tracker.models import Review

ADDRESS = "plans/2022/next-year/"


def test_the_answers_are_those_of_the_page(first, second, home_affairs):
    whole = Caller(home_affairs).read(ADDRESS).json()

    par = whole["indices"][0]
    assert {row["code"]: (row["answer"], row["back"]) for row in par["criteria"]} == {
        "PAR1": ("wholly", "1.00"), "PAR2": ("partly", "0.75"), "PAR3": ("not", "0.00"), "PAR4": ("more", "-0.75"),
        "PAR6": ("unknown", None),
    }  # fmt: skip
    assert (par["lost"], par["back"], whole["is_there"]) == ("6.00", "1.00", True)
    assert par["criteria"][1]["work"]["actions"] == [first.late.ref, first.still.ref]


def test_a_unit_reads_its_own(first, second, official):
    whole = Caller(official).read(ADDRESS).json()

    assert [row["code"] for row in whole["indices"][0]["criteria"]] == ["PAR1", "PAR2"]
    assert [each["unit"]["code"] for each in whole["units"]] == ["STNMT"]


def test_a_year_that_is_not_there_is_a_404(first, home_affairs):
    assert Caller(home_affairs).read("plans/1999/next-year/").status_code == 404


def test_the_lines_of_a_draft_are_not_told_to_units(first, second, official, home_affairs):
    Plan.compile(first.review, by=actor(home_affairs), today=factories.ISSUED)

    def lines(person) -> list[list[int]]:
        criteria = Caller(person).read(ADDRESS).json()["indices"][0]["criteria"]
        return [row["work"]["lines"] for row in criteria if row["work"]["lines"]]

    assert lines(home_affairs) and not lines(official)


def test_what_is_prepared_is_not_there_for_units(first, official, home_affairs):
    Review.objects.filter(pk=first.review.pk).update(state="preparing")

    assert Caller(official).read(ADDRESS).status_code == 404
    assert Caller(home_affairs).read(ADDRESS).status_code == 200
