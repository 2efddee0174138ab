"""Lines that say the same become one line that remembers each unit's words; and can be parted again."""

from datetime import date

import pytest

from plans.consolidation.proposals import proposals
from plans.models import Plan, PlanItem
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.workbench.lines import LETTER, OTHER_LETTER, last, line_of, order, refs, said
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Action


def test_a_merged_line_holds_all_its_actions_and_keeps_the_words_of_the_first(merged, first, second):
    assert refs(merged) == [first.ref, second.ref]
    assert merged.measure == LETTER and not PlanItem.objects.filter(measure=OTHER_LETTER).exists()


def test_it_keeps_the_words_that_were_chosen(plan, first, second, home_affairs):
    lines = [line_of(first), line_of(second)]
    kept = plan.merge(lines, into=lines[1], **said(home_affairs))

    assert kept.pk == lines[1].pk and kept.measure == OTHER_LETTER


def test_it_has_the_causes_and_helpers_of_all_the_latest_deadline_and_loses_points_once(merged, health):
    assert merged.causes.splitlines() == ["Chưa phân công rõ.", "Phần mềm chậm."]
    assert list(merged.coordinating_units.all()) == [health]
    assert (merged.due_on, merged.points_lost) == (date(2022, 10, 31), 2)


def test_the_history_of_the_plan_tells_the_lines_before_and_after(merged, plan, first, second):
    event = last(plan)

    assert event.verb == "merged"
    assert [line["actions"] for line in event.before["lines"]] == [[first.ref], [second.ref]]
    assert [(line["item"], line["actions"]) for line in event.after["lines"]] == [
        (merged.pk, [first.ref, second.ref])
    ]


def test_the_numbers_follow_one_another_again(merged, plan, third, of_papi):
    assert [item.position for item in plan.items.order_by("position")] == [1, 2, 3]
    assert order(plan)[1:] == [third.ref, of_papi.ref]


def test_one_line_alone_is_not_merged(plan, first, home_affairs):
    with pytest.raises(Invalid) as refusal:
        plan.merge([line_of(first), line_of(first)], **said(home_affairs))
    assert list(refusal.value.errors) == ["line"]


def test_lines_of_several_indices_stay_apart_and_the_answer_names_them(plan, first, of_papi, home_affairs):
    with pytest.raises(Invalid, match=r"1 \(PAR INDEX\), 4 \(PAPI\)"):
        plan.merge([line_of(first), line_of(of_papi)], **said(home_affairs))


def test_lines_of_two_reviews_are_not_merged(plan, first, official, home_affairs):
    other = factories.review(home_affairs, year=2020)
    of_other = factories.weakness(other, official.memberships.get().unit, home_affairs)
    row = factories.tracked_action(of_other, official, home_affairs)
    Plan.compile(other, **said(home_affairs))

    with pytest.raises(Invalid, match="reviews"):
        plan.merge([line_of(first), line_of(row)], **said(home_affairs))
    assert line_of(row).plan.review == other


def test_a_line_that_was_merged_away_is_named_with_who_did_it(plan, first, second, third, home_affairs):
    gone = line_of(second)
    plan.merge([line_of(first), gone], **said(home_affairs))

    with pytest.raises(Refused, match=f"{home_affairs.full_name}.*{OTHER_LETTER}"):
        plan.merge([line_of(third), gone], **said(home_affairs))
    assert plan.items.count() == 3


def test_a_line_that_reads_otherwise_than_on_the_screen_is_read_again_first(
    plan, first, second, home_affairs
):
    lines = [line_of(first), line_of(second)]
    seen = {item.pk: item.version for item in lines}
    line_of(second).edit(measure="Gọi điện xin lỗi.", **said(home_affairs))

    with pytest.raises(Stale):
        plan.merge(lines, seen=seen, **said(home_affairs))


def test_only_home_affairs_merges_and_only_a_draft(plan, first, second, head, home_affairs):
    lines = [line_of(first), line_of(second)]
    with pytest.raises(Refused):
        plan.merge(lines, **said(head))
    Plan.objects.update(state="sent")
    with pytest.raises(Refused):
        plan.merge(lines, **said(home_affairs))


def test_splitting_gives_the_row_its_own_line_and_words_right_behind(
    merged, plan, first, second, home_affairs
):
    fresh = plan.split(merged, [second], **said(home_affairs))

    merged.refresh_from_db()
    assert order(plan)[:2] == [first.ref, second.ref]
    assert (fresh.measure, fresh.due_on, fresh.causes) == (OTHER_LETTER, second.due_on, "Phần mềm chậm.")
    assert (merged.measure, merged.due_on, merged.causes) == (LETTER, first.due_on, "Chưa phân công rõ.")
    assert last(plan).verb == "split" and len(last(plan).after["lines"]) == 2


def test_several_are_split_off_into_one_line_or_into_one_each(plan, first, second, third, home_affairs):
    kept = plan.merge([line_of(each) for each in (first, second, third)], **said(home_affairs))
    plan.split(kept, [second, third], **said(home_affairs))
    assert order(plan)[:2] == [first.ref, f"{second.ref}+{third.ref}"]

    kept = plan.merge([line_of(each) for each in (first, second)], into=line_of(first), **said(home_affairs))
    plan.split(kept, [second, third], each=True, **said(home_affairs))
    assert order(plan)[:3] == [first.ref, second.ref, third.ref]
    assert [line["actions"] for line in last(plan).after["lines"]] == [[first.ref], [second.ref], [third.ref]]


@pytest.mark.parametrize("each", [False, True])
def test_what_was_split_is_not_proposed_for_merging_at_once(each, plan, first, second, third, home_affairs):
    plan.items.update(measure=LETTER, weakness_statement="Trễ hạn.")
    Action.objects.update(statement=LETTER)
    kept = plan.merge([line_of(each) for each in (first, second, third)], **said(home_affairs))
    plan.split(kept, [second, third], each=each, **said(home_affairs))

    assert proposals(plan) == []
    plan.propose_again(line_of(first), line_of(second), **said(home_affairs))
    assert len(proposals(plan)) == 1


def test_splitting_off_the_row_whose_words_stood_gives_the_other_its_own(merged, plan, first, home_affairs):
    plan.split(merged, [first], **said(home_affairs))

    merged.refresh_from_db()
    assert (merged.measure, merged.lead_unit.code) == (OTHER_LETTER, "SYT")


def test_words_chosen_by_hand_survive_the_split(merged, plan, second, home_affairs):
    merged.edit(measure="Xin lỗi bằng văn bản.", due_on=date(2022, 12, 1), **said(home_affairs))
    plan.split(merged, [second], **said(home_affairs))

    merged.refresh_from_db()
    assert (merged.measure, merged.due_on) == ("Xin lỗi bằng văn bản.", date(2022, 12, 1))


@pytest.mark.parametrize("which", ["none", "all", "foreign"])
def test_what_cannot_be_split_off_is_said(which, merged, plan, first, second, third, home_affairs):
    rows = {"none": [], "all": [first, second], "foreign": [third]}[which]

    with pytest.raises(Invalid) as refusal:
        plan.split(merged, rows, **said(home_affairs))
    assert list(refusal.value.errors) == ["action"]


def test_a_line_of_one_action_has_nothing_to_split_off(plan, third, home_affairs):
    with pytest.raises(Invalid, match="only one action"):
        plan.split(line_of(third), [third], **said(home_affairs))


def test_merging_and_splitting_again_ends_where_it_began(plan, first, second, home_affairs):
    def lines():
        words = ("measure", "weakness_statement", "causes", "due_on", "lead_unit", "points_lost", "position")
        helping = [
            sorted(unit.code for unit in each.coordinating_units.all()) for each in plan.items.order_by("pk")
        ]
        return sorted(map(str, plan.items.values_list(*words))), sorted(helping)

    before = lines()
    kept = plan.merge([line_of(first), line_of(second)], **said(home_affairs))
    plan.split(kept, [second], **said(home_affairs))

    assert lines() == before


def test_compiling_again_leaves_a_merged_line_and_takes_no_row_twice(merged, plan, review, home_affairs):
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    merged.refresh_from_db()
    assert merged.contributions.count() == 2 and plan.items.count() == 3
