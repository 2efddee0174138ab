"""Progress, the actions behind a figure, and closed periods through the API."""

import pytest

from tests.plans.api.conftest import PLAN


def rows(answer, dimension: str) -> dict[str, int]:
    found = [row for row in answer.json()["rows"] if row["dimension"] == dimension]
    return {row["key"]: row["todo"] + row["doing"] + row["reported"] for row in found}


def test_the_counts_of_a_day_come_with_where_they_came_from(snv, issued):
    answer = snv.read(f"{PLAN}progress/", on="2022-08-01")

    assert rows(answer, "total") == {"": 2}
    assert rows(answer, "unit") == {"STNMT": 1, "SYT": 1}
    assert answer.json()["source"] in ("now", "counted", "folded")
    assert answer.json()["lines"] == 2


def test_lines_are_counted_when_they_are_asked_for(snv, unit, issued, items):
    assert rows(snv.read(f"{PLAN}progress/"), "item") == {}
    assert rows(snv.read(f"{PLAN}progress/", by="item"), "item") == {str(item.pk): 1 for item in items}
    assert rows(unit.read(f"{PLAN}progress/", by="item"), "item") == {str(items[0].pk): 1}


def test_the_actions_behind_a_figure_are_named(snv, issued, action, other_action):
    why = snv.read(f"{PLAN}progress/actions/", count="overdue", on="2022-09-15").json()

    assert (why["figure"], why["others"], why["meaning"] != "") == (1, 0, True)
    assert [(row["ref"], row["state"], row["adds"]) for row in why["actions"]] == [(action.ref, "todo", 1)]


def test_of_other_units_actions_a_unit_learns_only_how_many(unit, issued, action):
    why = unit.read(f"{PLAN}progress/actions/", count="total", on="2022-08-01").json()

    assert ([row["ref"] for row in why["actions"]], why["others"]) == ([action.ref], 1)


def test_another_units_row_is_a_404(unit, issued):
    query = {"count": "total", "by": "unit", "on": "2022-08-01"}

    assert unit.read(f"{PLAN}progress/actions/", **query, key="STNMT").status_code == 200
    assert unit.read(f"{PLAN}progress/actions/", **query, key="SYT").status_code == 404


@pytest.mark.parametrize(
    ("address", "query", "field"),
    [("progress/", {"on": "31/08/2022"}, "on"), ("progress/", {"on": "2022-07-01"}, "on"),
     ("progress/", {"on": "2999-01-01"}, "on"), ("progress/", {"by": "person"}, "by"),
     ("progress/", {"day": "1"}, "day"), ("progress/actions/", {}, "count"),
     ("progress/actions/", {"count": "happiness"}, "count"),
     ("progress/actions/", {"count": "total", "key": "x" * 51}, "key")],
)  # fmt: skip
def test_an_unsound_question_is_a_400(address, query, field, snv, issued):
    answer = snv.read(f"{PLAN}{address}", **query)

    assert (answer.status_code, list(answer.json())) == (400, [field])


@pytest.fixture
def closed(snv, issued):
    return snv.change(f"{PLAN}periods/", issued.version, name="Tháng 8 năm 2022", until="2022-08-31")


def test_a_period_is_closed_for_ever(snv, closed):
    period = closed.json()
    read = snv.read(f"{PLAN}periods/{period['id']}/").json()

    assert (closed.status_code, period["total"]["total"], period["is_unchanged"]) == (201, 2, True)
    assert [unit["code"] for unit in read["units"]] and read["sha256"] == period["sha256"]
    assert [row["name"] for row in snv.read(f"{PLAN}periods/").json()["results"]] == ["Tháng 8 năm 2022"]


def test_a_unit_reads_its_own_row_of_a_period_and_closes_none(unit, issued, closed):
    period = unit.read(f"{PLAN}periods/{closed.json()['id']}/").json()

    assert ([row["code"] for row in period["units"]], period["closed_by"]) == (["STNMT"], None)
    assert (
        unit.change(f"{PLAN}periods/", closed.json()["version"], name="x", until="2022-09-30").status_code
        == 403
    )


@pytest.mark.parametrize(
    ("words", "field"),
    [({"name": "Quý 3", "until": "2999-01-01"}, "until"), ({"name": "Quý 3", "until": "2022-01-01"}, "until"),
     ({"name": " ", "until": "2022-09-30"}, "name"), ({"name": "Quý 3"}, "until"),
     ({"name": "Tháng 8 năm 2022", "until": "2022-09-30"}, "name")],
)  # fmt: skip
def test_a_period_that_cannot_be_closed_is_refused_by_field(words, field, snv, closed):
    answer = snv.change(f"{PLAN}periods/", closed.json()["version"], **words)

    assert (answer.status_code, list(answer.json())) == (400, [field])
