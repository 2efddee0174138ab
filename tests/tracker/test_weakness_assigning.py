"""Home Affairs assigns a weakness to many units, rewords it, withdraws it, and takes over what last year left."""

from datetime import date

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import CONFERENCE, DEADLINE, IN_JUNE, SUMMER, actor
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event, Review, Unit, Weakness

WORDS = {"title": "Hồ sơ trễ hạn", "statement": "12/40 hồ sơ trễ hạn."}


@pytest.fixture
def preparing(home_affairs, environment, health) -> Review:
    """The review of 2021 as Home Affairs prepares it; nobody has been told."""
    return Review.prepare(
        by=actor(home_affairs), today=CONFERENCE, year=2021, conference_on=CONFERENCE,
        submissions_due_on=DEADLINE, plan_due_on=date(2022, 7, 29),
    )  # fmt: skip


def assign(review, by, *units, **words) -> list[Weakness]:
    words = WORDS | {"index": factories.index(), "criterion": None} | words
    return Weakness.assign(by=actor(by), today=IN_JUNE, review=review, units=units, **words)


def test_each_unit_gets_the_weakness_under_a_number_of_its_own(preparing, environment, health, home_affairs):
    given = assign(preparing, home_affairs, environment, health)

    assert [(each.ref, each.unit.code, each.title, each.origin) for each in given] == [
        ("HC-2021-001", "STNMT", "Hồ sơ trễ hạn", "assigned"),
        ("HC-2021-002", "SYT", "Hồ sơ trễ hạn", "assigned"),
    ]
    assert [event.verb for each in given for event in Event.objects.of(each)] == ["given", "given"]


def test_without_units_the_weakness_is_the_provinces(preparing, home_affairs):
    [weakness] = assign(preparing, home_affairs)

    assert weakness.unit is None


def test_a_unit_sees_nothing_of_it_before_the_review_is_opened(
    preparing, environment, official, home_affairs
):
    assign(preparing, home_affairs, environment)
    seen = Weakness.objects.visible_to(actor(official))
    assert not seen.exists()

    Submission.open_round(preparing, by=actor(home_affairs), today=CONFERENCE)
    assert seen.count() == 1


def test_all_units_get_it_or_none_and_the_answer_names_who_cannot(
    preparing, environment, health, home_affairs
):
    stranger = factories.unit("SXD", "Sở Xây dựng")
    assign(preparing, home_affairs, health)

    with pytest.raises(Invalid) as refusal:
        assign(preparing, home_affairs, environment, stranger, health, title="hồ sơ TRỄ hạn")

    assert "Sở Xây dựng" in refusal.value.errors["units"] and "Sở Y tế" in refusal.value.errors["units"]
    assert Weakness.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [({"title": " "}, "title"), ({"statement": ""}, "statement"), ({"points_lost": -1}, "points_lost")],
)
def test_words_and_points_have_to_be_sound(words, field, preparing, environment, home_affairs):
    with pytest.raises(Invalid) as refusal:
        assign(preparing, home_affairs, environment, **words)

    assert set(refusal.value.errors) == {field}


def test_only_home_affairs_assigns_rewords_and_withdraws(
    preparing, environment, home_affairs, official, leader
):
    [weakness] = assign(preparing, home_affairs, environment)
    for person in (official, leader):
        by = {"by": actor(person), "today": IN_JUNE}
        for do in (
            lambda by=by: Weakness.assign(review=preparing, units=[environment], **WORDS, **by),
            lambda by=by: Weakness.take_over(review=preparing, weaknesses=[weakness], **by),
            lambda by=by: weakness.reword(title="Khác", **by),
            lambda by=by: weakness.withdraw(**by),
        ):
            with pytest.raises(Refused):
                do()


def test_an_open_review_takes_one_more_for_a_unit_that_has_not_handed_in(
    review, environment, health, official, head, home_affairs
):
    factories.submitted(Submission.objects.get(unit=environment), official, head)

    assert len(assign(review, home_affairs, health)) == 1
    with pytest.raises(Invalid, match="Sở Tài nguyên và Môi trường"):
        assign(review, home_affairs, environment)


def test_a_closed_review_takes_none(review, health, home_affairs):
    Review.objects.filter(pk=review.pk).update(state="monitoring")

    with pytest.raises(Refused):
        assign(review, home_affairs, health)


def test_rewording_is_kept_with_what_it_was_and_searched_by(preparing, environment, home_affairs):
    [weakness] = assign(preparing, home_affairs, environment)
    is_changed = weakness.reword(by=actor(home_affairs), today=IN_JUNE, **WORDS | {"title": "Đất đai chậm"})
    last = Event.objects.of(weakness).last()

    assert is_changed and (last.verb, last.before, last.after) == (
        "reworded", {"title": "Hồ sơ trễ hạn"}, {"title": "Đất đai chậm"},
    )  # fmt: skip
    assert "dat dai cham" in Weakness.objects.get().plain
    assert not weakness.reword(by=actor(home_affairs), today=IN_JUNE, title=" Đất đai  chậm")


def test_two_colleagues_do_not_overwrite_one_another(
    preparing, environment, home_affairs, second_home_affairs
):
    [weakness] = assign(preparing, home_affairs, environment)
    theirs = Weakness.objects.get()
    weakness.reword(by=actor(home_affairs), today=IN_JUNE, version=1, title="Đất đai chậm")

    with pytest.raises(Stale):
        theirs.reword(by=actor(second_home_affairs), today=IN_JUNE, version=1, title="Hộ tịch chậm")
    with pytest.raises(Stale):
        theirs.withdraw(by=actor(second_home_affairs), today=IN_JUNE, version=1)
    assert Weakness.objects.get().title == "Đất đai chậm"


def test_a_withdrawn_weakness_is_gone_and_its_words_stay_in_the_history(preparing, environment, home_affairs):
    [weakness] = assign(preparing, home_affairs, environment)
    number = weakness.pk
    weakness.withdraw(by=actor(home_affairs), today=IN_JUNE, version=1)
    last = Event.objects.filter(subject="weakness", subject_id=number).last()

    assert not Weakness.objects.exists()
    assert last.verb == "weakness_withdrawn" and last.before["statement"] == WORDS["statement"]


def test_what_a_unit_has_begun_to_answer_stays_as_it_is(review, environment, official, home_affairs):
    [weakness] = assign(review, home_affairs, environment)
    assert weakness.is_unanswered
    weakness.add_cause(by=actor(official), today=IN_JUNE, kind="internal", statement="Chưa phân công.")

    for do in (weakness.reword, weakness.withdraw):
        with pytest.raises(Refused):
            do(by=actor(home_affairs), today=IN_JUNE)


def test_a_unit_with_weaknesses_does_not_drop_out_of_the_review(preparing, environment, health, home_affairs):
    assign(preparing, home_affairs, environment)
    group = environment.group_id

    with pytest.raises(Invalid, match="Sở Tài nguyên và Môi trường"):
        preparing.choose_units(by=actor(home_affairs), today=IN_JUNE, groups={health.pk: group})
    assert preparing.assessed_units.filter(unit=environment).exists()


def test_the_year_stays_once_its_weaknesses_are_numbered(preparing, environment, home_affairs):
    assign(preparing, home_affairs, environment)
    by = {"by": actor(home_affairs), "today": IN_JUNE}

    with pytest.raises(Invalid, match="HC-2021"):
        preparing.revise(
            year=2020, conference_on=date(2021, 6, 10), submissions_due_on=date(2021, 6, 22), **by
        )
    preparing.revise(plan_due_on=date(2022, 7, 20), **by)
    assert Review.objects.get().plan_due_on == date(2022, 7, 20)


class TestTakingOver:
    """From the review of 2021, which is over, into that of 2022, which is being prepared."""

    @pytest.fixture
    def following(self, weakness, home_affairs) -> Review:
        return Review.prepare(
            by=actor(home_affairs), today=SUMMER, year=2022, conference_on=date(2023, 6, 9),
            submissions_due_on=date(2023, 6, 22), plan_due_on=date(2023, 7, 31),
        )  # fmt: skip

    def take(self, following, by, *weaknesses):
        return Weakness.take_over(by=actor(by), today=SUMMER, review=following, weaknesses=weaknesses)

    def test_the_new_weakness_names_the_old_one(self, following, weakness, home_affairs):
        [new] = self.take(following, home_affairs, weakness)

        assert (new.repeats, new.unit, new.title, new.review) == (
            weakness,
            weakness.unit,
            weakness.title,
            following,
        )
        assert new.ref == "HC-2022-001" and new.points_lost is None

    def test_taking_over_twice_does_not_double(self, following, weakness, home_affairs, second_home_affairs):
        self.take(following, home_affairs, weakness)

        with pytest.raises(Invalid, match=weakness.ref):
            self.take(following, second_home_affairs, weakness)
        assert following.weaknesses.count() == 1

    def test_a_dissolved_units_weakness_goes_to_its_successor(self, weakness, home_affairs, environment):
        heir = factories.unit("SNNMT", "Sở Nông nghiệp và Môi trường", valid_from=date(2023, 3, 1))
        environment.successors.add(heir)
        Unit.objects.filter(pk=environment.pk).update(valid_to=date(2023, 2, 28))
        following = Review.prepare(
            by=actor(home_affairs), today=SUMMER, year=2022, conference_on=date(2023, 6, 9),
            submissions_due_on=date(2023, 6, 22), plan_due_on=date(2023, 7, 31),
        )  # fmt: skip

        assert [new.unit for new in self.take(following, home_affairs, weakness)] == [heir]

    def test_without_a_successor_it_is_said(self, following, weakness, home_affairs):
        following.assessed_units.filter(unit=weakness.unit).delete()

        with pytest.raises(Invalid, match=weakness.ref):
            self.take(following, home_affairs, weakness)

    def test_work_that_is_over_is_not_unresolved(self, action, home_affairs):
        assert Weakness.objects.unresolved().count() == 1
        action.drop(by=actor(home_affairs), today=SUMMER, reason="Không còn phù hợp.")

        assert not Weakness.objects.unresolved().exists()
