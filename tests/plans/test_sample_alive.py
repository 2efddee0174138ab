"""The sample moved to a day of one's choice is full of work that is waiting, late or due on that day."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from plans.models import ClosedPeriod, Plan, ProgressSnapshot, Submission
from plans.progress.period_figures import figures_until
from tracker.models import Action, Evidence, ExtensionRequest, Review, Unit

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, 27), date(2022, 8, 27)]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request, shared_tables):
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_sample", as_of=request.param.isoformat())
    return request.param


def test_every_queue_has_something_to_show(today):
    tracked = Action.objects.tracked()

    assert tracked.overdue(today).count() >= 4
    assert tracked.due_soon(today).count() >= 5
    for state in Action.State.values:
        assert tracked.filter(state=state).exists() is (state != "dropped")
    assert ExtensionRequest.objects.pending().count() == 2
    assert Evidence.objects.count() >= 12


def test_the_department_of_environment_has_one_of_each_on_its_desk(today):
    mine = Unit.objects.get(code="STNMT").led_actions.all()

    assert sorted(mine.values_list("state", flat=True)) == ["doing", "doing", "doing", "reported", "returned"]
    assert mine.overdue(today).count() == 1
    assert ExtensionRequest.objects.pending().filter(action__in=mine).count() == 1


def test_dates_move_by_whole_weeks_and_nothing_lies_in_the_future(today):
    review = Review.objects.current()

    assert review.conference_on.strftime("%A") == "Friday"
    assert (review.conference_on - date(2022, 6, 10)) % timedelta(weeks=1) == timedelta(0)
    assert not Action.objects.filter(progress_on__gte=today).exists()
    assert set(ProgressSnapshot.objects.filter(on__gte=today).values_list("on", flat=True)) == {today}


def test_the_printed_deadline_says_the_moved_date(today):
    for action in Action.objects.filter(due_on=max(Action.objects.values_list("due_on", flat=True))):
        assert f"{action.due_on:%Y}" in action.due_phrase


def test_the_plan_is_issued_from_46_accepted_submissions_and_amended_once(today):
    assert set(Submission.objects.values_list("state", flat=True)) == {"accepted"}
    assert Submission.objects.filter(attempt=2).count() == 1
    assert (Plan.objects.get().state, Plan.objects.get().items.count()) == ("amended", 69)
    assert Action.objects.filter(baselined_on=None).count() == 0


def test_a_period_is_closed_for_scoring_and_the_work_has_gone_on_since(today):
    period = ClosedPeriod.objects.get()
    frozen, now = period.content["total"], count_of(period.plan, today)

    assert period.is_unchanged and period.until < period.closed_on < today
    assert [unit["rank"] for unit in period.content["units"][:4]] == [1, 2, 3, None]
    assert now["done_on_time"] > frozen["done_on_time"] > 0


def count_of(plan: Plan, today: date) -> dict:
    return figures_until(plan, today)["total"]


def test_references_keep_the_year_of_the_review(today):
    assert Action.objects.filter(ref__startswith="HD-2022-").count() == 72


def test_the_sample_can_stop_while_the_units_are_still_writing(shared_tables):
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_sample", as_of="2026-11-23", stage="drafting")

    days_left = (Review.objects.current().submissions_due_on - date(2026, 11, 23)).days
    states = dict(Submission.objects.values_list("unit__code", "state"))
    assert 0 <= days_left <= 6
    assert {"not_started", "draft", "head_review", "submitted"} <= set(states.values())
    assert (states["STNMT"], Plan.objects.exists()) == ("draft", False)
    assert not Review.objects.filter(year=2022).exists()


def test_the_sample_can_stop_while_the_plan_is_drafted(shared_tables):
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_sample", as_of="2026-11-23", stage="planning")

    assert set(Submission.objects.values_list("state", flat=True)) == {"accepted"}
    assert (Plan.objects.get().state, Review.objects.current().state) == ("draft", "consolidating")
    assert not ClosedPeriod.objects.exists() and not Review.objects.filter(year=2022).exists()
