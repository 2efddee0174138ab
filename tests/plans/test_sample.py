"""The sample province holds what was published, and says what is composed."""

from collections import Counter
from decimal import Decimal

import pytest

from plans.models import Submission
from plans.sample.loading import Sample
from tracker.models import (
    Action,
    CriteriaSet,
    Event,
    GroupRating,
    IndexResult,
    Membership,
    Review,
    Unit,
    User,
    Weakness,
)

pytestmark = pytest.mark.django_db
OF_2021 = IndexResult.objects.filter(review__year=2021)
RATED_2021 = GroupRating.objects.filter(review__year=2021)
PUBLISHED = (
    "index__code",
    "value",
    "unit_label",
    "scale",
    "rank",
    "rank_of",
    "is_tied",
    "change_value",
    "change_rank",
)


@pytest.fixture(scope="module")
def province(shared_tables):
    """The sample on the evening of the conference."""
    Sample("anything").load()


def test_the_results_are_those_of_the_article(province):
    assert list(OF_2021.values_list(*PUBLISHED)) == [
        ("PAR_INDEX", Decimal("86.77"), "điểm", 100, 27, 63, False, Decimal("2.26"), 1),
        ("SIPAS", Decimal("8.46"), "điểm", 10, 50, 63, True, Decimal("0.35"), None),
        ("PAPI", Decimal("42.16"), "điểm", 80, 33, 63, False, Decimal("-1.61"), -6),
        ("PCI", None, "điểm", 100, 38, 63, False, None, 1),
    ]
    assert dict(OF_2021.exclude(region_rank=None).values_list("index__code", "region_rank")) == {
        "PAR_INDEX": 4,
        "PCI": 9,
    }


def test_the_year_before_is_reckoned_back_from_the_published_changes(province):
    before = {each.index.code: each for each in IndexResult.objects.filter(review__year=2020)}
    for now in OF_2021.select_related("index"):
        earlier = before[now.index.code]
        assert "tính ngược" in earlier.note
        if now.change_value is not None:
            assert now.value - earlier.value == now.change_value
        if now.change_rank is not None:
            assert earlier.rank - now.rank == now.change_rank
    for now in RATED_2021.exclude(change=None):
        rated = GroupRating.objects.filter(review__year=2020, group=now.group, rating=now.rating)
        assert now.count - sum(rated.values_list("count", flat=True)) == now.change


def test_a_doubtful_denominator_carries_its_note(province):
    assert "60 tỉnh" in OF_2021.get(index__code="PAPI").note


def test_the_ratings_are_published_by_group_with_their_changes(province):
    rows = RATED_2021.values_list("group__code", "rating__code", "count", "change")
    assert sorted(rows, key=str) == sorted(
        [
            ("so_nganh", "xuat-sac", 14, 9), ("so_nganh", "tot", 4, -10), ("so_nganh", "khong-xep-hang", 1, None),
            ("nganh_doc", "xuat-sac", 4, 2), ("nganh_doc", "tot", 2, -3), ("nganh_doc", "khong-xep-hang", 1, None),
            ("nganh_doc", "khong-xep-hang", 5, None), ("su_nghiep", "tot", 5, None), ("su_nghiep", "kha", 2, None),
            ("cap_huyen", "xuat-sac", 5, 5), ("cap_huyen", "tot", 3, -2),
        ],
        key=str,
    )  # fmt: skip


def test_who_is_not_ranked_has_a_reason_and_nobody_else(province):
    for rating in RATED_2021.select_related("rating"):
        assert bool(rating.reason) is not rating.rating.is_ranked


def test_the_units_of_each_group_add_up_to_the_rated_ones(province):
    units = Counter(Unit.objects.reviewed().values_list("group__code", flat=True))
    rated = Counter()
    for group, count in RATED_2021.values_list("group__code", "count"):
        rated[group] += count

    assert units == rated == {"so_nganh": 19, "nganh_doc": 12, "su_nghiep": 7, "cap_huyen": 8}
    assert set(Unit.objects.exclude(is_reviewed=True).values_list("code", flat=True)) == {
        "MTTQ",
        "UBNDT",
        "UBNDXA",
        "HDDG",
    }


def test_every_index_has_the_criteria_its_weaknesses_are_held_against(province):
    in_force = CriteriaSet.objects.filter(criteria__weaknesses__isnull=False).distinct()

    assert sorted(in_force.values_list("index__code", "code")) == [
        ("PAPI", "PAPI-2018"), ("PAR_INDEX", "PAR-1149-2020"), ("PCI", "PCI-2013"),
        ("SIPAS", "SIPAS-2640-2017"), ("UNIT_CCHC", "CCHC-HG-2021"),
    ]  # fmt: skip
    assert not Weakness.objects.filter(criterion=None).exists()


def test_each_of_the_72_weaknesses_has_a_source_a_cause_and_an_action(province):
    weaknesses = Weakness.objects.filter(is_sample=True, causes__isnull=False, actions__is_sample=True)

    assert weaknesses.count() == Action.objects.filter(is_sample=True).count() == 72
    assert Counter(weakness.source["type"] for weakness in weaknesses) == {
        "article": 9,
        "web": 48,
        "typical": 15,
    }
    assert all(set(w.source) == {"key", "type", "url", "note", "strength", "certainty"} for w in weaknesses)
    assert not weaknesses.exclude(points_lost=None).exists()


def test_the_front_leads_an_action_although_it_is_not_assessed(province):
    action = Action.objects.get(lead_unit__code="MTTQ")

    assert (action.ref, action.weakness.unit.code) == ("HD-2022-045", "SNV")


def test_on_the_evening_of_the_conference_nothing_is_handed_in(province):
    review = Review.objects.get(year=2021)

    assert (review.state, review.conference_on.isoformat()) == ("open", "2022-06-10")
    assert Counter(Submission.objects.values_list("state", flat=True)) == {"not_started": 46}
    assert not Action.objects.tracked().exists()
    assert set(Event.objects.values_list("happened_on", flat=True)) == {review.conference_on}


def test_every_assessed_unit_has_a_head_and_an_official(province):
    for role in ("unit_head", "official"):
        held = Membership.objects.filter(role=role, unit__is_reviewed=True)
        assert held.values("unit").distinct().count() == held.count() == 46
    assert {
        held.unit.code
        for held in Membership.objects.filter(user__email__in=["head@sample.test", "official@sample.test"])
    } == {"STNMT"}


def test_all_people_are_marked_as_sample_and_share_the_password(province):
    assert not User.objects.exclude(is_sample=True, email__endswith="@sample.test").exists()
    assert User.objects.get(email="leader@sample.test").check_password("anything")
