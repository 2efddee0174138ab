"""Home Affairs assigns one weakness to many units at once, corrects, withdraws and takes over what last year left."""

from datetime import date

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import IN_JUNE, SUMMER, actor
from tests.reading import Reader, in_english, text
from tracker.models import Review, Weakness

HERE = "/dot-danh-gia/2022/han-che/"


@pytest.fixture
def words(review) -> dict:
    """What is typed about a weakness, but for the units."""
    return {
        "title": "Hồ sơ trễ hạn", "statement": "12/40 hồ sơ trễ hạn.", "scope": "units", "points_lost": "1,25",
        "index": factories.index().pk, "criterion": factories.criterion().pk,
    }  # fmt: skip


@pytest.fixture
def desk(review, home_affairs, second_home_affairs) -> Reader:
    in_english(home_affairs, second_home_affairs)
    return Reader(home_affairs)


@pytest.fixture
def preparing(review, home_affairs) -> Review:
    return Review.prepare(
        by=actor(home_affairs), today=SUMMER, year=2022, conference_on=date(2023, 6, 9),
        submissions_due_on=date(2023, 6, 22), plan_due_on=date(2023, 7, 31),
    )  # fmt: skip


@pytest.fixture
def given(preparing, environment, home_affairs) -> Weakness:
    return Weakness.assign(
        by=actor(home_affairs), today=SUMMER, review=preparing, units=[environment], title="Hồ sơ trễ hạn",
        statement="12/40 hồ sơ trễ hạn.", index=factories.index(),
    )[0]  # fmt: skip


def test_one_form_gives_the_weakness_to_many_units(desk, preparing, environment, health, words):
    answer = desk.fill_in(f"{HERE}moi/", units=[environment.pk, health.pk], **words)
    page = desk.get(HERE)

    assert (answer.status_code, answer.url) == (303, HERE)
    assert [(each.unit.code, str(each.points_lost)) for each in preparing.weaknesses.all()] == [
        ("STNMT", "1.25"), ("SYT", "1.25"),
    ]  # fmt: skip
    assert [each.unit.code for each in page.context["ready"].without_weaknesses] == ["SNV"]


def test_a_province_wide_weakness_has_no_unit_and_stands_first(desk, given, words):
    desk.fill_in(f"{HERE}moi/", **words | {"scope": "province", "title": "Thiếu sáng kiến"})

    assert [each.unit for each in desk.get(HERE).context["ready"].weaknesses] == [None, given.unit]


def test_the_unit_in_the_address_is_ticked_already(desk, preparing, health):
    assert desk.get(f"{HERE}moi/?unit=SYT").context["form"].ticked() == [str(health.pk)]
    assert desk.get(f"{HERE}moi/?unit=NOWHERE").context["form"].ticked() == []


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"units": []}, "units", "Tick at least one unit"),
        ({"scope": "province"}, "units", "Keep one of the two"),
        ({"units": ["999999"]}, "units", "not in the review"),
        ({"units": ["x"]}, "units", "valid value"),
        ({"title": ""}, "title", "cannot stay empty"),
        ({"title": "a" * 201}, "title", "200"),
        ({"statement": ""}, "statement", "cannot stay empty"),
        ({"index": "0"}, "index", "valid choice"),
        ({"points_lost": "một"}, "points_lost", "1,25"),
        ({"points_lost": "-1"}, "points_lost", "1,25"),
        ({"points_lost": "99999999"}, "points_lost", "1,25"),
        ({"points_lost": "NaN"}, "points_lost", "1,25"),
    ],
)
def test_what_cannot_be_taken_is_said_and_typed_text_stays(
    wrong, field, says, desk, preparing, environment, words
):
    page = desk.fill_in(f"{HERE}moi/", **{"units": [environment.pk]} | words | wrong)

    assert page.status_code == 422 and list(page.context["form"].errors) == [field]
    assert (says in text(page) and "12/40 hồ sơ trễ hạn." in text(page)) or field == "statement"
    assert not preparing.weaknesses.exists()


def test_a_unit_that_has_it_already_is_named_and_nobody_gets_it_twice(
    desk, given, environment, health, words
):
    page = desk.fill_in(f"{HERE}moi/", units=[environment.pk, health.pk], **words)

    assert page.status_code == 422 and "Already have a weakness with this title" in text(page)
    assert page.context["form"].ticked() == [str(environment.pk), str(health.pk)]
    assert given.review.weaknesses.count() == 1


def test_a_second_click_assigns_once(desk, preparing, environment, words):
    key = desk.get(f"{HERE}moi/").context["form"]["idempotency"].value()
    sent = words | {"units": [environment.pk], "idempotency": key}

    assert [desk.post(f"{HERE}moi/", sent).status_code for _ in range(2)] == [303, 303]
    assert preparing.weaknesses.count() == 1


def test_a_weakness_is_corrected_and_withdrawn(desk, given, words):
    page = desk.get(f"{HERE}{given.ref}/")
    assert page.context["form"]["title"].value() == given.title

    assert desk.fill_in(f"{HERE}{given.ref}/", **words | {"title": "Đất đai chậm"}).status_code == 303
    assert Weakness.objects.get().title == "Đất đai chậm"
    assert "Đất đai chậm" in text(desk.get(f"{HERE}{given.ref}/rut/"))
    assert desk.fill_in(f"{HERE}{given.ref}/rut/").status_code == 303
    assert not Weakness.objects.exists() and desk.get(f"{HERE}{given.ref}/").status_code == 404


def test_a_colleague_who_was_faster_is_not_overwritten(desk, given, words, second_home_affairs):
    form = desk.get(f"{HERE}{given.ref}/").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    Reader(second_home_affairs).fill_in(f"{HERE}{given.ref}/", **words | {"title": "Chữ của Lan"})
    conflict = desk.post(f"{HERE}{given.ref}/", own | words | {"title": "Chữ của Bình"})

    assert conflict.status_code == 409 and "Chữ của Bình" in text(conflict)
    assert Weakness.objects.get().title == "Chữ của Lan"


def test_those_who_watch_read_it_and_change_nothing(given, words, leader, official):
    reader = Reader(leader)
    page = reader.get(f"{HERE}{given.ref}/")

    assert page.status_code == 200 and "form" not in page.context
    assert (
        reader.post(f"{HERE}{given.ref}/", words | {"version": 1, "idempotency": "x" * 20}).status_code == 409
    )
    assert Reader(official).get(f"{HERE}{given.ref}/").status_code == 403


def test_what_a_unit_has_begun_to_answer_is_read_only(desk, review, weakness, official, words):
    here = "/dot-danh-gia/2021/han-che/HC-2021-001/"
    assert "form" in desk.get(here).context
    weakness.add_cause(by=actor(official), today=IN_JUNE, kind="internal", statement="Chưa phân công.")
    typed = words | {"version": weakness.version, "idempotency": "x" * 20}

    assert "form" not in desk.get(here).context
    assert desk.post(here, typed).status_code == 409
    assert desk.get(f"{here}rut/").status_code == 403


def test_after_the_opening_one_more_reaches_a_unit_that_still_writes(
    desk, review, environment, health, official, head, words
):
    factories.submitted(Submission.objects.get(unit=environment), official, head)
    late = "/dot-danh-gia/2021/han-che/moi/"

    assert desk.fill_in(late, units=[health.pk], **words).status_code == 303
    refused = desk.fill_in(late, units=[environment.pk], **words)
    assert refused.status_code == 422 and "no longer with them" in text(refused)


class TestTakingOver:
    """What the review of 2021 left undone goes on in 2022."""

    PLACE = f"{HERE}nam-truoc/"

    def test_what_is_ticked_goes_on_and_is_not_offered_again(self, desk, weakness, preparing):
        assert [each.ref for each in desk.get(self.PLACE).context["left"]] == [weakness.ref]
        answer = desk.fill_in(self.PLACE, weaknesses=[weakness.pk])

        assert answer.status_code == 303
        assert [each.repeats for each in preparing.weaknesses.all()] == [weakness]
        assert "Nothing is left over" in text(desk.get(self.PLACE))

    def test_an_old_page_sent_again_does_not_double(self, desk, weakness, preparing, second_home_affairs):
        key = desk.get(self.PLACE).context["form"]["idempotency"].value()
        Reader(second_home_affairs).fill_in(self.PLACE, weaknesses=[weakness.pk])
        late = desk.post(self.PLACE, {"weaknesses": [weakness.pk], "idempotency": key})

        assert late.status_code == 422 and preparing.weaknesses.count() == 1

    def test_nothing_ticked_and_nothing_there_are_two_answers(self, desk, weakness, preparing):
        assert "Tick at least one weakness" in text(desk.fill_in(self.PLACE))
        assert "There is no earlier review" in text(desk.get("/dot-danh-gia/2021/han-che/nam-truoc/"))

    def test_the_unit_is_not_offered_what_home_affairs_has_taken_over(
        self, desk, weakness, preparing, home_affairs
    ):
        desk.fill_in(self.PLACE, weaknesses=[weakness.pk])
        Submission.open_round(preparing, by=actor(home_affairs), today=date(2023, 6, 9))
        submission = Submission.objects.get(review=preparing, unit=weakness.unit)

        assert [each.repeats for each in submission.weaknesses] == [weakness]


def test_forty_weaknesses_cost_as_many_queries_as_one(
    desk, given, environment, home_affairs, django_assert_num_queries
):
    desk.get(HERE)
    with django_assert_num_queries(13):
        desk.get(HERE)
    for number in range(39):
        Weakness.assign(
            by=actor(home_affairs), today=SUMMER, review=given.review, units=[environment],
            title=f"Hạn chế {number}", statement="Chậm.", index=factories.index(),
        )  # fmt: skip

    with django_assert_num_queries(13):
        desk.get(HERE)
