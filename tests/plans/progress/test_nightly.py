"""The night counts from scratch, puts right what had drifted, and says what it was."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from plans.models import RollUpRun
from plans.progress.counting import roll_up
from plans.progress.nightly import count_every_plan
from plans.tasks import roll_up_progress
from tests import factories
from tests.factories import DUE, SUMMER, actor
from tests.plans.progress.agreeing import assert_agrees, kept, told
from tests.plans.progress.people import extended
from tracker import calendar
from tracker.models import Action, Unit

NIGHT = SUMMER + timedelta(days=1)


@pytest.fixture
def plan(action, weakness, official, home_affairs, review):
    factories.tracked_action(weakness, official, home_affairs)
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    action.refresh_from_db()
    return plan


def begin(action, official) -> None:
    action.update_progress(by=actor(official), today=SUMMER, percent=10, note="Đã bắt đầu")


def test_a_night_after_a_day_that_was_counted_finds_nothing(plan, action, official):
    begin(action, official)
    told(action, on=SUMMER)

    run = count_every_plan(NIGHT)

    assert (run.on, run.actions, run.drifted, run.drift) == (NIGHT, 2, 0, [])
    assert_agrees(plan, NIGHT)


def test_a_change_that_was_never_counted_is_named_and_put_right(plan, action, official, caplog):
    begin(action, official)

    run = count_every_plan(NIGHT)

    assert (run.drifted, run.drift) == (1, [f"2022: {action.ref}"])
    assert action.ref in caplog.text
    assert_agrees(plan, NIGHT)


def test_the_day_that_was_counted_wrongly_is_put_right_from_the_history(plan, action, official):
    begin(action, official)

    count_every_plan(NIGHT)

    assert kept(plan, SUMMER)["total", ""][:2] == (1, 1)


def test_a_row_that_does_not_add_up_is_named(plan):
    plan.snapshots.filter(dimension="unit").update(todo=F("todo") + 5)

    run = count_every_plan(SUMMER)

    assert run.drift == ["2022: unit STNMT"]
    assert_agrees(plan, SUMMER)


def test_a_plan_that_was_never_counted_has_not_drifted(action, review, home_affairs):
    plan = factories.issued_plan(review, home_affairs)

    run = count_every_plan(SUMMER)

    assert (run.actions, run.drifted) == (1, 0)
    assert_agrees(plan, SUMMER)


def test_a_night_that_runs_twice_counts_once(plan):
    count_every_plan(NIGHT)
    count_every_plan(NIGHT)

    assert plan.snapshots.filter(on=NIGHT, dimension="total").count() == 1
    assert RollUpRun.objects.filter(drifted=0).count() == 2


def test_the_timetables_task_counts_today(plan):
    roll_up_progress()

    assert_agrees(plan, calendar.today())
    assert RollUpRun.objects.get().on == calendar.today()


def test_a_unit_whose_group_is_changed_behind_the_products_back_is_found_by_the_night(plan, environment):
    Unit.objects.filter(pk=environment.pk).update(group=factories.group("khac", "Khác"))

    assert count_every_plan(NIGHT).drifted == 2
    assert ("group", "khac") in kept(plan, NIGHT)


class TestCommand:
    """`manage.py roll_up`."""

    def test_it_counts_and_says_so(self, plan, capsys):
        call_command("roll_up")

        assert capsys.readouterr().out == "2022: 0/2 done, 2 overdue\n"
        assert_agrees(plan, calendar.today())

    def test_it_tells_what_had_drifted(self, plan, action, official, capsys):
        begin(action, official)
        call_command("roll_up", year=2022)

        assert f"drifted: 2022: {action.ref}\n" in capsys.readouterr().out
        assert_agrees(plan, calendar.today())

    def test_the_check_changes_nothing_and_fails_on_drift(self, plan, action, official, capsys):
        begin(action, official)
        before = kept(plan, SUMMER)

        with pytest.raises(SystemExit) as ended:
            call_command("roll_up", check=True)

        assert ended.value.code == 1
        assert kept(plan, SUMMER) == before
        assert not plan.snapshots.filter(on=calendar.today()).exists()

    def test_the_check_passes_after_changes_that_were_counted(
        self, plan, action, official, home_affairs, capsys
    ):
        extended(action, official, home_affairs, until=date(2022, 9, 20))
        told(action, on=DUE)

        call_command("roll_up", check=True)

        assert "drifted" not in capsys.readouterr().out

    def test_a_year_without_a_plan_is_refused(self, db):
        with pytest.raises(CommandError, match="2031"):
            call_command("roll_up", year=2031)


def test_a_state_that_was_changed_behind_the_records_back_is_found(plan, action):
    Action.objects.filter(pk=action.pk).update(due_on=date(2022, 12, 31))

    assert count_every_plan(NIGHT).drift == [f"2022: {action.ref}"]
