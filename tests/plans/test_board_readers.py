"""Who finds a board, and what stands there before the opening and in a year without a review."""

import pytest

from tests import factories
from tests.plans.board_units import lived, make_units
from tests.reading import Reader, in_english, text
from tracker.models import Review

PLACE = "/ban-nop/2021/"


@pytest.fixture
def board(home_affairs):
    make_units()
    return lived(factories.review(home_affairs))


@pytest.mark.parametrize("who", ["leader", "inspector", "admin"])
def test_those_who_only_watch_find_nothing_to_tick_or_to_send(who, board, request):
    for view in ("", "?view=table"):
        page = text(Reader(request.getfixturevalue(who)).get(PLACE + view))
        assert 'name="unit"' not in page and "chase-missing" not in page and 'id="bulk"' not in page


@pytest.mark.parametrize(
    "part", ["", "xuat.xlsx", "mien-nop/?unit=U1", "nop-lai/?unit=U1", "han-rieng/?unit=U1"]
)
def test_the_people_of_units_have_no_board(part, board, official, head):
    assert Reader(official).get(PLACE + part).status_code == 403
    assert Reader(head).get(PLACE + part).status_code == 403


def test_before_the_opening_the_page_says_so_and_leads_to_the_set_up(board, home_affairs):
    in_english(home_affairs)
    Review.objects.filter(pk=board.pk).update(state="preparing")
    page = Reader(home_affairs).get(PLACE)

    assert page.status_code == 200 and "is not open yet" in text(page)
    assert 'href="/dot-danh-gia/2021/"' in text(page)
    assert Reader(home_affairs).get("/ban-nop/").url == PLACE


def test_a_year_without_a_review_is_answered_with_words_and_the_years_there_are(board, home_affairs):
    in_english(home_affairs)
    page = Reader(home_affairs).get("/ban-nop/1999/")

    assert page.status_code == 404 and "There is no review of 1999." in text(page)
    assert f'href="{PLACE}"' in text(page)


def test_years_can_be_switched(board, home_affairs):
    factories.review(home_affairs, 2022)

    assert 'id="year-2022" href="/ban-nop/2022/"' in text(Reader(home_affairs).get(PLACE))
