"""Amendments and frozen versions through the API: prepared beside the plan, issued, read by everybody afterwards."""

import pytest

from tests import factories
from tests.plans.api.conftest import PLAN
from tests.plans.api.test_life import SIGNED

PAPER = SIGNED | {"number": "205/KH-UBND", "issued_on": "2022-08-01"}


@pytest.fixture
def begun(snv, issued) -> dict:
    return snv.change(f"{PLAN}amendments/", issued.version, reason="Sắp xếp lại bộ máy.").json()


@pytest.fixture
def amend(snv, begun):
    """Sends one change of the amendment at the version it is at."""
    address = f"{PLAN}amendments/{begun['id']}/"

    def send(what: str, **words):
        return snv.change(f"{address}{what}/", snv.read(address).json()["version"], **words)

    return send


def test_one_amendment_is_begun_at_a_time(snv, issued, begun):
    version = snv.read(PLAN).json()["version"]
    second = snv.change(f"{PLAN}amendments/", version, reason="Nữa.")

    assert (begun["state"], begun["changes"], begun["begun_by"]) == ("open", [], "Nguyễn Văn Bình")
    assert second.status_code == 409


def test_a_draft_is_not_amended(snv, draft):
    assert snv.change(f"{PLAN}amendments/", draft.version, reason="x").status_code == 409


def test_changes_are_planned_beside_the_plan_and_taken_back(snv, amend, items):
    changed = amend("changes", line=items[0].pk, measure="Số hóa toàn bộ.", reason="Rõ hơn.")
    withdrawn = amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    back = amend(f"changes/{changed.json()['changes'][0]['id']}/undoing")

    assert changed.json()["changes"][0] | {"id": 0} == {
        "id": 0, "kind": "change", "line": items[0].pk, "action": None, "after": {"measure": "Số hóa toàn bộ."},
        "reason": "Rõ hơn.",
    }  # fmt: skip
    assert [each["kind"] for each in withdrawn.json()["changes"]] == ["change", "withdraw"]
    assert [each["line"] for each in back.json()["changes"]] == [items[1].pk]
    assert snv.read(f"{PLAN}items/{items[0].pk}/").json()["measure"] == items[0].measure


def test_an_action_accepted_since_is_added(amend, weakness, official, home_affairs):
    late = factories.tracked_action(weakness, official, home_affairs)

    added = amend("additions", actions=[late.ref], reason="Bổ sung.")

    assert [(each["kind"], each["action"]) for each in added.json()["changes"]] == [("add", late.ref)]


def test_without_granted_extensions_there_is_nothing_to_take_over(amend):
    assert amend("extensions").status_code == 409


def test_an_issued_amendment_makes_a_version_that_says_what_differs(snv, unit, amend, items):
    amend("changes", line=items[0].pk, measure="Số hóa toàn bộ.")
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    issued = amend("issue", **PAPER)

    assert (issued.status_code, issued.json()["state"], issued.json()["made"]) == (200, "issued", 2)
    versions = unit.read(f"{PLAN}versions/").json()["results"]
    assert [(each["number"], each["lines"], each["paper"]) for each in versions] == [
        (1, 2, "118/KH-UBND"),
        (2, 1, "205/KH-UBND"),
    ]
    told = unit.read(f"{PLAN}versions/2/differences/").json()
    assert [(each["kind"], [field["name"] for field in each["changed"]]) for each in told["changes"]] == [
        ("changed", ["measure"]),
        ("withdrawn", []),
    ]
    assert [line["measure"] for line in unit.read(f"{PLAN}versions/2/").json()["content"]] == [
        "Số hóa toàn bộ."
    ]
    assert [line["id"] for line in unit.read(f"{PLAN}items/").json()["results"]] == [items[0].pk]


def test_the_first_version_differs_from_nothing(unit, issued):
    told = unit.read(f"{PLAN}versions/1/differences/").json()

    assert told == {"newer": 1, "older": None, "changes": []}


@pytest.mark.parametrize("query", [{"since": "9"}, {"since": "x"}, {"since": "²"}, {"than": "1"}])
def test_an_unknown_version_to_compare_with_is_a_400(query, unit, issued):
    assert list(unit.read(f"{PLAN}versions/1/differences/", **query).json()) == list(query)


def test_an_amendment_in_preparation_is_not_there_for_a_unit(snv, unit, begun):
    address = f"{PLAN}amendments/"

    assert unit.read(address).json()["results"] == []
    assert unit.read(f"{address}{begun['id']}/").status_code == 404
    assert unit.change(f"{address}{begun['id']}/cancel/", begun["version"], reason="x").status_code == 404
    assert len(snv.read(address).json()["results"]) == 1


def test_an_issued_amendment_is_read_by_units_without_who_began_it(unit, amend, begun, items):
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    amend("issue", **PAPER)

    read = unit.read(f"{PLAN}amendments/{begun['id']}/").json()

    assert (read["number"], read["begun_by"]) == ("205/KH-UBND", None)
    assert unit.read(f"{PLAN}amendments/{begun['id']}/signed-file/").status_code == 404


def test_an_amendment_is_given_up_with_a_reason(snv, amend, begun):
    given_up = amend("cancel", reason="UBND không đồng ý.")

    assert (given_up.status_code, given_up.json()["state"]) == (200, "cancelled")
    assert amend("cancel", reason="x").status_code == 409


@pytest.mark.parametrize(
    ("what", "words", "field"),
    [("changes", {"line": 999999}, "line"), ("changes", {"measure": "x"}, "line"),
     ("withdrawals", {"line": 1}, "reason"), ("additions", {"actions": ["HD-2022-999"]}, "actions"),
     ("issue", {"number": "1/KH"}, "issued_on"), ("cancel", {}, "reason")],
)  # fmt: skip
def test_unsound_words_are_refused_by_field(what, words, field, amend):
    answer = amend(what, **words)

    assert answer.status_code == 400
    assert field in answer.json()


def test_a_change_that_changes_nothing_is_refused(amend, items):
    assert amend("changes", line=items[0].pk, measure=items[0].measure).status_code == 400


def test_an_older_version_of_the_amendment_is_a_412(snv, amend, begun, items):
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    address = f"{PLAN}amendments/{begun['id']}/"

    assert (
        snv.change(f"{address}changes/", begun["version"], line=items[0].pk, measure="x").status_code == 412
    )
    assert snv.change(f"{address}changes/", line=items[0].pk, measure="x").status_code == 428
