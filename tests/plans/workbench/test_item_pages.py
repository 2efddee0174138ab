"""The page of one line: as it is printed, beside each unit's own words; traced both ways."""

from plans.models import Plan
from tests import factories
from tests.factories import actor
from tests.plans.workbench.lines import BENCH, LETTER, OTHER_LETTER, address, line_of, order, said
from tests.reading import Reader, in_english, text


def test_from_any_line_to_each_units_words_and_back(
    merged, plan, submission, official, head, home_affairs, first, second, desk
):
    page = text(desk.get(address(merged)))
    for action in (first, second):
        weakness = action.weakness
        there = f"/ban-nop/2021/{weakness.unit.code}/xem-xet/#{weakness.ref}"
        assert action.statement in page and weakness.statement in page and there in page
        assert f'href="{address(merged)}"' in text(desk.get(f"/hanh-dong/{action.ref}/"))


def test_the_review_of_a_submission_leads_to_the_line(
    submission, proposed, official, head, home_affairs, desk
):
    factories.submitted(submission, official, head)
    submission.accept(by=actor(home_affairs), today=factories.ACCEPTED)
    Plan.compile(submission.review, **said(home_affairs))

    page = text(desk.get("/ban-nop/2021/STNMT/xem-xet/"))
    assert f'href="{address(line_of(proposed))}"' in page


def test_a_unit_finds_its_line_once_the_plan_is_issued_and_not_before(
    submission, proposed, official, head, home_affairs
):
    factories.submitted(submission, official, head)
    submission.accept(by=actor(home_affairs), today=factories.ACCEPTED)
    plan, reader = Plan.compile(submission.review, **said(home_affairs)), Reader(official)
    line, places = (
        line_of(proposed),
        (f"/hanh-dong/{proposed.ref}/", f"/ban-nop/2021/STNMT/hc/{proposed.weakness.ref}/"),
    )

    assert reader.status_of(address(line)) == 404
    assert all(address(line) not in text(reader.get(place)) for place in places)
    factories.issued_plan(plan.review, home_affairs)
    assert reader.status_of(address(line)) == 200
    assert all(address(line) in text(reader.get(place)) for place in places)


def test_a_unit_reads_its_own_words_there_and_not_those_of_another(merged, plan, official, second, first):
    in_english(official)
    Plan.objects.update(
        state="issued", number="118/KH-UBND", issued_on="2022-07-15", signer_name="Nguyễn Văn A"
    )
    page = text(Reader(official).get(address(merged)))

    assert first.weakness.statement in page
    assert "Provincial plan: <span" in page  # the state beside the line is the plan's, not the line's
    assert (
        OTHER_LETTER not in page
        and second.weakness.causes.get().statement not in page.split("From 2 rows")[1]
    )
    assert Reader(official).status_of(address(merged, "sua/")) == 403


def test_the_line_is_worded_beside_the_originals(merged, health, desk):
    here = address(merged, "sua/")
    page = text(desk.get(here))
    assert LETTER in page and OTHER_LETTER in page

    form = desk.get(here).context["form"]
    words = {name: form[name].value() for name in form.fields}
    words |= {
        "measure": "Xin lỗi bằng văn bản.",
        "due_on": "31/12/2022",
        "lead_unit": health.pk,
        "coordinating_units": [],
    }
    assert desk.post(here, words).status_code == 303

    merged.refresh_from_db()
    assert (merged.measure, merged.lead_unit, f"{merged.due_on}") == (
        "Xin lỗi bằng văn bản.",
        health,
        "2022-12-31",
    )
    assert "worded it for the plan" in text(desk.get(address(merged)))


def test_bad_words_come_back_with_what_was_typed(merged, desk):
    answer = desk.fill_in(address(merged, "sua/"), measure="", weakness_statement="Giữ lại chữ này", due_on="31/2/2022",
                          lead_unit=merged.lead_unit_id)  # fmt: skip

    assert answer.status_code == 422 and {"measure", "due_on"} <= answer.context["form"].errors.keys()
    assert "Giữ lại chữ này" in text(answer)


def test_words_typed_while_a_colleague_merged_the_line_are_shown_to_be_copied(
    plan, first, second, desk, second_home_affairs
):
    gone = line_of(second)
    kept = plan.merge([line_of(first), gone], **said(second_home_affairs))
    answer = desk.post(
        address(gone, "sua/"), {"measure": "Một câu dài đã gõ.", "version": 1, "idempotency": "edit-gone"}
    )

    assert answer.status_code == 409 and "Một câu dài đã gõ." in text(answer)
    assert second_home_affairs.full_name in text(answer)
    assert desk.get(address(gone))["Location"] == address(kept)


def test_words_typed_while_a_colleague_worded_the_line_meet_on_one_page(
    plan, first, desk, second_home_affairs
):
    item = line_of(first)
    seen = desk.get(address(item, "sua/")).context["form"]
    words = {name: seen[name].value() for name in seen.fields} | {"measure": "Của tôi."}
    item.edit(measure="Của đồng nghiệp.", **said(second_home_affairs))
    answer = desk.post(address(item, "sua/"), words)

    assert (
        answer.status_code == 409
        and second_home_affairs.full_name in text(answer)
        and "Của tôi." in text(answer)
    )
    assert line_of(first).measure == "Của đồng nghiệp."


def test_a_merged_line_is_split_by_ticking_rows(merged, plan, first, second, desk):
    assert desk.fill_in(address(merged, "tach/"), action=[]).status_code == 422

    answer = desk.fill_in(address(merged, "tach/"), action=[second.ref])
    assert answer.status_code == 303 and order(plan)[:2] == [first.ref, second.ref]


def test_all_ticked_or_what_a_colleague_split_off_meanwhile_is_answered_with_what_is_still_there(
    merged, plan, first, second, third, home_affairs, desk
):
    everything = desk.fill_in(address(merged, "tach/"), action=[first.ref, second.ref])
    assert everything.status_code == 422 and "Leave at least one action" in text(everything)

    plan.merge([merged, line_of(third)], into=merged, **said(home_affairs))
    plan.split(merged, [second], **said(home_affairs))
    stale = desk.fill_in(address(merged, "tach/"), action=[second.ref])
    assert stale.status_code == 422 and f"{second.ref} is no longer in this line" in text(stale)


def test_a_line_of_one_row_offers_nothing_to_split(plan, third, desk):
    answer = desk.get(address(line_of(third), "tach/"))

    assert answer["Location"] == address(line_of(third))
    assert "nothing to split off" in text(desk.get(address(line_of(third))))


def test_each_ticked_row_gets_a_line_of_its_own_when_that_is_ticked_too(
    merged, plan, first, second, third, home_affairs, desk
):
    plan.merge([merged, line_of(third)], into=merged, **said(home_affairs))
    answer = desk.fill_in(address(merged, "tach/"), action=[second.ref, third.ref], each="on")

    assert answer.status_code == 303 and order(plan)[:3] == [first.ref, second.ref, third.ref]


def test_whoever_words_a_line_from_the_workbench_comes_back_to_it_there(merged, third, desk):
    here = f"{address(merged, 'sua/')}?index=PAR_INDEX&q=thu&line={line_of(third).pk}"
    form = desk.get(here).context["form"]
    words = {name: form[name].value() for name in form.fields} | {"measure": "Xin lỗi bằng văn bản."}
    answer = desk.post(here, words)

    assert answer["Location"] == f"{BENCH}?at={merged.pk}&q=thu&line={line_of(third).pk}#dong-{merged.pk}"
    assert "Line 1 is saved" in text(desk.get(answer["Location"]))


def test_an_unknown_line_does_not_exist(plan, desk):
    assert desk.status_of("/ke-hoach/2022/dong/999999/") == 404
    assert desk.post("/ke-hoach/2022/dong/999999/sua/", {}).status_code == 404
