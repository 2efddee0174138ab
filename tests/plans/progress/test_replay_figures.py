"""The sample lived again: what was kept each night is what the history says, and the report adds up by hand."""

import re
from datetime import date

import pytest
from django.core.management import call_command

from notifications.replay import Output, Replay
from plans.models import Plan
from plans.progress.counted import last_day
from tests.plans.progress.agreeing import assert_agrees, folded, values
from tests.plans.progress.by_hand import Story
from tests.plans.word_reader import lines_of, opened

FIRST, LAST = date(2022, 12, 30), date(2022, 12, 31)
INDICES = ("PAR_INDEX", "SIPAS", "PAPI", "PCI", "UNIT_CCHC")
GROUPS = ("so_nganh", "nganh_doc", "cap_huyen", "")  # those that lead something, in their order


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
def test_the_report_can_be_reckoned_by_hand_from_the_story_as_it_is_written(replayed):
    plan, report = replayed
    story, lines = Story.told(LAST), lines_of(report)
    every, *results = story.counted()
    shares = [f"{100 * number / every:.1f}".replace(".", ",") for number in results]
    told = [
        line.rpartition(": ")[2].rstrip(";.") for line in lines if re.match(r"- \D+: \d+ biện pháp \(", line)
    ]

    assert min(results) > 0
    assert (
        f"Kế hoạch có {plan.items.count()} nhiệm vụ, gồm {every} biện pháp của các cơ quan, đơn vị, trong đó:"
        in lines
    )
    assert told == [f"{number} biện pháp ({share}%)" for number, share in zip(results, shares, strict=True)]
    assert any(f"{story.extended} biện pháp có thời hạn muộn hơn thời hạn ban đầu" in line for line in lines)
    assert f"Có {results[3]} biện pháp quá hạn chưa hoàn thành, xếp theo thời hạn:" in lines
    assert f"Có {results[1]} biện pháp hoàn thành sau thời hạn:" in lines


@pytest.mark.django_db
def test_every_row_of_its_tables_is_what_the_story_comes_to(replayed):
    _plan, report = replayed
    story = Story.told(LAST)
    by_index, by_group = map(
        _numbers, [table for table in opened(report).tables if len(table.columns) == 7][:2]
    )

    assert by_index == [*(story.counted(index=code) for code in INDICES), story.counted()]
    assert by_group == [*(story.counted(group=code) for code in GROUPS), story.counted()]


def _numbers(table) -> list[list[int]]:
    """The figures of each row, without its number and name."""
    return [[int(cell.text) for cell in row.cells[2:]] for row in list(table.rows)[1:]]
