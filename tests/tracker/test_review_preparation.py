"""A review is prepared before anybody hears of it: dates in order, and the units and groups of that year."""

from datetime import date

import pytest
from django.utils.translation import override

from plans.models import Submission
from tests import factories
from tests.factories import CONFERENCE, actor
from tests.reading import Reader
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event, Review

DATES = {
    "conference_on": date(2023, 6, 9), "submissions_due_on": date(2023, 6, 22), "plan_due_on": date(2023, 7, 31),
}  # fmt: skip


def prepare(by, year=2022, **dates) -> Review:
    return Review.prepare(by=actor(by), today=date(2023, 5, 2), year=year, **(DATES | dates))


def units_of(review: Review) -> dict[str, str]:
    return dict(review.assessed_units.values_list("unit__code", "group__code"))


def test_the_first_review_begins_with_every_unit_that_is_assessed(home_affairs, environment, health):
    factories.unit("UBNDT", "UBND tỉnh", is_reviewed=False)
    assert set(units_of(prepare(home_affairs))) == {"SNV", "STNMT", "SYT"}


def test_a_later_review_begins_with_the_units_and_groups_of_the_one_before(review, home_affairs, environment):
    districts = factories.group("cap_huyen", "UBND cấp huyện")
    review.assessed_units.filter(unit__code="SYT").delete()
    review.assessed_units.filter(unit=environment).update(group=districts)
    assert units_of(prepare(home_affairs)) == {"SNV": "so_nganh", "STNMT": "cap_huyen"}


def test_a_dissolved_unit_is_replaced_by_whoever_took_over_its_work(
    review, home_affairs, environment, health
):
    between = factories.unit("SNNMT", "Sở Nông nghiệp và Môi trường", valid_to=date(2023, 1, 1))
    last = factories.unit("SNN", "Sở Nông nghiệp")
    environment.valid_to = date(2022, 12, 31)
    environment.save()
    environment.successors.add(between)
    between.successors.add(last)
    assert set(units_of(prepare(home_affairs))) == {"SNV", "SYT", "SNN"}


def test_two_units_merged_into_one_hand_in_once(review, home_affairs, environment, health, home_affairs_unit):
    for unit in (environment, health):
        unit.valid_to = date(2022, 12, 31)
        unit.save()
        unit.successors.add(home_affairs_unit)
    assert set(units_of(prepare(home_affairs))) == {"SNV"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"year": 2021}, "year"),
        ({"conference_on": date(2022, 6, 9)}, "conference_on"),
        ({"submissions_due_on": date(2023, 6, 8)}, "submissions_due_on"),
        ({"plan_due_on": date(2023, 6, 21)}, "plan_due_on"),
    ],
)
def test_impossible_dates_are_named_by_their_field(review, home_affairs, wrong, field):
    with pytest.raises(Invalid) as refusal:
        prepare(home_affairs, **wrong)
    assert set(refusal.value.errors) == {field}
    assert not Review.objects.exclude(pk=review.pk).exists()


def test_only_home_affairs_prepares_a_review(head, leader):
    for person in (head, leader):
        with pytest.raises(Refused):
            prepare(person)


def test_dates_are_corrected_until_the_review_is_opened(home_affairs, environment):
    prepared = prepare(home_affairs)
    by = actor(home_affairs)
    prepared.revise(by=by, today=CONFERENCE, submissions_due_on=date(2023, 6, 23))
    assert Review.objects.get(pk=prepared.pk).submissions_due_on == date(2023, 6, 23)
    with pytest.raises(Invalid, match="plan_due_on"):
        prepared.revise(by=by, today=CONFERENCE, plan_due_on=date(2023, 6, 1))
    Submission.open_round(prepared, by=by, today=CONFERENCE)
    with pytest.raises(Refused):
        prepared.revise(by=by, today=CONFERENCE, plan_due_on=date(2023, 8, 1))


def test_of_two_colleagues_the_slower_is_told_that_the_dates_have_changed(home_affairs, environment):
    prepared = prepare(home_affairs)
    seen = prepared.version
    prepared.revise(by=actor(home_affairs), today=CONFERENCE, plan_due_on=date(2023, 7, 28))
    with pytest.raises(Stale):
        Review.objects.get(pk=prepared.pk).revise(
            by=actor(home_affairs), today=CONFERENCE, version=seen, plan_due_on=date(2023, 7, 27)
        )


def test_the_chosen_units_and_no_others_owe_a_submission(home_affairs, environment, health):
    prepared = prepare(home_affairs)
    by = actor(home_affairs)
    prepared.choose_units(by=by, today=CONFERENCE, groups={environment.pk: environment.group_id})
    Submission.open_round(prepared, by=by, today=CONFERENCE)
    assert list(Submission.objects.values_list("unit__code", flat=True)) == ["STNMT"]
    chosen = Event.objects.of(prepared).get(verb="units_chosen")
    assert (len(chosen.before), chosen.after) == (3, {"STNMT": "so_nganh"})


def test_a_unit_that_is_gone_by_the_conference_cannot_be_chosen(home_affairs, environment, health):
    prepared = prepare(home_affairs)
    health.valid_to = date(2023, 6, 8)
    health.save()
    with pytest.raises(Invalid, match="Sở Y tế"):
        prepared.choose_units(by=actor(home_affairs), today=CONFERENCE, groups={health.pk: health.group_id})
    assert len(units_of(prepared)) == 3


def test_a_group_nobody_knows_is_refused(home_affairs, environment):
    prepared = prepare(home_affairs)
    with pytest.raises(Invalid, match="groups"):
        prepared.choose_units(by=actor(home_affairs), today=CONFERENCE, groups={environment.pk: 999_999})


def test_a_review_without_units_is_not_opened(home_affairs, environment):
    prepared = prepare(home_affairs)
    by = actor(home_affairs)
    with pytest.raises(Invalid, match="groups"):
        prepared.choose_units(by=by, today=CONFERENCE, groups={})
    prepared.assessed_units.all().delete()
    with override("en"), pytest.raises(Refused, match="units"):
        Submission.open_round(prepared, by=by, today=CONFERENCE)
    assert Review.objects.get(pk=prepared.pk).state == "preparing"


def test_a_year_from_before_the_site_holds_results_and_asks_nobody_for_anything(home_affairs, environment):
    past = Review.remember(
        by=actor(home_affairs), today=CONFERENCE, year=2020, conference_on=date(2021, 6, 11)
    )
    published = {"value": 84, "scale": 100, "unit_label": "điểm", "rank": 28, "rank_of": 63}
    past.write_result(by=actor(home_affairs), today=CONFERENCE, index=factories.index(), **published)
    assert (past.results.get().value, past.submissions.count()) == (84, 0)
    assert Review.objects.current() is None
    with pytest.raises(Refused):
        Submission.open_round(past, by=actor(home_affairs), today=CONFERENCE)


def test_a_year_after_one_that_was_reviewed_here_is_prepared_like_any_other(review, home_affairs):
    with pytest.raises(Invalid, match="year"):
        Review.remember(by=actor(home_affairs), today=CONFERENCE, year=2022, conference_on=date(2023, 6, 9))


def test_the_page_adds_an_earlier_year_once(home_affairs, head):
    reader = Reader(home_affairs)
    words = {"year": 2019, "conference_on": "12/06/2020"}
    assert "None" not in reader.get("/chi-so/nam-truoc/").content.decode()
    assert reader.fill_in("/chi-so/nam-truoc/", **words).status_code == 303
    assert reader.fill_in("/chi-so/nam-truoc/", **words).status_code == 422
    assert reader.fill_in("/chi-so/nam-truoc/", year=2018, conference_on="01/06/2018").status_code == 422
    assert list(Review.objects.values_list("year", "state")) == [(2019, "past")]
    assert Reader(head).get("/chi-so/nam-truoc/").status_code == 403
