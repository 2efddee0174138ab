"""The sample a year later: the next results are in, and the page says whether the points came back."""

from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command

from plans.models import Plan
from plans.next_year.account import NextYear
from plans.next_year.answers import Why
from plans.sample.actors import Cast
from tests.reading import Reader, in_english, text
from tracker.models import Action, CriterionResult, IndexResult, Review, User, Weakness

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
ADDRESS = "/dot-danh-gia/2021/nam-sau/"


@pytest.fixture(scope="module")
def province(shared_tables):
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_sample", as_of=TODAY.isoformat(), stage="next-year")


@pytest.fixture(autouse=True)
def sample_accounts(settings):
    """Its people may log in."""
    settings.SAMPLE_MODE = True


@pytest.fixture
def account(province) -> NextYear:
    return NextYear.of(Review.objects.get(year=2021), Cast("page").home_affairs(TODAY))


def test_the_next_review_is_prepared_and_the_present_one_stays_the_present_one(province):
    assert Review.objects.get(year=2022).state == "preparing"
    assert Review.objects.current().year == 2021
    assert Plan.objects.get().review.year == 2021
    assert Review.objects.get(year=2022).conference_on >= TODAY


def test_every_answer_of_a_survey_occurs(account):
    by_index = {each.index.code: dict(Counter(each.answers)) for each in account.indices}

    assert by_index["PAPI"] == {"partly": 4, "not": 2, "more": 2}
    assert not any(answers for code, answers in by_index.items() if code != "PAPI")


def test_what_cannot_be_said_has_its_reason(account):
    reasons = {each.index.code: {row.verdict.why for row in each.rows} for each in account.indices}

    assert reasons["PAR_INDEX"] == {Why.NO_MAXIMUM}
    assert reasons["PCI"] == reasons["SIPAS"] == {Why.NO_RESULT_THEN}
    assert [each.index.code for each in account.indices if each.has_other_criteria] == ["PAR_INDEX"]
    assert not next(each.value.is_direct for each in account.indices if each.index.code == "SIPAS")


def test_weaknesses_come_again_with_and_without_their_actions_done(account):
    assert [each.old.ref for each in account.repeated] == ["HC-2021-029", "HC-2021-050", "HC-2021-054"]
    assert [each.was_kept for each in account.repeated] == [False, True, True]
    assert len(account.left) == 6
    assert not Weakness.objects.filter(review__year=2022, is_sample=False).exists()


def test_what_was_done_after_the_year_is_told_apart(account):
    assert account.work.done_after(account.measured_until) == 1
    assert account.unfinished == 7


def test_the_published_totals_are_kept_and_every_invented_figure_says_so(province):
    for code, total in (("PAR_INDEX", "86.77"), ("PAPI", "42.16")):
        points = CriterionResult.objects.filter(review__year=2021, criterion__criteria_set__index__code=code)
        assert str(sum(each.value for each in points)) == total
    assert not CriterionResult.objects.exclude(note__startswith="Số minh họa").exists()
    assert not IndexResult.objects.filter(review__year=2022).exclude(note__startswith="Số minh họa").exists()


def test_the_page_says_it_in_its_first_lines_and_that_it_is_invented(province):
    reader = User.objects.get(email="home-affairs@sample.test")
    in_english(reader)
    page = text(Reader(reader).get(ADDRESS))

    assert (
        "Of 8 criteria that lost points in 2021, in 2022: 4 came back partly, 2 did not come back, 2 lost more."
        in page
    )
    assert "3 weaknesses were found again in 2022; of 2 of them every action had been completed." in page
    assert "Sample data: the points of criteria and the results of 2022 are invented" in page


def test_units_hear_nothing_of_a_review_that_is_prepared(province):
    unit = User.objects.get(email="head@sample.test")

    assert Reader(unit).get(ADDRESS).context["account"].then is None
    assert Reader(unit).get("/ke-hoach/2023/").status_code == 404


def test_what_people_open_every_day_is_still_about_the_present_plan(province):
    people = {
        name: Reader(User.objects.get(email=f"{name}@sample.test"))
        for name in ("home-affairs", "head", "leader")
    }

    assert people["home-affairs"].get("/ke-hoach/").url == "/ke-hoach/2022/"
    assert people["home-affairs"].get("/ban-nop/").url == "/ban-nop/2021/"
    assert people["home-affairs"].get("/theo-doi/").context["review"].year == 2021
    assert people["leader"].get("/tong-quan/").status_code == 200
    assert people["head"].get("/viec-cua-toi/").context["review"].year == 2021
    assert not Action.objects.filter(weakness__review__year=2022).exists()
