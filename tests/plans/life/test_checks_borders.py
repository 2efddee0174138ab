"""What each check of a plan looks at and what it passes over: one thing changed at a time, in a sound plan."""

from datetime import date, timedelta

import pytest

from plans.checking import checks
from plans.checking.facts import Facts
from plans.models import Submission
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.life.steps import unmet
from tests.plans.life.test_checks import BREAKS, add_weakness, change_action, change_line, drop, found
from tracker.models import Action, Criterion, ExpectedEvidence, Membership, Unit, User

ALONE = {name: {name} for name in BREAKS} | {"dropped": {"dropped", "weakness"}}
PLACES = {
    "owner": "/hanh-dong/HD-2022-001/phu-trach/",
    "owner_gone": "/hanh-dong/HD-2022-001/phu-trach/",
    "evidence": "/hanh-dong/HD-2022-001/minh-chung-du-kien/",
    "weakness": "/ban-nop/2021/STNMT/xem-xet/#HC-2021-002",
    "not_accepted": "/ban-nop/2021/SYT/",
}
YESTERDAY = ISSUED - timedelta(days=1)


@pytest.fixture
def own(sound) -> Action:
    """The one action of the sound plan."""
    return Action.objects.get()


@pytest.fixture
def second(sound, weakness, official, home_affairs) -> Action:
    """One more row, merged into the one line; nothing is lacking in it."""
    row = factories.tracked_action(weakness, official, home_affairs)
    row.expected_evidence.create(description="Báo cáo")
    sound.take_in([row], into=sound.items.get(), by=actor(home_affairs), today=ISSUED)
    return row


def set_aside(action, home_affairs) -> None:
    action.drop(by=actor(home_affairs), today=ISSUED, reason="Đã giải thể bộ phận")


def report(action, official) -> None:
    by = {"by": actor(official), "today": YESTERDAY}
    action.add_document(
        **by,
        number="12/BC-STNMT",
        issued_on=YESTERDAY,
        issuer="STNMT",
        title="Báo cáo",
        expected=action.expected_evidence.get(),
    )
    action.report(**by, note="Đã số hóa xong.")


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_told_by_no_other_check_and_mended_where_it_was_made(name, sound):
    BREAKS[name](sound)

    assert set(unmet(sound)) == ALONE[name]
    here = f"/ke-hoach/2022/dong/{sound.items.get().pk}/sua/"
    assert found(sound, name).things[0].place == PLACES.get(name, here)


@pytest.mark.parametrize("state", ["not_started", "draft", "head_review", "submitted", "returned"])
def test_a_submission_that_is_owed_is_missed_in_every_state_but_accepted(state, sound):
    handed_in = {"submitted_on": factories.ACCEPTED, "attempt": 1} if state == "submitted" else {}
    Submission.objects.filter(unit__code="SYT").update(state=state, **handed_in)
    (thing,) = found(sound, "not_accepted").things

    assert thing.words.startswith("Sở Y tế")
    assert thing.place == f"/ban-nop/2021/SYT/{'xem-xet/' if state == 'submitted' else ''}"


def test_a_row_no_longer_to_be_done_is_not_left_behind(sound, weakness, official, home_affairs):
    late = factories.tracked_action(weakness, official, home_affairs)
    assert "left_behind" in unmet(sound)
    assert found(sound, "left_behind").things[0].place == "/ke-hoach/2022/hop-nhat/"

    set_aside(late, home_affairs)
    assert "left_behind" not in unmet(sound)


def test_only_weaknesses_of_accepted_submissions_want_an_action(sound, health, home_affairs):
    factories.weakness(sound.review, health, home_affairs)
    assert "weakness" not in unmet(sound)

    days = {"submitted_on": factories.ACCEPTED, "accepted_on": factories.ACCEPTED, "attempt": 1}
    Submission.objects.filter(unit=health).update(state="accepted", **days)
    assert found(sound, "weakness").count == 1


def test_points_lost_want_an_action_that_stands_in_a_line(sound, own, weakness, home_affairs):
    weakness.points_lost = 2
    weakness.save()
    assert "points" not in unmet(sound)

    sound.take_out(own, by=actor(home_affairs), today=ISSUED, reason="Trùng đề án khác")
    sound.leave_out(own, by=actor(home_affairs), today=ISSUED, reason="Trùng đề án khác")
    assert unmet(sound) == ["points"]


def test_points_lost_are_not_answered_by_an_action_no_longer_to_be_done(sound, own, weakness, home_affairs):
    weakness.points_lost = 2
    weakness.save()
    set_aside(own, home_affairs)

    assert "points" in unmet(sound)


@pytest.fixture
def aside(sound) -> Criterion:
    """A field of the index with points lost that no line is about."""
    of_index = factories.criterion("PAR3").criteria_set
    field = Criterion.objects.create(
        criteria_set=of_index, code="PAR6", name_vi="Tài chính", maximum_points=12
    )
    sound.review.criterion_results.create(criterion=field, value=1)
    return field


def test_an_action_that_also_serves_a_criterion_answers_for_its_points(sound, own, aside):
    (thing,) = found(sound, "points").things
    assert thing.place == "/chi-so/2021/PAR_INDEX/"

    own.criteria.add(aside)
    assert "points" not in unmet(sound)


def test_a_line_without_a_live_action_answers_for_no_points(sound, own, aside, home_affairs):
    change_line(sound, criterion=aside)
    own.criteria.add(aside)
    assert "points" not in unmet(sound)

    set_aside(own, home_affairs)
    assert "points" in unmet(sound)


def test_a_merged_line_stands_as_long_as_one_action_does(sound, own, second, home_affairs):
    set_aside(own, home_affairs)
    assert "dropped" not in unmet(sound)

    set_aside(second, home_affairs)
    assert "dropped" in unmet(sound)


@pytest.mark.parametrize(("last_day", "name"), [(ISSUED, None), (YESTERDAY, "lead_unit")])
def test_a_unit_leads_up_to_and_on_its_last_day(last_day, name, sound):
    Unit.objects.filter(code="STNMT").update(valid_to=last_day)

    assert ("lead_unit" in unmet(sound)) == (name == "lead_unit")


def test_any_unit_that_carries_out_one_of_the_actions_may_lead(sound, own, second, health):
    change_line(sound, lead_unit=health)
    assert "lead_unit" in unmet(sound)

    Action.objects.filter(pk=second.pk).update(lead_unit=health)
    assert "lead_unit" not in unmet(sound)


def test_a_line_without_a_deadline_would_be_told_and_no_other_check_stumbles(sound, monkeypatch):
    """The table takes no such line; should it come in some other way, it does not go out unseen."""
    facts = Facts(sound, ISSUED)
    facts.lines[0].item.due_on = None
    monkeypatch.setattr(checks, "Facts", lambda *_plan_and_day: facts)

    assert unmet(sound) == ["deadline"]


@pytest.mark.parametrize(("due_on", "has_passed"), [(YESTERDAY, True), (ISSUED, False)])
def test_a_deadline_has_passed_the_day_after(due_on, has_passed, sound):
    change_line(sound, due_on=due_on)

    assert ("passed" in unmet(sound)) == has_passed


def test_what_was_reported_in_time_has_not_passed(sound, own, official):
    report(own, official)
    change_line(sound, due_on=YESTERDAY)

    assert "passed" not in unmet(sound)


def test_of_a_merged_line_one_open_action_is_enough_to_be_late(sound, own, second, official):
    report(own, official)
    change_line(sound, due_on=YESTERDAY)

    assert "passed" in unmet(sound)


@pytest.mark.parametrize("output", ["", " ", "\n"])
def test_blanks_name_no_output(output, sound):
    change_line(sound, output=output)

    assert unmet(sound) == ["product"]


def test_each_action_wants_an_owner_and_evidence_of_its_own(sound, own, second):
    Action.objects.filter(pk=second.pk).update(owner=None)
    ExpectedEvidence.objects.filter(action=own).delete()

    assert [thing.words.split(" ")[0] for thing in found(sound, "owner").things] == [second.ref]
    assert [thing.words.split(" ")[0] for thing in found(sound, "evidence").things] == [own.ref]


def test_of_an_action_no_longer_to_be_done_nothing_is_asked(sound, own, second, home_affairs):
    set_aside(second, home_affairs)
    Action.objects.filter(pk=second.pk).update(owner=None)
    second.expected_evidence.all().delete()

    assert unmet(sound) == []


def test_an_owner_whose_account_is_closed_is_gone(sound, official):
    User.objects.filter(pk=official.pk).update(is_active=False)

    assert unmet(sound) == ["owner_gone"]


def test_an_owner_who_works_in_another_unit_is_gone(sound, official, health):
    Membership.objects.filter(user=official).update(unit=health)

    assert unmet(sound) == ["owner_gone"]


@pytest.mark.parametrize(("last_day", "is_gone"), [(ISSUED, False), (YESTERDAY, True)])
def test_an_owner_is_there_up_to_and_on_the_last_day(last_day, is_gone, sound, official):
    Membership.objects.filter(user=official).update(valid_to=last_day)

    assert ("owner_gone" in unmet(sound)) == is_gone


def test_what_a_check_does_not_show_is_counted(sound, monkeypatch):
    monkeypatch.setattr(checks, "MOST_SHOWN", 1)
    add_weakness(sound)
    add_weakness(sound)
    check = found(sound, "weakness")

    assert (check.count, len(check.shown), check.hidden) == (2, 1, 1)


def test_a_line_an_amendment_withdrew_is_looked_at_by_no_check(sound):
    change_line(sound, output="", due_on=date(2023, 1, 1), withdrawn_on=ISSUED)

    assert {"product", "period", "dropped"}.isdisjoint(unmet(sound))


def test_the_thirteen_checks_stand_in_the_order_in_which_they_are_mended(sound):
    drop(sound)
    change_action(sound, owner=None)

    assert [check.name for check in sound.checks(ISSUED)] == [
        "not_accepted", "left_behind", "weakness", "points", "dropped", "lead_unit", "deadline", "passed", "period",
        "product", "owner", "owner_gone", "evidence",
    ]  # fmt: skip
