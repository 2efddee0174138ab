"""A year without a plan is answered in words: not known, before this site, being prepared, or not compiled yet."""

import pytest

from tests.reading import Reader, in_english, text
from tracker.models import Review

HERE, NOT_ASKED, UNKNOWN = "/ke-hoach/2022/", "/ke-hoach/2022/tong-hop/", "/ke-hoach/2031/"


@pytest.fixture
def reader(review, home_affairs) -> Reader:
    in_english(home_affairs)
    return Reader(home_affairs)


def test_a_year_without_a_review_is_not_found_and_said_so(reader):
    page = reader.get(UNKNOWN)

    assert page.status_code == 404
    assert "There is no plan of 2031: no review of 2030 is known here." in text(page)
    assert f'href="{HERE}"' in text(page)


def test_a_year_from_before_this_site_counts_no_submissions(reader):
    Review.objects.update(state="past")
    page = text(reader.get(HERE))

    assert "There is no plan of 2022: 2021 was reviewed before this site was used." in page
    assert "submissions handed in" not in page and NOT_ASKED not in page
    assert reader.get(NOT_ASKED).status_code == 404


def test_a_review_that_is_prepared_has_no_plan_yet_and_leads_to_its_page(reader):
    Review.objects.update(state="preparing")
    page = text(reader.get(HERE))

    assert "There is no plan of 2022 yet: the review of 2021 is being prepared." in page
    assert "/dot-danh-gia/2021/" in page and "submissions handed in" not in page and NOT_ASKED not in page


def test_a_unit_is_told_nothing_of_a_review_that_is_prepared(reader, official):
    in_english(official)
    Review.objects.update(state="preparing")
    page = Reader(official).get(HERE)

    assert page.status_code == 404
    assert "no review of 2021 is known here" in text(page)


def test_an_open_review_says_how_many_have_handed_in(reader):
    page = text(reader.get(HERE))

    assert "submissions handed in" in page and NOT_ASKED in page
