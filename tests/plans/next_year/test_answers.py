"""Did the points come back? Every answer against figures reckoned by hand."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from plans.next_year.account import NextYear
from plans.next_year.answers import Answer, Points, Why, compare
from plans.next_year.limits import limits
from plans.next_year.telling import sentences
from tests.factories import actor

from . import two_years


def verdicts(account) -> dict[str, tuple]:
    rows = [row for each in account.indices for row in each.rows]
    return {row.code: (row.verdict.answer.value, row.verdict.back, row.verdict.why) for row in rows}


@pytest.fixture
def account(first, second, home_affairs):
    return NextYear.of(first.review, actor(home_affairs))


def test_each_criterion_gets_its_answer(account):
    assert verdicts(account) == {
        "PAR1": ("wholly", Decimal(1), None),
        "PAR2": ("partly", Decimal("0.75"), None),
        "PAR3": ("not", Decimal(0), None),
        "PAR4": ("more", Decimal("-0.75"), None),
        "PAR6": ("unknown", None, Why.NO_RESULT_NOW),
        "P1": ("unknown", None, Why.OTHER_MAXIMUM),
        "P2": ("unknown", None, Why.NOT_THERE),
    }


def test_the_sums_are_those_of_the_criteria_that_can_be_compared(account):
    par, papi = account.indices

    assert (par.lost, par.back) == (Decimal(6), Decimal(1))
    assert par.answers == {
        Answer.WHOLLY: 1,
        Answer.PARTLY: 1,
        Answer.NOT: 1,
        Answer.MORE: 1,
        Answer.UNKNOWN: 1,
    }
    assert (papi.compared, papi.answers) == ([], {Answer.UNKNOWN: 2})


def test_what_is_recorded_and_what_is_stated_stay_apart(account):
    par1, par6 = (row for row in account.indices[0].rows if row.code in ("PAR1", "PAR6"))

    assert (par1.lost, par1.stated, par1.stating) == (Decimal(1), Decimal(1), 1)
    assert (par6.lost, par6.stated) == (None, Decimal("0.25"))


def test_what_is_lost_for_the_first_time_is_told_apart(account):
    assert [(new.criterion.code, new.lost) for new in account.indices[0].fresh] == [("PAR5", Decimal("0.5"))]


def test_the_work_is_counted_by_how_it_ended(account):
    rows = {row.code: row for row in account.indices[0].rows}

    assert rows["PAR1"].work.counts == {"on_time": 1, "late": 0, "open": 0, "dropped": 0}
    assert rows["PAR2"].work.counts == {"on_time": 0, "late": 1, "open": 1, "dropped": 0}
    assert rows["PAR3"].work.counts == {"on_time": 0, "late": 0, "open": 0, "dropped": 1}


def test_points_that_only_a_dropped_action_or_none_addresses_are_named(account):
    assert [row.code for row in account.unaddressed] == ["PAR3", "PAR4", "PAR6", "P1", "P2"]


def test_an_action_that_serves_a_further_criterion_addresses_it_too(first, second, home_affairs):
    first.still.criteria.add(first.par["PAR4"])

    account = NextYear.of(first.review, actor(home_affairs))

    assert "PAR4" not in [row.code for row in account.unaddressed]
    assert account.work.total == 3


def test_what_was_completed_after_the_year_measured_is_a_caution(account):
    row = next(row for row in account.indices[0].rows if row.code == "PAR2")

    assert row.work.done_after(account.measured_until) == 1
    assert len(account.cautions(row)) == 1


def test_the_sentences_say_the_same_figures(account):
    told = list(sentences(account))

    assert "7" in told[0] and "2022" in told[0]
    assert "PAR INDEX" in told[1] and "1" in told[1] and "6" in told[1]
    assert len(told) == 6


def test_what_lost_more_or_did_not_come_back_is_named(account):
    told = list(sentences(account))

    assert "PAR4" in told[2] and "PAR3" in told[3]
    assert not any("PAR1" in each or "PAR2" in each for each in told)


def test_a_part_is_not_counted_beside_its_whole(first, home_affairs):
    first.par["PAR2"].parent = first.par["PAR1"]
    first.par["PAR2"].save()

    par = NextYear.of(first.review, actor(home_affairs)).indices[0]

    assert [row.code for row in par.counted] == ["PAR1", "PAR3", "PAR4", "PAR6"]
    whole = next(row for row in par.rows if row.code == "PAR1")
    assert len(whole.work.actions) == 3


def test_a_weakness_under_no_criterion_is_said_to_be_so(first, second, home_affairs):
    first.one.criterion = None
    first.one.save()

    rows = NextYear.of(first.review, actor(home_affairs)).indices[0].rows

    assert (rows[-1].code, rows[-1].verdict.why) == ("", Why.NO_CRITERION)


@pytest.mark.parametrize(
    ("now", "then", "stated", "answer", "why"),
    [((9, 10), None, 1, "unknown", "no_result_then"), (None, (9, 10), 1, "unknown", "no_result_now"),
     (None, (10, 10), 1, "wholly", None), ((9, None), (9, 10), None, "unknown", "no_maximum"),
     ((9, 10), (11, 12), None, "unknown", "other_maximum"), ((10, 10), (9, 10), 1, "unknown", "nothing_lost"),
     ((9, 10), (10, 10), None, "wholly", None)],
)  # fmt: skip
def test_two_years_of_points_give_one_answer(now, then, stated, answer, why):
    def made(pair):
        return pair and Points(*(None if number is None else Decimal(number) for number in pair))

    verdict = compare(made(now), made(then), stated)

    assert (verdict.answer, verdict.why) == (answer, why)


def test_before_the_next_review_nothing_can_be_said(first, home_affairs):
    account = NextYear.of(first.review, actor(home_affairs))

    assert {why for _answer, _back, why in verdicts(account).values()} == {Why.NOT_YET}
    assert [gap.what.value for gap in account.gaps] == ["review"]


def test_what_is_missing_of_the_next_year_is_listed(first, home_affairs):
    two_years.next_review()

    account = NextYear.of(first.review, actor(home_affairs))

    assert [(gap.what.value, gap.index.code, gap.year) for gap in account.gaps] == [
        ("points", "PAR_INDEX", 2022),
        ("points", "PAPI", 2022),
    ]


def test_the_limits_name_the_criteria_with_another_maximum(account):
    assert any("PAPI" in limit for limit in limits(account))


def test_another_version_of_the_criteria_and_work_that_is_not_done_are_limits(account):
    other = [each.index.code for each in account.indices if each.has_other_criteria]

    with override("en"):
        told = " ".join(limits(account))
    assert other == ["PAPI"]
    assert "PAPI: in 2022 another version of its criteria counts" in told
    assert "Actions still open: 1." in told and "only after 31 December 2022: 1." in told
    assert "Sample data" not in told


def test_what_was_given_up_is_told_only_where_something_was(account, first, official):
    with override("en"):
        whole, own = (
            " ".join(sentences(each)) for each in (account, NextYear.of(first.review, actor(official)))
        )

    assert "1 are no longer applicable and not counted." in whole
    assert "3 actions 2 are completed" in own and "no longer applicable" not in own
