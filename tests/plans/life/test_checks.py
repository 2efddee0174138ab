"""What a plan should hold: each check finds its own fault, names it, and leads to where it is mended."""

from datetime import date
from decimal import Decimal

import pytest

from plans.models import Plan, Submission
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.life.steps import PAGE, unmet
from tests.reading import Reader
from tracker.models import Action, Criterion, Membership, Unit


def found(plan, name: str):
    return next(check for check in plan.checks(ISSUED) if check.name == name)


def change_line(plan, **fields) -> None:
    plan.items.update(**fields)


def change_action(plan, **fields) -> None:
    Action.objects.filter(contribution__item__plan=plan).update(**fields)


def leave_the_unit(plan) -> None:
    Membership.objects.filter(user__owned_actions__contribution__item__plan=plan).update(
        valid_to=date(2022, 7, 1)
    )


def add_weakness(plan, **fields):
    """One more weakness of the unit whose submission is accepted."""
    submission = Submission.objects.filter(state="accepted").get()
    by = Membership.objects.get(role="home_affairs").user
    return factories.weakness(plan.review, submission.unit, by, title="Thiếu minh chứng", **fields)


def drop(plan) -> None:
    by = Membership.objects.get(role="home_affairs").user
    Action.objects.get().drop(by=actor(by), today=ISSUED, reason="Đã giải thể bộ phận")


BREAKS = {
    "owner": lambda plan: change_action(plan, owner=None),
    "owner_gone": leave_the_unit,
    "passed": lambda plan: change_line(plan, due_on=date(2022, 7, 14)),
    "period": lambda plan: change_line(plan, due_on=date(2023, 1, 1)),
    "product": lambda plan: change_line(plan, output=" "),
    "evidence": lambda plan: Action.objects.get().expected_evidence.all().delete(),
    "lead_unit": lambda plan: change_line(plan, lead_unit=Unit.objects.get(code="SYT")),
    "dropped": drop,
    "weakness": add_weakness,
    "not_accepted": lambda plan: Submission.objects.filter(unit__code="SYT").update(state="draft"),
}


def test_a_plan_that_lacks_nothing_meets_every_check(sound):
    assert unmet(sound) == []


@pytest.mark.parametrize("name", BREAKS)
def test_each_fault_is_found_by_its_own_check_with_a_place_to_mend_it(name, sound, home_affairs):
    BREAKS[name](sound)
    check = found(sound, name)

    assert name in unmet(sound)
    assert check.count == 1 and check.words.startswith("1 ")
    assert Reader(home_affairs).status_of(check.things[0].place.partition("#")[0]) == 200


def test_a_unit_that_no_longer_exists_leads_nothing(sound):
    Unit.objects.filter(code="STNMT").update(valid_to=date(2022, 7, 1))

    assert "lead_unit" in unmet(sound)


def test_the_last_day_of_the_year_is_still_in_the_plans_period(sound):
    change_line(sound, due_on=date(2022, 12, 31))

    assert "period" not in unmet(sound)


def test_exempt_units_are_named_and_not_missed(sound):
    check = found(sound, "not_accepted")

    assert check.is_met and "Sở Y tế" in check.note


def test_a_row_accepted_later_is_left_behind_until_it_is_taken_in_or_left_out(
    sound, weakness, official, home_affairs
):
    late = factories.tracked_action(weakness, official, home_affairs)
    assert [thing.words for thing in found(sound, "left_behind").things] == [str(late)]

    sound.leave_out(late, by=actor(home_affairs), today=ISSUED, reason="Trùng với dòng 1")
    assert found(sound, "left_behind").is_met


def test_a_weakness_the_unit_contests_needs_no_action(sound):
    weakness = add_weakness(sound)
    weakness.objection = "Không thuộc chức năng của đơn vị."
    weakness.save()

    assert "weakness" not in unmet(sound)


def test_points_lost_without_an_action_are_named_with_how_many(sound):
    add_weakness(sound, points_lost=Decimal("1.25"))

    assert "1.25" in found(sound, "points").things[0].words.replace(",", ".")


def test_a_criterion_below_its_maximum_wants_a_line_on_its_own_branch(sound):
    """A line about the field answers for what lies below it; another field of the index needs its own."""
    field = factories.criterion("PAR3")
    below = Criterion.objects.create(
        criteria_set=field.criteria_set,
        parent=field,
        code="PAR3.1",
        name_vi="Kiểm soát TTHC",
        maximum_points=2,
    )
    aside = Criterion.objects.create(
        criteria_set=field.criteria_set, code="PAR6", name_vi="Tài chính công", maximum_points=12
    )
    for criterion in (below, aside):
        sound.review.criterion_results.create(criterion=criterion, value=1)

    (thing,) = found(sound, "points").things
    assert "PAR6" in thing.words and "11" in thing.words


def test_a_criterion_at_its_maximum_asks_for_nothing(sound):
    criterion = factories.criterion("PAR8")
    Criterion.objects.filter(pk=criterion.pk).update(maximum_points=5)
    sound.review.criterion_results.create(criterion=criterion, value=5)

    assert found(sound, "points").is_met


def test_a_thousand_lines_are_checked_in_as_many_queries_as_one(
    sound, weakness, official, home_affairs, django_assert_max_num_queries
):
    for _ in range(20):
        factories.tracked_action(weakness, official, home_affairs)
    plan = Plan.compile(sound.review, by=actor(home_affairs), today=ISSUED)

    with django_assert_max_num_queries(8):
        assert found(plan, "evidence").count == 20


def test_all_of_it_stands_on_one_page_for_those_who_watch(sound, home_affairs, leader, official):
    change_line(sound, output="")
    page = Reader(home_affairs).get(PAGE + "kiem-tra/")

    assert f"{PAGE}dong/{sound.items.get().pk}/sua/" in page.content.decode()
    assert Reader(leader).get(PAGE + "kiem-tra/").status_code == 200
    assert Reader(official).get(PAGE + "kiem-tra/").status_code == 404
