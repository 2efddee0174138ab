"""Several ticked lines at once: moved to a chosen place, given units that help; from any page and back to it."""

import pytest

from plans.consolidation import workbench
from plans.models import Plan
from tests import factories
from tests.plans.workbench.lines import BENCH, key, last, line_of, order, refs, said
from tests.reading import Reader, text
from tracker.errors import Invalid, Refused
from tracker.models import Event


def asked(part: str, *actions) -> str:
    return f"{BENCH}{part}/?index=PAR_INDEX&" + "&".join(f"line={key(line_of(each))}" for each in actions)


def keys(*actions) -> dict:
    return {"line": [key(line_of(each)) for each in actions]}


@pytest.fixture
def of_other_review(official, home_affairs):
    """A row in the plan of another review."""
    other = factories.review(home_affairs, year=2020)
    row = factories.tracked_action(
        factories.weakness(other, official.memberships.get().unit, home_affairs), official, home_affairs
    )
    Plan.compile(other, **said(home_affairs))
    return row


def test_several_lines_are_put_behind_another_in_the_order_they_have(
    plan, first, second, third, of_papi, desk
):
    answer = desk.fill_in(asked("chuyen", second, first), **keys(second, first), after=line_of(third).pk)

    assert order(plan) == [third.ref, first.ref, second.ref, of_papi.ref]
    assert (last(plan).verb, len(last(plan).after["lines"])) == ("moved", 2)
    assert "Number now: 2, 3" in text(desk.get(answer["Location"]))


def test_a_moved_line_is_found_on_the_page_where_it_stands_now(plan, first, second, third, desk, monkeypatch):
    monkeypatch.setattr(workbench, "LINES", 1)
    answer = desk.fill_in(asked("chuyen", first), **keys(first), after=line_of(third).pk)
    page = desk.get(answer["Location"])

    assert [refs(item) for item in page.context["bench"].page] == [[first.ref]]
    assert page.context["bench"].page.number == 3
    assert answer["Location"].endswith(f"#dong-{line_of(first).pk}")


def test_a_line_that_one_comes_back_to_is_shown_under_its_index_whatever_words_were_searched(
    plan, first, third, of_papi, desk
):
    page = desk.get(f"{BENCH}?at={line_of(of_papi).pk}&index=PAR_INDEX&q=khong+co+gi")
    assert [refs(item) for item in page.context["bench"].page] == [[of_papi.ref]]


@pytest.mark.parametrize("at", ["", "x", "-1", "0", "999999", "9" * 30])
def test_an_odd_line_to_come_back_to_changes_nothing(at, plan, first, desk):
    page = desk.get(f"{BENCH}?at={at}&index=PAR_INDEX")
    assert page.status_code == 200 and page.context["bench"].page.number == 1


def test_the_form_begins_with_the_line_before_and_offers_none_of_the_ticked(plan, first, second, third, desk):
    form = desk.get(asked("chuyen", second, third)).context["form"]

    assert form["after"].value() == line_of(first).pk
    assert [key for key, _words in form.fields["after"].choices] == ["", str(line_of(first).pk)]


def test_lines_of_two_indices_are_not_moved_together(plan, first, of_papi, desk):
    answer = desk.fill_in(asked("chuyen", first, of_papi), **keys(first, of_papi), after="")

    assert answer.status_code == 422 and "lines of each index by themselves" in text(answer)


def test_a_place_behind_oneself_or_under_another_index_is_none(plan, first, second, of_papi, home_affairs):
    for after in (first, of_papi):
        with pytest.raises(Invalid):
            plan.move(line_of(first), line_of(second), after=line_of(after), **said(home_affairs))


def test_units_help_with_several_lines_at_once_but_never_beside_themselves_as_leaders(
    plan, first, second, third, health, desk
):
    lines = (second, third)
    answer = desk.fill_in(asked("phoi-hop", *lines), **keys(*lines), unit=[health.pk], way="add")

    helping = [list(line_of(each).coordinating_units.all()) for each in lines]
    assert answer.status_code == 303 and helping == [[], [health]]
    assert last(line_of(third)).verb == "edited" and "Lines: 2, 3" in text(desk.get(answer["Location"]))
    assert len(Event.objects.of(line_of(second)).filter(verb="edited")) == 0


def test_they_no_longer_help_when_that_is_chosen_and_others_stay(
    plan, first, third, health, home_affairs, desk
):
    tax = factories.unit("CT", "Cục Thuế")
    plan.coordinate([line_of(third)], add=[health, tax], **said(home_affairs))
    desk.fill_in(asked("phoi-hop", first, third), **keys(first, third), unit=[health.pk], way="drop")

    assert [list(line_of(each).coordinating_units.all()) for each in (first, third)] == [[], [tax]]


def test_without_a_unit_the_form_comes_back(plan, first, desk):
    answer = desk.fill_in(asked("phoi-hop", first), **keys(first), way="add")
    assert answer.status_code == 422 and "Tick at least one unit" in text(answer)


@pytest.mark.parametrize("part", ["chuyen", "phoi-hop"])
def test_without_a_ticked_line_the_page_says_so(part, plan, desk):
    for line in ("", "?line=x"):
        assert "Tick at least one line first" in text(desk.get(f"{BENCH}{part}/{line}", follow=True))


@pytest.mark.parametrize("part", ["chuyen", "phoi-hop"])
def test_a_line_merged_by_a_colleague_meanwhile_is_named_and_the_others_stay_as_they_were(
    part, plan, first, second, third, health, desk, second_home_affairs
):
    ticked, own = keys(second, third), {"version": plan.version, "idempotency": "overtaken-lines"}
    plan.merge([line_of(first), line_of(second)], **said(second_home_affairs))
    before = order(plan)
    answer = desk.post(f"{BENCH}{part}/", own | ticked | {"unit": health.pk, "way": "add", "after": ""})

    assert answer.status_code == 409 and second_home_affairs.full_name in text(answer)
    assert order(plan) == before and not line_of(third).coordinating_units.exists()
    alone = desk.post(f"{BENCH}{part}/", own | {"line": ticked["line"][:1]}, follow=True)
    assert second_home_affairs.full_name in str(*alone.context["messages"])


@pytest.mark.parametrize("part", ["gop", "chuyen", "phoi-hop"])
def test_a_line_of_another_review_is_refused_with_nothing_done(
    part, plan, first, third, health, of_other_review, desk
):
    lines, before = (third, of_other_review), order(plan)
    words = {"version": plan.version, "idempotency": "two-reviews-at-once", "unit": health.pk, "way": "add"}
    answer = desk.post(f"{BENCH}{part}/", keys(*lines) | words)

    assert answer.status_code == 422 and "plans of different reviews" in text(answer)
    assert order(plan) == before and not line_of(third).coordinating_units.exists()


def test_only_home_affairs_does_it_and_only_in_a_draft(plan, first, health, head, leader, home_affairs):
    for person in (head, leader):
        assert Reader(person).status_of(f"{BENCH}phoi-hop/?line={line_of(first).pk}") == 403
    with pytest.raises(Refused):
        plan.coordinate([line_of(first)], add=[health], **said(head))
    Plan.objects.update(state="sent")
    with pytest.raises(Refused):
        plan.coordinate([line_of(first)], add=[health], **said(home_affairs))
