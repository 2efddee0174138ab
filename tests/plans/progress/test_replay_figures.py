"""The sample lived again: what was kept each night is what the history says, and the report adds up by hand."""

from datetime import date

import pytest
from django.core.management import call_command

from notifications.replay import Output, Replay
from plans.models import Plan
from plans.progress.counted import last_day
from tests.plans.progress.agreeing import assert_agrees, folded, values
from tests.plans.word_reader import lines_of

FIRST, LAST = date(2022, 9, 22), date(2022, 9, 23)


@pytest.fixture(scope="module")
def replayed(shared_tables, tmp_path_factory):
    """The plan at the end of a replay, and the report that was written then."""
    call_command("flush", interactive=False, verbosity=0)
    place = tmp_path_factory.mktemp("replay") / "days"
    with Output.at(place) as output:
        Replay(FIRST, LAST).live(output, lambda day: None)
        output.write_table("")
    return Plan.objects.get(), (place / "papers" / "progress-report.docx").read_bytes()


@pytest.mark.django_db
def test_on_every_day_of_the_story_the_history_says_what_was_kept_that_night(replayed):
    plan, _report = replayed
    nights = list(plan.snapshots.order_by("on").values_list("on", flat=True).distinct())

    assert len(nights) > 30
    for night in nights:
        assert folded(plan, night) == values(plan.snapshots.filter(on=night)), night


@pytest.mark.django_db
def test_what_was_counted_change_by_change_is_what_a_count_from_scratch_gives(replayed):
    plan, _report = replayed

    assert_agrees(plan, last_day(plan))


@pytest.mark.django_db
def test_the_report_can_be_reckoned_by_hand(replayed):
    plan, report = replayed
    actions = [action for action in plan.actions if action.state != "dropped"]
    done = [action for action in actions if action.state == "done"]
    late = [action for action in done if action.reported_on > action.due_on]
    overdue = [
        action for action in actions if action.state in ("todo", "doing", "returned") and action.due_on < LAST
    ]
    by_hand = {
        "Hoàn thành đúng hạn": len(done) - len(late),
        "Hoàn thành trễ hạn": len(late),
        "Chưa hoàn thành, còn trong hạn": len(actions) - len(done) - len(overdue),
        "Chưa hoàn thành, quá hạn": len(overdue),
    }
    lines = lines_of(report)

    assert min(by_hand.values()) > 0
    assert f"Tổng số: {len(actions)} nhiệm vụ, trong đó:" in lines
    for words, number in by_hand.items():
        share = f"{100 * number / len(actions):.1f}".replace(".", ",")
        assert [line for line in lines if line.startswith(f"- {words}: {number} nhiệm vụ ({share}%)")], words
