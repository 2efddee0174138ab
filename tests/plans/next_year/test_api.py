"""The page on the points that came back, for programs."""

from tests.calling import Caller

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
