"""A weakness more, one less, and those that go on from last year."""

import pytest

from tests import factories
from tests.plans.chain_writing import place, submission
from tests.reading import Reader
from tracker import calendar
from tracker.models import Event, Review, Weakness

NEW, COPY = "/ban-nop/2021/STNMT/hc/moi/", "/ban-nop/2021/STNMT/hc/nam-truoc/"


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.fixture
def earlier(review, environment, home_affairs, official):
    """Last year's weakness with one action that was never finished."""
    before = Review.objects.create(
        year=2020, conference_on="2021-06-10", submissions_due_on="2021-06-22", plan_due_on="2021-07-29"
    )
    old = factories.weakness(before, environment, home_affairs, title="Trễ hạn kéo dài")
    old.add_cause(
        by=factories.actor(official), today=factories.IN_JUNE, kind="external", statement="Thiếu máy"
    )
    factories.action(old, official, statement="Mua máy quét", expected_evidence=["Biên bản"])
    return old


def test_the_unit_names_a_weakness_and_goes_on_with_its_card(review, official):
    reader = Reader(official)
    words = {
        "title": "Thiếu minh chứng",
        "statement": "Thiếu 12/40",
        "index": factories.index().pk,
        "criterion": "",
    }
    answer = reader.fill_in(NEW, **words)

    found = Weakness.objects.get(title="Thiếu minh chứng")
    assert answer.url == place(found)
    assert (found.origin, found.unit.code, found.statement) == ("found", "STNMT", "Thiếu 12/40")


def test_a_weakness_without_words_or_index_comes_back_with_what_was_typed(review, official):
    page = Reader(official).fill_in(NEW, title="Thiếu minh chứng", statement="", index="")

    assert page.status_code == 422 and "Thiếu minh chứng" in page.content.decode()
    assert {"statement", "index"} <= page.context["form"].errors.keys()


def test_another_unit_cannot_add_one_here(review, foreign_official, home_affairs):
    assert Reader(foreign_official).get(NEW).status_code == 404
    assert Reader(home_affairs).get(NEW).status_code == 403


def test_what_the_unit_named_can_be_removed_and_its_words_stay_in_the_history(review, official):
    found = submission().add_weakness(
        by=factories.actor(official),
        today=factories.IN_JUNE,
        title="Nhầm",
        statement="Ghi nhầm",
        index=factories.index(),
    )
    answer = Reader(official).fill_in(place(found, "xoa/"))

    assert answer.url == "/ban-nop/2021/STNMT/" and not Weakness.objects.filter(pk=found.pk).exists()
    assert "Ghi nhầm" in str(Event.objects.of(submission()).last().before)


def test_what_home_affairs_named_cannot_be_removed(weakness, official):
    answer = Reader(official).fill_in(place(weakness, "xoa/"))

    assert answer.status_code == 409 and Weakness.objects.filter(pk=weakness.pk).exists()


def test_without_an_earlier_review_the_page_says_so_calmly(review, official):
    page = Reader(official).get(COPY)

    assert page.status_code == 200 and page.context["earlier"] is None
    assert "chưa có đợt đánh giá" in page.content.decode() or "no earlier review" in page.content.decode()


def test_what_is_ticked_goes_on_with_causes_and_actions_and_without_dates(earlier, official):
    answer = Reader(official).fill_in(COPY, weaknesses=[earlier.pk])

    new = Weakness.objects.get(repeats=earlier)
    action = new.actions.get()
    assert answer.status_code == 303 and (new.review.year, new.origin, new.title) == (
        2021,
        "found",
        "Trễ hạn kéo dài",
    )
    assert [each.statement for each in new.causes.all()] == ["Thiếu máy"]
    assert (action.statement, action.due_on, action.owner, action.accepted_on) == (
        "Mua máy quét",
        None,
        official,
        None,
    )
    assert [each.description for each in action.expected_evidence.all()] == ["Biên bản"]


def test_it_goes_on_once(earlier, official):
    reader = Reader(official)
    reader.fill_in(COPY, weaknesses=[earlier.pk])
    page = reader.fill_in(COPY, weaknesses=[earlier.pk])

    assert page.status_code == 422 and Weakness.objects.filter(repeats=earlier).count() == 1


def test_nothing_ticked_and_a_weakness_of_another_unit_are_refused_with_words(
    earlier, official, health, home_affairs
):
    foreign = factories.weakness(earlier.review, health, home_affairs)
    reader = Reader(official)

    assert reader.fill_in(COPY).status_code == 422
    assert reader.fill_in(COPY, weaknesses=[foreign.pk]).status_code == 422
    assert not Weakness.objects.filter(repeats__isnull=False).exists()
