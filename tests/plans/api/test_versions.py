"""Frozen versions of the plan through the API: what each is, and what differs between two."""

import pytest

from tests.plans.api.conftest import PLAN
from tests.plans.api.test_amendments import PAPER


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


def test_a_version_is_compared_with_any_other(snv, unit, amend, items):
    amend("changes", line=items[0].pk, measure="Số hóa toàn bộ.")
    version = amend("issue", **PAPER).json() and snv.read(PLAN).json()["version"]
    second = snv.change(f"{PLAN}amendments/", version, reason="Nữa.").json()
    at = f"{PLAN}amendments/{second['id']}/"
    now = snv.change(f"{at}changes/", second["version"], line=items[1].pk, measure="Thuê dịch vụ.").json()
    snv.change(f"{at}issue/", now["version"], **PAPER | {"number": "206/KH-UBND"})

    def lines(**query) -> list[int]:
        told = unit.read(f"{PLAN}versions/3/differences/", **query).json()
        return [told["older"], *(change["line"]["item"] for change in told["changes"])]

    assert lines() == lines(since=2) == [2, items[1].pk]
    assert lines(since=1) == [1, items[0].pk, items[1].pk]


def test_a_version_says_what_it_is(unit, issued, amend, items):
    amend("changes", line=items[0].pk, measure="Số hóa toàn bộ.")
    amendment = amend("issue", **PAPER).json()
    first, second = unit.read(f"{PLAN}versions/").json()["results"]

    assert (first["amendment"], second["amendment"]) == (None, amendment["id"])
    assert (first["paper_issued_on"], second["paper_issued_on"]) == ("2022-07-15", "2022-08-01")
    assert first["sha256"] == issued.versions.get(number=1).sha256 != second["sha256"]
    assert first["is_unchanged"] and second["is_unchanged"]
    assert unit.read(f"{PLAN}versions/9/").status_code == 404
