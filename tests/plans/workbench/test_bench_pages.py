"""The workbench in the browser: what is left behind, proposals, ticked lines, one index at a time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import Plan, PlanItem
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.workbench.lines import BENCH, OTHER_LETTER, address, key, line_of, refs, said
from tests.reading import Reader, text
from tracker.models import Action


@pytest.fixture
def late(plan, weakness, official, home_affairs):
    return factories.tracked_action(weakness, official, home_affairs, statement="Niêm yết mã QR.")


def send(desk, part, **words):
    """What a button of the workbench sends."""
    page = desk.get(BENCH)
    own = {"version": page.context["plan"].version, "idempotency": f"{part}-{len(words)}-key"}
    return desk.post(f"{BENCH}{part}/", own | words)


def test_it_says_that_nothing_is_left_behind(plan, desk):
    assert "Nothing is left behind" in text(desk.get(BENCH))


def test_a_row_accepted_later_stands_first_and_is_taken_in_with_one_click(late, plan, desk):
    page = text(desk.get(BENCH))
    assert "1 accepted row is not in the plan yet" in page and late.statement in page

    answer = send(desk, "dua-vao", all="1")

    assert answer.status_code == 303 and refs(line_of(late)) == [late.ref]


def test_a_ticked_row_is_added_to_a_line_of_its_index_likely_ones_first(
    late, plan, first, second, of_papi, desk
):
    form = desk.get(f"{BENCH}dua-vao/?action={late.ref}").context["form"]
    offered = str(form.fields["into"].choices)
    assert first.statement[:40] in offered and of_papi.statement not in offered

    into = line_of(first)
    answer = desk.post(f"{BENCH}dua-vao/", {
        "action": late.ref, "into": into.pk, "version": plan.version, "idempotency": "add-to-a-line",
    })  # fmt: skip
    assert answer.status_code == 303 and refs(line_of(first)) == [first.ref, late.ref]


def test_a_row_is_left_out_with_a_reason_and_brought_back(late, plan, desk):
    here = f"{BENCH}de-lai/?action={late.ref}"
    words = {"action": late.ref, "version": plan.version, "idempotency": "leave-out-1"}
    refused = desk.post(here, words | {"reason": " "})
    assert refused.status_code == 422 and "reason" in refused.context["form"].errors

    assert desk.post(here, words | {"reason": "Trùng kế hoạch khác"}).status_code == 303
    assert "Trùng kế hoạch khác" in text(desk.get(BENCH))
    assert send(desk, "dua-lai", action=late.ref).status_code == 303
    assert list(plan.unplaced()) == [late]


def test_a_row_of_a_merged_line_is_taken_out_and_left_out_for_one_reason(merged, plan, second, third, desk):
    here = f"{BENCH}dua-ra/?action={second.ref}"
    assert "stands in line 1" in text(desk.get(here))

    words = {"action": [second.ref, third.ref], "version": 1, "reason": "Trùng đề án khác", "for_good": "on"}
    assert desk.post(here, words | {"idempotency": "take-out-for-good"}).status_code == 303
    assert list(plan.unplaced()) == [] and plan.items.count() == 2
    assert set(plan.left_out.values_list("action", "reason")) == {
        (row.pk, "Trùng đề án khác") for row in (second, third)
    }


def test_a_row_no_longer_to_be_done_is_taken_out_and_not_left_out(merged, plan, second, home_affairs, desk):
    second.drop(by=actor(home_affairs), today=ISSUED, reason="Đã bãi bỏ thủ tục")
    words = {"action": second.ref, "version": 1, "reason": "Không làm nữa", "for_good": "on"}

    assert desk.post(f"{BENCH}dua-ra/", words | {"idempotency": "take-out-dropped"}).status_code == 303
    assert plan.left_out.count() == 0 and merged.contributions.count() == 1


def test_what_was_just_left_out_stands_open(late, plan, desk):
    words = {"action": late.ref, "version": plan.version, "idempotency": "leave-out-2", "reason": "Trùng"}
    answer = desk.post(f"{BENCH}de-lai/", words)

    assert '<details open><summary><h2 class="summary">1 row is left out' in text(
        desk.get(answer["Location"])
    )


def test_the_lines_of_rows_taken_in_are_named(late, plan, desk):
    send(desk, "dua-vao", all="1")

    assert f"Lines: {line_of(late).position}." in text(desk.get(BENCH))


def test_from_the_page_of_a_line_one_comes_back_to_its_index(plan, of_papi, desk):
    words = {
        "action": of_papi.ref,
        "version": plan.version,
        "idempotency": "take-out-papi",
        "reason": "Trùng",
    }
    answer = desk.post(f"{BENCH}dua-ra/?action={of_papi.ref}", words)

    assert answer.status_code == 303 and "index=PAPI" in answer["Location"]


def test_rows_are_brought_back_one_after_the_other_without_opening_the_list_again(
    late, plan, home_affairs, desk
):
    plan.leave_out(late, reason="Trùng", **said(home_affairs))
    answer = send(desk, "dua-lai", action=late.ref)

    assert "left-out=1" in answer["Location"]


def test_without_a_ticked_row_the_page_says_so(plan, desk):
    for part in ("dua-vao", "de-lai", "dua-lai", "dua-ra"):
        assert "Tick at least one row" in text(desk.get(f"{BENCH}{part}/", follow=True))


def test_a_proposal_shows_both_lines_their_differences_and_the_reason(plan, first, second, desk):
    page = text(desk.get(BENCH))

    assert "92 % of the words of the measure are the same" in page
    assert "<mark>Phát hành</mark>" in page and "<mark>Gửi</mark>" in page
    assert "Sở Tài nguyên và Môi trường" in page or "Department of Environment" in page


def test_it_is_merged_with_one_button_in_the_words_that_were_chosen(plan, first, second, desk):
    lines = [line_of(first), line_of(second)]
    answer = send(desk, "gop", line=[key(item) for item in lines], into=lines[1].pk)

    assert answer.status_code == 303 and answer["Location"].endswith(f"#dong-{lines[1].pk}")
    assert refs(line_of(first)) == [first.ref, second.ref] and line_of(first).measure == OTHER_LETTER


def test_whoever_works_through_the_proposals_goes_on_with_them_and_reads_what_came_of_the_last(
    plan, first, second, desk
):
    lines = [line_of(first), line_of(second)]
    answer = send(desk, "gop", line=[key(item) for item in lines], into=lines[0].pk, proposed="1")

    page = text(desk.get(answer["Location"]))
    assert "merged from 2 rows" in page and address(lines[0], "tach/") in page


def test_pressing_twice_merges_once(plan, first, second, desk):
    lines = [key(line_of(each)) for each in (first, second)]
    words = {"line": lines, "version": plan.version, "idempotency": "merge-twice"}
    answers = [desk.post(f"{BENCH}gop/", words).status_code for _again in range(2)]

    assert answers == [303, 303] and PlanItem.objects.count() == 3


def test_or_kept_apart_and_not_proposed_again(plan, first, second, desk):
    answer = send(desk, "khong-gop", line=[key(line_of(each)) for each in (first, second)])

    assert answer.status_code == 303
    assert "No two lines of PAR INDEX read alike" in text(desk.get(BENCH))


def test_ticked_lines_are_shown_side_by_side_before_they_are_merged(plan, first, third, desk):
    ticked = "&".join(f"line={key(line_of(each))}" for each in (first, third))
    page = desk.get(f"{BENCH}gop/?{ticked}")

    assert [side.item for side in page.context["sides"]] == [line_of(first), line_of(third)]


def test_one_ticked_line_is_too_few(plan, first, desk):
    assert "Tick at least two lines" in text(desk.get(f"{BENCH}gop/?line={key(line_of(first))}", follow=True))
    assert send(desk, "gop", line=[key(line_of(first))]).status_code == 422


@pytest.mark.parametrize("line", ["", "x", "1:x", "99999999999999999999:1", "0:0"])
def test_what_is_no_line_is_answered_clearly(line, plan, desk):
    assert send(desk, "gop", line=[line]).status_code in (409, 422)
    assert desk.get(f"{BENCH}gop/?line={line}&line=-1", follow=True).status_code == 200


def test_lines_of_two_indices_are_refused_with_the_way_out(plan, first, of_papi, desk):
    answer = send(desk, "gop", line=[key(line_of(each)) for each in (first, of_papi)])

    assert answer.status_code == 422 and "Merge the lines of each index by themselves" in text(answer)


def test_a_line_worded_by_a_colleague_meanwhile_is_shown_as_it_is_now(
    plan, first, second, desk, second_home_affairs
):
    ticked = [key(line_of(each)) for each in (first, second)]
    line_of(second).edit(measure="Gọi điện xin lỗi người dân.", **said(second_home_affairs))
    answer = send(desk, "gop", line=ticked)

    assert answer.status_code == 409 and "Gọi điện" in text(answer) and plan.items.count() == 4
    fresh = [side.key for side in answer.context["sides"]]
    assert send(desk, "gop", line=fresh, into="").status_code == 303


def test_a_line_merged_away_by_a_colleague_meanwhile_is_named(
    plan, first, second, third, desk, second_home_affairs
):
    ticked = [key(line_of(each)) for each in (second, third)]
    plan.merge([line_of(first), line_of(second)], **said(second_home_affairs))
    answer = send(desk, "gop", line=ticked)

    assert answer.status_code == 409 and second_home_affairs.full_name in text(answer)
    assert plan.items.count() == 3


def test_one_index_stands_open_and_the_others_are_links(plan, first, of_papi, desk):
    assert first.statement in text(desk.get(BENCH)) and of_papi.statement not in text(desk.get(BENCH))

    part = desk.get(f"{BENCH}?index=PAPI", headers={"HX-Request": "true"})
    assert of_papi.statement in text(part) and "<h1" not in text(part)


def test_lines_are_found_by_words_without_accents_and_by_unit(plan, first, third, desk):
    found = desk.get(f"{BENCH}?q=tap+huan").context["bench"].page.object_list
    assert [item.pk for item in found] == [line_of(third).pk]
    assert "No line holds these words" in text(desk.get(f"{BENCH}?q=khong+co+gi"))


@pytest.mark.parametrize("query", ["page=0", "page=x", "index=NO", "waiting=99", "proposals=-1", "q=%00"])
def test_odd_addresses_are_answered(query, plan, desk):
    assert desk.get(f"{BENCH}?{query}").status_code == 200


def test_a_row_dropped_after_merging_is_named_and_its_line_stands(merged, plan, second, home_affairs, desk):
    second.drop(by=actor(home_affairs), today=ISSUED, reason="Đã bãi bỏ thủ tục")
    page = text(desk.get(BENCH))

    assert "holds a row that is no longer to be done" in page and f"dua-ra/?action={second.ref}" in page
    answer = desk.post(f"{BENCH}dua-ra/", {
        "action": second.ref, "reason": "Không làm nữa", "version": 1, "idempotency": "take-out-1",
    })  # fmt: skip
    assert answer.status_code == 303 and line_of(merged.contributions.get().action) == merged


def test_the_number_of_queries_does_not_grow_with_the_plan(plan, desk, weakness, official, home_affairs):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            desk.get(BENCH)
        return len(caught)

    desk.get(BENCH)
    before = queries()
    rows = [factories.tracked_action(weakness, official, home_affairs) for _each in range(6)]
    plan.take_in(rows[:3], **said(home_affairs))
    assert queries() <= before + 2


def test_a_unit_does_not_read_the_workbench_and_leadership_only_reads(plan, head, leader):
    assert Reader(head).status_of(BENCH) == 403
    page = Reader(leader).get(f"{BENCH}?lang=en", follow=True)
    assert page.status_code == 200 and "gop/" not in text(page)
    assert Reader(leader).status_of(f"{BENCH}gop/") == 403


def test_a_plan_that_is_sent_is_only_read(plan, first, second, desk):
    Plan.objects.update(state="sent")
    page = text(desk.get(BENCH))
    assert "no draft any more" in page and 'id="move"' not in page

    assert send(desk, "gop", line=[key(line_of(each)) for each in (first, second)]).status_code == 409
    assert Action.objects.filter(contribution=None).count() == 0


def test_a_plan_that_was_sent_proposes_nothing_that_nobody_could_merge(plan, first, second, desk):
    assert "1 proposal to merge" in text(desk.get(BENCH))

    Plan.objects.update(state="sent")
    page = text(desk.get(BENCH))
    assert "to merge" not in page and "read alike" not in page
