"""How the actions stood on any past day is told by the history, and adds up to what was kept that night."""

from datetime import date

import pytest

from plans.models import AmendmentChange, PlanVersion
from plans.models.progress.snapshot import KEPT
from plans.progress.counting import count
from plans.progress.past import states_on
from tests import factories
from tests.factories import ACCEPTED, CONFERENCE, DUE, ISSUED, SUMMER, actor
from tests.plans.progress.agreeing import folded, values
from tests.plans.progress.people import extended, proof, reported


@pytest.fixture
def plan(action, review, home_affairs):
    plan = factories.issued_plan(review, home_affairs)
    action.refresh_from_db()
    return plan


def test_each_state_is_told_of_its_day(plan, action, official, home_affairs):
    extended(action, official, home_affairs, until=date(2022, 9, 20), today=date(2022, 8, 3))
    reported(action, official, today=date(2022, 8, 5))
    action.send_back(by=actor(home_affairs), today=date(2022, 8, 8), reason="Thiếu số liệu")
    action.report(by=actor(official), today=date(2022, 8, 10))
    action.verify(by=actor(home_affairs), today=date(2022, 8, 12))

    def then(day: int):
        (state,) = states_on(plan, date(2022, 8, day))
        return (state.state, state.due_on, state.reported_on)

    later = date(2022, 9, 20)
    assert then(2) == ("todo", DUE, None)
    assert then(3) == ("todo", later, None)
    assert then(5) == ("reported", later, date(2022, 8, 5))
    assert then(8) == ("returned", later, date(2022, 8, 5))
    assert then(11) == ("reported", later, date(2022, 8, 10))
    assert then(12) == ("done", later, date(2022, 8, 10))


def test_evidence_counts_from_the_day_it_came_until_the_day_it_went(weakness, official, home_affairs, review):
    action = factories.tracked_action(weakness, official, home_affairs, expected_evidence=["Báo cáo", "Ảnh"])
    plan = factories.issued_plan(review, home_affairs)
    action.refresh_from_db()
    report, photo = action.expected_evidence.all()
    by = actor(official)
    first = action.add_document(by=by, today=date(2022, 8, 2), expected=report, **proof(date(2022, 8, 2)))
    action.add_document(by=by, today=date(2022, 8, 4), expected=photo, **proof(date(2022, 8, 4)))
    action.remove_evidence(first, by=by, today=date(2022, 8, 6), reason="Nhầm tệp")

    given = [states_on(plan, date(2022, 8, day))[0].proof_given for day in (1, 2, 4, 5, 6)]
    assert given == [0, 1, 2, 2, 1]


def test_how_many_kinds_were_expected_is_told_of_its_day(weakness, official, home_affairs, review):
    action = factories.tracked_action(weakness, official, home_affairs, expected_evidence=["Báo cáo", "Ảnh"])
    plan = factories.issued_plan(review, home_affairs)
    action.refresh_from_db()
    by, why = actor(home_affairs), "Kế hoạch yêu cầu quyết định"
    action.expect_evidence(by=by, today=date(2022, 8, 3), kinds=["Báo cáo", "Ảnh", "Quyết định"], reason=why)
    action.expect_evidence(by=by, today=date(2022, 8, 5), kinds=["Quyết định"], reason=why)

    expected = [states_on(plan, date(2022, 8, day))[0].proof_expected for day in (2, 3, 4, 5, 6)]
    assert expected == [2, 3, 3, 1, 1]


def test_the_unit_that_led_then_is_named(plan, action, health, home_affairs):
    action.move(by=actor(home_affairs), today=SUMMER, unit=health, owner=None, reason="Sáp nhập")

    units = [states_on(plan, day)[0].unit_key for day in (ISSUED, SUMMER)]
    assert units == ["STNMT", "SYT"]


def test_before_the_plan_was_drafted_there_was_none(plan):
    assert states_on(plan, CONFERENCE) == states_on(plan, ACCEPTED) == []
    assert len(states_on(plan, ISSUED)) == 1


def test_an_action_that_was_added_later_was_not_in_the_plan_before(plan, weakness, official, home_affairs):
    later = factories.tracked_action(weakness, official, home_affairs)
    item = plan.items.get()
    item.contributions.create(weakness=weakness, action=later)
    amendment = plan.amendments.create(
        state="issued", reason="Bổ sung", begun_by=home_affairs, begun_on=SUMMER, number="9/QĐ-UBND",
        issued_on=DUE, signer_name="A",
    )  # fmt: skip
    AmendmentChange.objects.create(amendment=amendment, kind="add", action=later)
    PlanVersion.objects.create(plan=plan, number=2, content=[], sha256="", frozen_on=DUE, amendment=amendment)

    assert [len(states_on(plan, day)) for day in (SUMMER, DUE)] == [1, 2]


def test_today_the_history_says_what_a_count_from_scratch_says(plan, action, official):
    reported(action, official)

    assert folded(plan, SUMMER) == values(count(plan, SUMMER, KEPT))
