"""Damaged, forged and oversized requests to the pages of the desk: each gets words that say how to mend it."""

from urllib.parse import quote

import pytest

from tests import factories
from tests.reading import Reader, address
from tracker.models import Action, SavedFilter

HAND_OVER = "/hanh-dong/doi-phu-trach/"
FILTERS = "/hanh-dong/bo-loc/"


@pytest.fixture
def colleague(environment):
    return factories.person("chi@sample.test", "Võ Thị Chi", "official", environment)


def test_a_question_about_a_weakness_of_the_whole_province_is_refused_with_words(
    weakness, official, home_affairs
):
    type(weakness).objects.update(unit=None)
    page = f"/han-che/{weakness.ref}/hoi/"

    words = {"words": "Ai làm?", "version": 1, "idempotency": "k" * 12}

    assert Reader(home_affairs).get(page).status_code == 403
    assert Reader(home_affairs).post(page, words).status_code == 409
    assert Reader(official).post(page, words).status_code == 404


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 30, "0"])
def test_a_forged_version_of_a_ticked_row_hands_nothing_over(version, action, head, colleague):
    door = f"{HAND_OVER}?ref={action.ref}"
    words = {"owner": colleague.pk, "idempotency": "k" * 12, "seen": f"{action.ref}:{version}"}

    assert Reader(head).post(door, words).status_code in (303, 422)
    assert Action.objects.get().owner != colleague


def test_a_row_whose_version_was_not_sent_is_not_handed_over(action, head, colleague):
    door = f"{HAND_OVER}?ref={action.ref}"
    Reader(head).post(door, {"owner": colleague.pk, "idempotency": "k" * 12, "seen": "HD-2022-999:1"})

    assert Action.objects.get().owner != colleague


def test_a_reference_no_column_can_hold_is_told_in_words(action, head):
    assert Reader(head).get(f"{HAND_OVER}?ref=%00").status_code in (302, 400)


def test_a_filter_too_long_to_be_kept_says_so_beside_the_name(action, official):
    words = "đất đai " * 24
    answer = Reader(official).fill_in(f"{FILTERS}moi/?q={quote(words)}", name="Đất đai")

    assert answer.status_code == 422 and answer.context["form"].errors["name"]
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("sort", ["unit", "owner", "state", "index", "progress", "due"])
@pytest.mark.parametrize(
    "place",
    [
        "W10",
        "WyJhIiwgImIiLCAiYyJd",
        "WzFlNDAwLCAiMjAyMi0wMS0wMSIsIDFd",
        "W251bGwsIG51bGwsIG51bGxd",
        "WyJcdTAwMDAiLCAiMjAyMi0wMS0wMSIsIDk5OTk5OTk5OTk5OTk5OTk5OTk5OTld",
    ],
)
def test_a_forged_place_in_a_sorted_list_is_told_in_words(sort, place, action, official):
    for way in ("after", "before"):
        page = Reader(official).get(f"/hanh-dong/?sort={sort}&{way}={place}")
        assert page.status_code in (200, 400, 422)


@pytest.mark.parametrize("watch", ["", "no", "x" * 100_000, "\0"])
def test_whatever_the_star_is_told_it_answers(watch, action, official):
    assert Reader(official).post(address(action, "theo-doi/"), {"watch": watch}).status_code == 303


@pytest.mark.parametrize(
    "back", ["https://elsewhere.test/", "//elsewhere.test", "/\\elsewhere.test", "\\\\elsewhere.test",
             "javascript:alert(1)", "/\t/elsewhere.test", "http:///elsewhere.test", "/\r\nSet-Cookie: a=b",
             "//[", "/" * 3000]
)  # fmt: skip
def test_choosing_the_height_of_rows_leads_nowhere_else(back, official):
    answer = Reader(official).post("/hanh-dong/mat-do/", {"density": "dense", "next": back})

    assert answer.status_code in (303, 400)
    assert "Set-Cookie" not in answer.headers and "elsewhere" not in answer.headers.get("Location", "")
