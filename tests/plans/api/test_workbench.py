"""Consolidating the draft through the API: the verbs of the workbench, in JSON."""

import pytest

from plans.models import Plan, PlanItem
from tests.plans.api.conftest import PLAN


def test_what_waits_for_a_place_is_listed_and_taken_in(snv, draft, waiting):
    rows = snv.read(f"{PLAN}unplaced/").json()["results"]
    taken = snv.change(f"{PLAN}taking/", draft.version, actions=[waiting.ref])

    assert [(row["action"], row["index"]) for row in rows] == [(waiting.ref, "PAR_INDEX")]
    assert taken.status_code == 200
    assert [line["actions"] for line in taken.json()["lines"]] == [[waiting.ref]]
    assert taken["ETag"] == f'"{draft.version + 1}"'
    assert snv.read(f"{PLAN}unplaced/").json()["results"] == []


def test_rows_join_a_line_that_is_named(snv, draft, items, waiting):
    taken = snv.change(f"{PLAN}taking/", draft.version, actions=[waiting.ref], into=items[0].pk)

    assert waiting.ref in taken.json()["lines"][0]["actions"]
    assert PlanItem.objects.count() == 2


def test_an_action_is_left_out_with_a_reason_and_brought_back(snv, draft, waiting):
    left = snv.change(f"{PLAN}leaving-out/", draft.version, action=waiting.ref, reason="Làm thường xuyên.")
    rows = snv.read(f"{PLAN}left-out/").json()["results"]
    back = snv.change(f"{PLAN}bringing-back/", left.json()["version"], action=waiting.ref)

    assert [(row["action"], row["reason"]) for row in rows] == [(waiting.ref, "Làm thường xuyên.")]
    assert (left.status_code, back.status_code) == (200, 200)
    assert len(snv.read(f"{PLAN}unplaced/").json()["results"]) == 1


def test_lines_are_merged_and_split_again(snv, draft, items, action, other_action):
    seen = [{"id": item.pk, "version": item.version} for item in items]
    merged = snv.change(f"{PLAN}merging/", draft.version, lines=seen, into=items[1].pk).json()
    split = snv.change(f"{PLAN}splitting/", merged["version"], line=items[1].pk, actions=[action.ref]).json()

    assert [(line["id"], line["actions"]) for line in merged["lines"]] == [
        (items[1].pk, sorted([action.ref, other_action.ref]))
    ]
    assert [line["actions"] for line in split["lines"]] == [[other_action.ref], [action.ref]]


def test_each_action_gets_a_line_of_its_own_when_that_is_asked(snv, draft, items, action, other_action):
    seen = [{"id": item.pk, "version": item.version} for item in items]
    merged = snv.change(f"{PLAN}merging/", draft.version, lines=seen).json()
    words = {"line": merged["lines"][0]["id"], "actions": [other_action.ref], "each": True}

    split = snv.change(f"{PLAN}splitting/", merged["version"], **words)
    assert [line["actions"] for line in split.json()["lines"]] == [[action.ref], [other_action.ref]]


def test_a_line_is_moved_to_the_front_of_its_index(snv, draft, items):
    moved = snv.change(f"{PLAN}moving/", draft.version, lines=[items[1].pk])

    assert [(line["id"], line["position"]) for line in moved.json()["lines"]] == [(items[1].pk, 1)]


def test_units_help_with_several_lines_and_no_longer_do_when_they_were_read_as_they_are(snv, draft, items):
    seen = [{"id": item.pk, "version": item.version} for item in items]
    helped = snv.change(f"{PLAN}coordinating/", draft.version, lines=seen, add=["SYT", "STNMT"])
    assert [line["coordinating_units"] for line in helped.json()["lines"]] == [["SYT"], ["STNMT"]]

    dropped = {"lines": [seen[0] | {"version": 2}], "drop": ["SYT"]}
    assert snv.change(f"{PLAN}coordinating/", draft.version, lines=seen, drop=["SYT"]).status_code == 412
    assert snv.change(f"{PLAN}coordinating/", draft.version, **dropped).status_code == 200
    assert [[unit.code for unit in item.coordinating_units.all()] for item in items] == [[], ["STNMT"]]


def read_alike(items) -> None:
    for item in items:
        item.measure, item.weakness_statement = (
            "Số hóa hồ sơ tại Bộ phận Một cửa",
            "Hồ sơ đất đai trả trễ hạn",
        )
        item.save()


def test_of_a_plan_that_was_sent_nothing_is_proposed_for_merging(snv, draft, items):
    read_alike(items)
    assert len(snv.read(f"{PLAN}proposals/").json()["proposals"]) == 1

    Plan.objects.update(state="sent")
    assert snv.read(f"{PLAN}proposals/").json()["proposals"] == []


def test_lines_that_read_alike_are_proposed_until_they_are_kept_apart(snv, draft, items):
    read_alike(items)
    before = snv.read(f"{PLAN}proposals/").json()
    apart = snv.change(f"{PLAN}keeping-apart/", before["version"], lines=[item.pk for item in items])

    assert [each["lines"] for each in before["proposals"]] == [[item.pk for item in items]]
    assert apart.status_code == 200
    assert snv.read(f"{PLAN}proposals/").json()["proposals"] == []


def test_what_was_kept_apart_is_listed_and_proposed_again_once(snv, draft, items, home_affairs):
    both, words = (
        [item.pk for item in items],
        {"measure": "Số hóa hồ sơ", "weakness_statement": "Hồ sơ trễ hạn"},
    )
    PlanItem.objects.update(**words)
    apart = snv.change(f"{PLAN}keeping-apart/", draft.version, lines=both).json()
    (kept,) = snv.read(f"{PLAN}kept-apart/").json()["kept_apart"]
    again = snv.change(f"{PLAN}proposing-again/", apart["version"], lines=both)
    twice = snv.change(f"{PLAN}proposing-again/", again.json()["version"], lines=both)

    assert (kept["lines"], kept["index"], kept["by"]) == (both, "PAR_INDEX", home_affairs.full_name)
    assert (again.status_code, twice.status_code) == (200, 409)
    assert snv.read(f"{PLAN}kept-apart/").json()["kept_apart"] == []
    assert [each["lines"] for each in snv.read(f"{PLAN}proposals/").json()["proposals"]] == [both]


def test_an_action_is_taken_out_with_a_reason(snv, draft, items, action):
    out = snv.change(f"{PLAN}taking-out/", draft.version, action=action.ref, reason="Đơn vị xin rút.")

    assert (out.status_code, out.json()["lines"]) == (200, [])
    assert PlanItem.objects.count() == 1


def test_a_line_changed_meanwhile_is_not_merged_over(snv, draft, items):
    seen = [{"id": item.pk, "version": item.version + 1} for item in items]

    assert snv.change(f"{PLAN}merging/", draft.version, lines=seen).status_code == 412
    assert PlanItem.objects.count() == 2


@pytest.mark.parametrize(
    ("verb", "words", "field"),
    [("taking", {"actions": []}, "actions"), ("taking", {"actions": ["HD-2022-999"]}, "actions"),
     ("taking", {"actions": "HD-2022-001"}, "actions"),
     ("taking", {"actions": ["x" * 21]}, "actions"), ("leaving-out", {"action": "HD-2022-001"}, "reason"),
     ("merging", {"lines": [{"id": 1}]}, "lines"), ("merging", {"lines": [{"id": 10**30, "version": 1}]}, "lines"),
     ("splitting", {"line": 999999, "actions": ["HD-2022-001"]}, "line"), ("moving", {"lines": [0]}, "lines"),
     ("moving", {"lines": [999999]}, "lines"), ("moving", {"lines": []}, "lines"),
     ("keeping-apart", {"lines": [1]}, "lines"), ("proposing-again", {"lines": [1]}, "lines"),
     ("proposing-again", {"lines": [999998, 999999]}, "lines"),
     ("moving", {"lien": 1}, "lien"),
     ("coordinating", {"lines": [], "add": ["SYT"]}, "lines"),
     ("coordinating", {"lines": [{"id": 999999, "version": 1}], "add": ["SYT"]}, "lines"),
     ("coordinating", {"lines": [{"id": 1, "version": 1}], "add": "SYT"}, "add")],
)  # fmt: skip
def test_unsound_words_are_named_and_change_nothing(verb, words, field, snv, draft):
    answer = snv.change(f"{PLAN}{verb}/", draft.version, **words)

    assert answer.status_code == 400, answer.content
    assert field in answer.json()


def test_a_line_merged_away_is_refused_with_where_it_went(snv, draft, items):
    seen = [{"id": item.pk, "version": item.version} for item in items]
    merged = snv.change(f"{PLAN}merging/", draft.version, lines=seen, into=items[0].pk).json()

    moved = snv.change(f"{PLAN}moving/", merged["version"], lines=[items[1].pk])
    edited = snv.send("PATCH", f"{PLAN}items/{items[1].pk}/", 1, note="x")

    assert (moved.status_code, edited.status_code) == (409, 409)
    assert snv.read(f"{PLAN}items/{items[1].pk}/").status_code == 404


@pytest.mark.parametrize("verb", ["taking", "merging", "splitting", "moving", "leaving-out", "keeping-apart",
                                  "proposing-again", "coordinating"])  # fmt: skip
def test_an_issued_plan_is_not_consolidated_and_a_unit_never_does_it(verb, snv, unit, issued, items, action):
    line = {"id": items[0].pk, "version": 1}
    words = {
        "taking": {"actions": [action.ref]}, "merging": {"lines": [line, line | {"id": items[1].pk}]},
        "splitting": {"line": items[0].pk, "actions": [action.ref]}, "moving": {"lines": [items[0].pk]},
        "leaving-out": {"action": action.ref, "reason": "x"}, "keeping-apart": {"lines": [each.pk for each in items]},
        "proposing-again": {"lines": [each.pk for each in items]}, "coordinating": {"lines": [line], "add": ["SYT"]},
    }[verb]  # fmt: skip

    assert snv.change(f"{PLAN}{verb}/", issued.version, **words).status_code == 409
    assert unit.change(f"{PLAN}{verb}/", issued.version, **words).status_code == 403


@pytest.mark.parametrize(
    "address", ["", "items/", "unplaced/", "left-out/", "proposals/", "kept-apart/", "checks/", "versions/"]
)
def test_of_a_draft_a_unit_finds_nothing(address, unit, draft):
    assert unit.read(f"{PLAN}{address}").status_code == 404


@pytest.mark.parametrize("address", ["unplaced/", "left-out/", "proposals/", "kept-apart/", "checks/"])
def test_of_an_issued_plan_the_workbench_stays_with_those_who_watch(address, snv, unit, issued):
    assert snv.read(f"{PLAN}{address}").status_code == 200
    assert unit.read(f"{PLAN}{address}").status_code == 404


def test_a_repeated_request_is_done_once(snv, draft, waiting):
    first = snv.change(f"{PLAN}taking/", draft.version, "taking-once-1", actions=[waiting.ref])
    again = snv.change(f"{PLAN}taking/", draft.version, "taking-once-1", actions=[waiting.ref])

    assert (first.status_code, again.json()) == (200, first.json())
    assert PlanItem.objects.count() == 3


def test_without_a_version_or_with_an_old_one_nothing_is_changed(snv, draft, items):
    assert snv.change(f"{PLAN}moving/", lines=[items[1].pk]).status_code == 428
    assert snv.change(f"{PLAN}moving/", draft.version + 1, lines=[items[1].pk]).status_code == 412
