"""The pages of indices and ratings: what each role reads, and what Home Affairs writes there."""

import re
from decimal import Decimal
from html import unescape

import pytest

from tests import factories
from tests.calling import Caller
from tests.reading import Reader, in_english, text
from tests.tracker.published import PAR, PAR_BEFORE, rate, ratings, spread, write, year_of
from tracker.models import Event, Review

REASON = "năm đầu tham gia"


@pytest.fixture(autouse=True)
def english(home_affairs, official, foreign_official, leader):
    in_english(home_affairs, official, foreign_official, leader)


@pytest.fixture
def rated(review, environment, health, home_affairs_unit, home_affairs):
    """Khởi's unit is good, Tuyết's is not ranked, Bình's is excellent."""
    steps = ratings()
    rate(review, home_affairs, home_affairs_unit, rating=steps["xuat-sac"], points=Decimal(95), reason="")
    rate(review, home_affairs, environment, rating=steps["tot"], points=Decimal("86.5"), reason="")
    rate(review, home_affairs, health, rating=steps["khong-xep-hang"], points=None, reason=REASON)
    return steps


def words(page) -> str:
    """What is read on a page, without its markup."""
    main = text(page).partition("<main")[2].partition("</main>")[0]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", main).split()))


def test_everybody_reads_the_indices_with_changes_in_words(review, home_affairs, official, leader, inspector):
    write(review, home_affairs, **PAR | {"is_tied": True})
    for person in (official, leader):
        page = words(Reader(person).get("/chi-so/"))
        for part in ("86.77", "+2.26", "27/63", "tied", "up 1 place", "Quyết định công bố"):
            assert part in page
    assert Reader(inspector).status_of("/chi-so/") == 200


def test_a_missing_figure_has_its_reason_and_a_missing_year_is_a_gap(review, home_affairs, official):
    write(review, home_affairs, "PCI", rank=38, rank_of=63, note="Bài báo chỉ nêu thứ hạng.")
    write(review, home_affairs, **PAR)
    page = Reader(official).get("/chi-so/")

    for part in (
        "the source does not say",
        "no figure for this year",
        "no value in these years",
        "Bài báo chỉ nêu",
    ):
        assert part in words(page)
    assert "2020: no value; 2021: 86.77" in text(page)
    assert text(page).count("year-gap") == 4 and text(page).count("year-this") == 1


def test_a_published_change_without_last_years_row_is_shown_as_published(review, home_affairs, official):
    write(review, home_affairs, **PAR)
    page = words(Reader(official).get("/chi-so/2021/PAR_INDEX/"))

    assert "+2.26" in page and "reckoned" not in page


@pytest.mark.parametrize(
    ("before", "kept"),
    [({"scale": Decimal(102)}, "▲ up 1 place"), ({"rank_of": 60}, "▲ +2.26")],
)
def test_another_scale_or_denominator_takes_the_arrow_away_and_says_so(
    review, home_affairs, official, before, kept
):
    earlier = year_of(2020)
    write(earlier, home_affairs, **PAR_BEFORE | before)
    Review.objects.filter(pk=earlier.pk).update(state="closed")
    write(review, home_affairs, **PAR)
    page = words(Reader(official).get("/chi-so/"))

    assert kept in page and page.count("▲") == 1 and page.count("not directly comparable") == 1


def test_what_is_kept_against_last_years_row_is_told_wherever_it_is_shown(review, home_affairs, official):
    earlier = year_of(2020)
    write(earlier, home_affairs, **PAR_BEFORE)
    Review.objects.filter(pk=earlier.pk).update(state="closed")
    write(review, home_affairs, **PAR | {"change_rank": 5}, keeps_contradiction=True)
    for place in ("/chi-so/", "/chi-so/2021/PAR_INDEX/"):
        page = words(Reader(official).get(place))
        assert "up 5 places" in page and "by the result of the year before it would be up 1 place" in page


def test_any_two_years_can_be_compared_and_an_unknown_one_is_told(review, home_affairs, official):
    for year, rank in ((2019, 40), (2020, 28)):
        earlier = year_of(year)
        write(earlier, home_affairs, **PAR_BEFORE | {"rank": rank})
        Review.objects.filter(pk=earlier.pk).update(state="closed")
    write(review, home_affairs, **PAR)
    reader = Reader(official)

    assert "up 13 places reckoned from both results" in words(reader.get("/chi-so/?year=2021&other=2019"))
    assert "There is no review of this year" in words(reader.get("/chi-so/?year=1066"))
    assert reader.get("/chi-so/?year=abc&other=%00").status_code == 200


def test_without_any_review_the_page_says_why_it_is_empty(official, home_affairs):
    assert "No review has been opened yet" in words(Reader(official).get("/chi-so/"))


def test_a_year_without_results_is_told_and_home_affairs_is_led_on(review, official, home_affairs):
    factories.index()

    assert "No result of 2021 is recorded yet." in words(Reader(official).get("/chi-so/"))
    assert "/chi-so/2021/PAR_INDEX/" in text(Reader(home_affairs).get("/chi-so/"))


def test_a_year_in_preparation_is_shown_first_only_once_something_was_published_of_it(review, home_affairs):
    write(review, home_affairs, **PAR)
    year_of(2022)
    reader = Reader(home_affairs)

    assert reader.get("/chi-so/").context["year"] == 2021
    assert 'href="/dot-danh-gia/2022/"' in text(reader.get("/chi-so/?year=2022"))


def test_the_actions_of_an_index_are_counted_as_the_list_counts_them(action, home_affairs, foreign_official):
    page = Reader(home_affairs).get("/chi-so/")
    address = "/hanh-dong/?review=2021&amp;index=PAR_INDEX"

    assert re.search(rf'<a href="{re.escape(address)}">1</a>', text(page))
    assert Reader(home_affairs).get(address.replace("&amp;", "&")).context["page"].rows == [action]
    assert "PAR INDEX" not in words(Reader(foreign_official).get("/chi-so/"))


def test_results_in_preparation_are_for_those_who_watch_only(home_affairs, official, leader):
    write(year_of(2021), home_affairs, **PAR)
    for place in ("/chi-so/2021/PAR_INDEX/", "/chi-so/2021/xep-loai/"):
        assert [Reader(each).status_of(place) for each in (official, leader, home_affairs)] == [404, 200, 200]
    assert "86.77" not in words(Reader(official).get("/chi-so/"))


def test_an_index_shows_its_criteria_points_lost_and_whose_the_weaknesses_are(
    weakness, review, home_affairs, official, foreign_official
):
    criterion = factories.criterion()
    criterion.maximum_points = Decimal(13)
    criterion.save()
    points = {criterion.pk: {"value": Decimal("11.5")}}
    review.write_dimensions(
        by=factories.actor(home_affairs),
        today=factories.SUMMER,
        index=criterion.criteria_set.index,
        points=points,
    )
    own, foreign = (
        words(Reader(each).get("/chi-so/2021/PAR_INDEX/")) for each in (official, foreign_official)
    )

    assert "PAR3 PAR3 13 11.50 1.50" in own and "PAR3 PAR3 13 11.50 1.50" in foreign
    assert weakness.ref in own and "Department of Environment" in own
    assert weakness.ref not in foreign and weakness.title not in foreign


def test_a_unit_reads_its_own_rating_and_the_distribution_but_nobody_elses(
    rated, review, home_affairs, official, foreign_official, leader
):
    spread(review, home_affairs, (factories.group(), rated["tot"], 4, -10, ""))
    own = words(Reader(official).get("/chi-so/2021/xep-loai/"))
    foreign = words(Reader(foreign_official).get("/chi-so/2021/xep-loai/"))
    watching = words(Reader(leader).get("/chi-so/2021/xep-loai/"))

    assert "86.50" in own and "Department of Health" not in own and REASON not in own
    assert "86.50" not in foreign and "Department of Environment" not in foreign and REASON in foreign
    assert all("4 ( −10 )" in page or "4 (−10)" in page for page in (own, foreign, watching))
    assert "86.50" in watching and REASON in watching
    assert "entered" not in own.partition("Rating of your unit")[0], "the check is for those who watch"


def test_the_published_distribution_is_checked_against_the_ratings_in_words(
    rated, review, health, home_affairs
):
    def told() -> str:
        return words(Reader(home_affairs).get("/chi-so/2021/xep-loai/"))

    group = factories.group()
    assert "No published distribution is recorded" in told()
    best = (group, rated["xuat-sac"], 1, None, "")
    spread(review, home_affairs, best, (group, rated["tot"], 2, None, ""))
    assert "so_nganh, “Good”: 2 published, 1 unit entered." in told()
    assert "so_nganh, “Not ranked”: 0 published, 1 unit entered." in told()
    agreed = (group, rated["tot"], 1, None, ""), (group, rated["khong-xep-hang"], 1, None, REASON)
    spread(review, home_affairs, best, *agreed)
    assert "The ratings of all units agree" in told()
    rate(review, home_affairs, health, rating=None, points=None, reason="")
    assert "2 of 3 units have a rating so far" in told() and "published, " not in told()


def test_no_rating_entered_yet_is_said_as_such(review, home_affairs):
    spread(review, home_affairs, (factories.group(), ratings()["tot"], 2, None, ""))

    assert "No unit's rating has been entered yet" in words(
        Reader(home_affairs).get("/chi-so/2021/xep-loai/")
    )


def test_home_affairs_writes_a_result_down_in_the_page(review, home_affairs):
    factories.index()
    typed = {"value": "86,77", "scale": "100", "rank": "27", "rank_of": "63", "change_value": "−1,61"}
    page = Reader(home_affairs).fill_in("/chi-so/2021/PAR_INDEX/sua/", **typed, published_on="25/05/2022")
    result = review.results.get()

    assert (page.status_code, page.url) == (303, "/chi-so/2021/PAR_INDEX/")
    assert (result.value, result.change_value) == (Decimal("86.77"), Decimal("-1.61"))


def test_a_contradiction_comes_back_with_both_figures_and_may_be_kept(review, home_affairs):
    write(year_of(2020), home_affairs, **PAR_BEFORE)
    typed = {"value": "86.77", "scale": "100", "rank": "27", "rank_of": "63", "change_rank": "-4"}
    reader, place = Reader(home_affairs), "/chi-so/2021/PAR_INDEX/sua/"
    refused = reader.fill_in(place, **typed)

    assert refused.status_code == 422 and "28/63" in text(refused) and 'value="86.77"' in text(refused)
    assert not review.results.exists()
    assert reader.fill_in(place, **typed, keeps_contradiction="on").status_code == 303


def test_an_older_form_is_stopped_and_what_was_typed_is_kept(review, home_affairs, second_home_affairs):
    factories.index()
    reader, place = Reader(home_affairs), "/chi-so/2021/PAR_INDEX/sua/"
    form = reader.get(place).context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    write(Review.objects.get(pk=review.pk), second_home_affairs, **PAR)
    page = reader.post(place, own | {"value": "55", "scale": "100", "note": "không có hạng"})

    assert page.status_code == 409 and 'value="55"' in text(page)
    assert review.results.get().value == Decimal("86.77")


def test_the_same_form_sent_twice_is_written_once(review, home_affairs):
    factories.index()
    reader, place = Reader(home_affairs), "/chi-so/2021/PAR_INDEX/sua/"
    form = reader.get(place).context["form"]
    typed = {name: form[name].value() for name in ("version", "idempotency")}
    typed |= {"value": "55", "scale": "100", "note": "không có hạng"}

    assert [reader.post(place, typed).status_code for _ in range(2)] == [303, 303]
    assert Event.objects.of(review).filter(verb="result_written").count() == 1


@pytest.mark.parametrize(
    "typed", ["86,7x", "1.234,5", "NaN", "Infinity", "86,777", "1e99", "١٢", "99999999", "\x00"]
)
def test_what_is_no_figure_is_told_beside_its_field(review, home_affairs, typed):
    factories.index()
    page = Reader(home_affairs).fill_in("/chi-so/2021/PAR_INDEX/sua/", value=typed, scale="100", note="thử")

    assert page.status_code == (303 if typed == "١٢" else 422)


def test_points_ratings_and_distribution_are_written_in_their_pages(review, environment, home_affairs):
    steps, criterion, reader = ratings(), factories.criterion(), Reader(home_affairs)
    key = "so_nganh-khong-xep-hang-0"
    pages = [
        reader.fill_in("/chi-so/2021/PAR_INDEX/thanh-phan/", **{f"points_{criterion.pk}": "9,5"}),
        reader.fill_in("/chi-so/2021/xep-loai/don-vi/", rating_STNMT=steps["tot"].pk, points_STNMT="85,25"),
        reader.fill_in("/chi-so/2021/xep-loai/phan-bo/", **{f"count_{key}": "2", f"reason_{key}": REASON}),
    ]

    assert [page.status_code for page in pages] == [303] * 3
    assert review.criterion_results.get().value == Decimal("9.5")
    assert review.assessed_units.get(unit=environment).points == Decimal("85.25")
    assert [(row.count, row.reason) for row in review.group_ratings.all()] == [(2, REASON)]


def test_mistakes_stand_beside_the_unit_they_belong_to(review, environment, home_affairs):
    steps = ratings()
    page = Reader(home_affairs).fill_in(
        "/chi-so/2021/xep-loai/don-vi/", rating_STNMT=steps["khong-xep-hang"].pk, points_STNMT="85"
    )

    assert page.status_code == 422 and set(page.context["form"].errors) == {"reason_STNMT"}
    assert 'href="#id_reason_STNMT"' in text(page) and 'aria-invalid="true"' in text(page)


@pytest.mark.parametrize(
    "place",
    [
        "PAR_INDEX/sua/",
        "PAR_INDEX/thanh-phan/",
        "xep-loai/don-vi/",
        "xep-loai/phan-bo/",
        "nhap/",
        "nhap/mau.xlsx",
    ],
)
def test_only_home_affairs_has_the_pages_that_write(review, home_affairs, official, leader, admin, place):
    factories.index()
    people = (home_affairs, official, leader, admin)

    assert [Reader(each).status_of(f"/chi-so/2021/{place}") for each in people] == [200, 403, 403, 403]
    if not place.endswith("xlsx"):
        assert Reader(official).post(f"/chi-so/2021/{place}").status_code == 403


@pytest.mark.parametrize(
    "place",
    ["1999/PAR_INDEX/", "99999999999/PAR_INDEX/", "2021/KHONG-CO/", "1999/xep-loai/", "1999/nhap/",
     "2021/KHONG-CO/sua/", "1999/PAR_INDEX/sua/"],
)  # fmt: skip
def test_what_is_not_there_is_404(review, home_affairs, place):
    assert Reader(home_affairs).status_of(f"/chi-so/{place}") == 404


def test_a_closed_review_says_so_and_keeps_what_was_typed(review, home_affairs):
    factories.index()
    Review.objects.filter(pk=review.pk).update(state="closed")
    page = Reader(home_affairs).fill_in("/chi-so/2021/PAR_INDEX/sua/", value="55", scale="100", note="muộn")

    assert page.status_code == 409 and "muộn" in text(page) and not review.results.exists()
    assert "/sua/" not in text(Reader(home_affairs).get("/chi-so/2021/PAR_INDEX/"))


def test_the_api_tells_results_of_a_review_in_preparation_only_to_those_who_watch(home_affairs, official):
    write(year_of(2021), home_affairs, **PAR)
    told = [Caller(each).read("reviews/2021/").status_code for each in (official, home_affairs)]

    assert told == [404, 200]


def test_the_administration_only_shows_results(review, home_affairs, admin):
    write(review, home_affairs, **PAR)
    admin.is_superuser = True
    admin.save()
    reader = Reader(admin)
    for model in ("indexresult", "grouprating"):
        assert reader.status_of(f"/quan-tri/tracker/{model}/") == 200
        assert reader.status_of(f"/quan-tri/tracker/{model}/add/") == 403
