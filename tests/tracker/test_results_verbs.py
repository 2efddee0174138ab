"""Home Affairs writes results down: possible figures only, with their reasons, and each change in the history."""

from datetime import date
from decimal import Decimal

import pytest

from tests import factories
from tests.factories import actor
from tests.tracker.published import PAR, PAR_BEFORE, TODAY, rate, ratings, spread, write, year_of
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event, IndexResult, Review

NOT_RANKED = "năm đầu tham gia"


def objections(do) -> set[str]:
    with pytest.raises(Invalid) as refusal:
        do()
    return set(refusal.value.errors)


def test_a_result_is_kept_with_who_wrote_it_and_what_it_was_before(review, home_affairs):
    write(review, home_affairs, **PAR)
    write(review, home_affairs, **PAR | {"rank": 26})
    first, second = Event.objects.of(review).filter(verb="result_written")

    assert IndexResult.objects.get().rank == 26
    assert (first.before, first.after["value"]) == ({}, "86.77")
    assert (second.before, second.after, second.actor_name) == ({"rank": 27}, {"rank": 26}, "Nguyễn Văn Bình")


def test_writing_what_is_known_already_leaves_no_trace(review, home_affairs):
    write(review, home_affairs, **PAR)
    version = review.version

    assert write(review, home_affairs, **PAR) == 0
    assert (review.version, Event.objects.of(review).filter(verb="result_written").count()) == (version, 1)


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"value": Decimal("100.5")}, {"value"}), ({"value": Decimal(-1)}, {"value", "change_value"}),
        ({"scale": None}, {"scale"}), ({"scale": Decimal(0)}, {"scale", "value"}),
        ({"rank": 64}, {"rank"}), ({"rank": 0}, {"rank"}), ({"rank_of": None}, {"rank_of"}),
        ({"rank": None, "is_tied": True}, {"is_tied", "note"}), ({"rank": None}, {"note"}), ({"value": None}, {"note"}),
        ({"region_rank": 14, "region_of": 13}, {"region_rank"}), ({"region_rank": 4}, {"region_of"}),
        ({"region_rank": 28, "region_of": 40}, {"region_rank"}), ({"region_rank": 4, "region_of": 64}, {"region_of"}),
        ({"change_value": Decimal(90)}, {"change_value"}), ({"change_rank": -27}, {"change_rank"}),
        ({"published_on": date(2022, 8, 2)}, {"published_on"}), ({"published_on": date(2020, 5, 1)}, {"published_on"}),
    ],
)  # fmt: skip
def test_impossible_figures_are_named_by_field_and_nothing_is_written(review, home_affairs, wrong, fields):
    assert objections(lambda: write(review, home_affairs, **PAR | wrong)) == fields
    assert not IndexResult.objects.exists()


def test_a_missing_figure_is_taken_with_its_reason(review, home_affairs):
    write(review, home_affairs, "PCI", rank=38, rank_of=63, note="Bài báo chỉ nêu thứ hạng.")

    assert IndexResult.objects.get().value is None


def test_a_change_that_last_years_row_does_not_bear_out_is_refused_with_both_figures(review, home_affairs):
    write(year_of(2020), home_affairs, **PAR_BEFORE)
    with pytest.raises(Invalid) as refusal:
        write(review, home_affairs, **PAR | {"change_value": Decimal("3.10"), "change_rank": -4})

    assert set(refusal.value.errors) == {"change_value", "change_rank"}
    for figure in ("+3,1", "84,51", "+2,26"):
        assert figure in refusal.value.errors["change_value"]
    assert "28/63" in refusal.value.errors["change_rank"]


def test_a_figure_that_is_wrong_itself_is_not_compared_as_well(review, home_affairs):
    write(year_of(2020), home_affairs, **PAR_BEFORE)

    assert objections(lambda: write(review, home_affairs, **PAR | {"rank": 64})) == {"rank"}


def test_it_may_be_kept_as_published_by_choice(review, home_affairs):
    write(year_of(2020), home_affairs, **PAR_BEFORE)
    write(review, home_affairs, **PAR | {"change_rank": -4}, keeps_contradiction=True)

    assert review.results.get().change_rank == -4


def test_a_hundredth_of_rounding_is_no_contradiction(review, home_affairs):
    write(year_of(2020), home_affairs, **PAR_BEFORE | {"value": Decimal("84.50")})

    assert write(review, home_affairs, **PAR) == 1


@pytest.mark.parametrize("before", [{"scale": Decimal(102)}, {"rank_of": 60}])
def test_another_scale_or_denominator_is_not_compared(review, home_affairs, before):
    write(year_of(2020), home_affairs, **PAR_BEFORE | before)
    given = {"change_value": Decimal(9)} if "scale" in before else {"change_rank": 9}

    assert write(review, home_affairs, **PAR | given) == 1


def test_only_home_affairs_writes_and_never_into_a_closed_review(review, home_affairs, official, leader):
    for person in (official, leader):
        with pytest.raises(Refused):
            write(review, person, **PAR)
    Review.objects.filter(pk=review.pk).update(state="closed")
    with pytest.raises(Refused):
        write(Review.objects.get(pk=review.pk), home_affairs, **PAR)

    assert not IndexResult.objects.exists()


def test_a_review_in_preparation_can_be_written(home_affairs):
    assert write(year_of(2021), home_affairs, **PAR) == 1


def test_whoever_saw_an_older_state_overwrites_nothing(review, home_affairs, second_home_affairs):
    seen = review.version
    write(Review.objects.get(pk=review.pk), second_home_affairs, **PAR)
    late = Review.objects.get(pk=review.pk)
    with pytest.raises(Stale):
        late.write_result(by=actor(home_affairs), today=TODAY, index=factories.index(), version=seen, rank=3)

    assert IndexResult.objects.get().rank == 27


def test_points_of_criteria_are_written_corrected_and_taken_out(review, home_affairs):
    criterion, index = factories.criterion(), factories.index()
    criterion.maximum_points = Decimal(13)
    criterion.save()

    def points(**row) -> int:
        return review.write_dimensions(
            by=actor(home_affairs), today=TODAY, index=index, points={criterion.pk: row}
        )

    assert points(value=Decimal("11.5"), note="phụ lục 2") == 1
    assert points(value=Decimal("11.5")) == 0
    assert points(value=Decimal(12)) == 1
    assert [(str(each.value), each.note) for each in review.criterion_results.all()] == [
        ("12.00", "phụ lục 2")
    ]
    assert objections(lambda: points(value=Decimal(14))) == {f"points_{criterion.pk}"}
    assert objections(lambda: points(value=Decimal(-1))) == {f"points_{criterion.pk}"}
    assert objections(lambda: points(value=None, note="?")) == {f"note_{criterion.pk}"}
    assert points(value=None, note="") == 1
    assert not review.criterion_results.exists()


def test_criteria_of_another_index_are_not_taken(review, home_affairs):
    foreign = factories.criterion("PAPI1", factories.index("PAPI"))
    points = {foreign.pk: {"value": Decimal(5)}}

    assert objections(lambda: review.write_dimensions(
        by=actor(home_affairs), today=TODAY, index=factories.index(), points=points)) == {"criteria"}  # fmt: skip


def test_a_unit_is_rated_and_not_ranked_needs_its_reason(review, environment, home_affairs):
    steps = ratings()
    rate(review, home_affairs, environment, rating=steps["xuat-sac"], points=Decimal("91.5"), reason="")
    kept = review.assessed_units.get(unit=environment)

    assert (kept.rating.code, kept.points) == ("xuat-sac", Decimal("91.5"))
    for row, fields in (
        ({"rating": steps["khong-xep-hang"], "points": None, "reason": " "}, {"reason_STNMT"}),
        ({"rating": steps["xuat-sac"], "points": Decimal("89.9"), "reason": ""}, {"points_STNMT"}),
        ({"rating": steps["tot"], "points": Decimal(8677), "reason": ""}, {"points_STNMT"}),
        ({"rating": None, "points": None, "reason": NOT_RANKED}, {"rating_STNMT"}),
    ):
        assert objections(lambda row=row: rate(review, home_affairs, environment, **row)) == fields
    assert rate(
        review, home_affairs, environment, rating=steps["khong-xep-hang"], points=None, reason=NOT_RANKED
    )
    assert Event.objects.of(review).filter(verb="ratings_written").last().after == {
        "STNMT": ["khong-xep-hang", None, NOT_RANKED]
    }


def test_a_unit_outside_the_review_is_not_rated_in_it(review, home_affairs):
    late = factories.unit("SGD", "Sở Giáo dục")

    assert objections(lambda: rate(review, home_affairs, late, rating=None)) == {"ratings"}


def test_the_distribution_is_replaced_as_a_whole(review, home_affairs):
    steps, group = ratings(), factories.group()
    best, unranked = (
        (group, steps["xuat-sac"], 14, 9, ""),
        (group, steps["khong-xep-hang"], 1, None, NOT_RANKED),
    )
    spread(review, home_affairs, best, (group, steps["tot"], 4, -10, ""))
    spread(review, home_affairs, best, unranked)
    told = [(row.rating.code, row.count, row.change, row.reason) for row in review.group_ratings.all()]

    assert told == [("xuat-sac", 14, 9, ""), ("khong-xep-hang", 1, None, NOT_RANKED)]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (("tot", 0, None, ""), "count_0"), (("tot", None, -3, ""), "count_0"), (("tot", 4, 5, ""), "change_0"),
        (("khong-xep-hang", 1, None, ""), "reason_0"),
    ],
)  # fmt: skip
def test_an_impossible_distribution_is_named_by_row(review, home_affairs, row, field):
    step, group = ratings()[row[0]], factories.group()

    assert objections(lambda: spread(review, home_affairs, (group, step, *row[1:]))) == {field}
    assert not review.group_ratings.exists()


def test_the_same_row_twice_is_told(review, home_affairs):
    row = (factories.group(), ratings()["tot"], 4, None, "")

    assert objections(lambda: spread(review, home_affairs, row, row)) == {"count_1"}
