"""One line through the API: worded by Home Affairs, traced to the words of the units."""

import pytest

from tests import factories
from tests.plans.api.conftest import PLAN


@pytest.fixture
def address(items):
    return f"{PLAN}items/{items[0].pk}/"


def test_a_line_is_worded_at_the_version_seen(snv, items, address):
    changed = snv.send("PATCH", address, items[0].version, measure="Số hóa toàn bộ hồ sơ", causes="Một.\nHai.",
                       due_on="2022-11-30", coordinating_units=["SYT"])  # fmt: skip

    line = changed.json()
    assert changed.status_code == 200, line
    assert (line["measure"], line["due_on"], line["is_worded"]) == (
        "Số hóa toàn bộ hồ sơ",
        "2022-11-30",
        True,
    )
    assert (line["causes"], line["coordinating_units"]) == ("Một.\nHai.", ["SYT"])
    assert snv.send("PATCH", address, items[0].version, note="x").status_code == 412
    assert snv.send("PATCH", address, line["version"], note="x").json()["note"] == "x"


@pytest.mark.parametrize(
    ("words", "field"),
    [({"measure": ""}, "measure"), ({"due_on": "30/11/2022"}, "due_on"), ({"due_on": "2020-01-01"}, "due_on"),
     ({"lead_unit": "SYT"}, "lead_unit"), ({"lead_unit": "NOWHERE"}, "lead_unit"), ({"measures": "x"}, "measures"),
     ({"coordinating_units": ["NOWHERE"]}, "coordinating_units"), ({"due_phrase": "x" * 121}, "due_phrase"),
     ({"measure": "a\x00b"}, "measure"), ({"causes": ["x"]}, "causes")],
)  # fmt: skip
def test_unsound_words_are_refused_by_field(words, field, snv, items, address):
    answer = snv.send("PATCH", address, items[0].version, **words)

    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_the_line_shows_whose_words_it_is_made_of(snv, address, action):
    line = snv.read(address)

    assert line["ETag"] == f'"{line.json()["version"]}"'
    assert [
        (each["action"], each["unit"]["code"], each["statement"]) for each in line.json()["contributors"]
    ] == [(action.ref, "STNMT", action.statement)]


def test_a_unit_reads_its_own_words_and_of_other_units_only_the_printed_line(snv, unit, issued, items):
    own, other = (unit.read(f"{PLAN}items/{item.pk}/").json() for item in items)

    assert own["contributors"][0]["statement"]
    assert other["measure"]
    assert (
        other["contributors"][0] | {"statement": None, "causes": None, "due_on": None}
        == other["contributors"][0]
    )


def test_a_line_of_another_year_is_a_404(snv, items):
    assert snv.read(f"plans/2023/items/{items[0].pk}/").status_code == 404
    assert snv.read(f"{PLAN}items/999999999999999999/").status_code == 404


def test_an_issued_line_is_not_worded_any_more(snv, unit, issued, items, address):
    version = snv.read(address).json()["version"]

    assert snv.send("PATCH", address, version, note="x").status_code == 409
    assert unit.send("PATCH", address, version, note="x").status_code == 403


def test_the_row_of_a_line_is_complete(snv, items, action, health):
    items[0].coordinating_units.add(health)
    row = snv.read(f"{PLAN}items/").json()["results"][0]

    assert (row["number"], row["position"], row["index"], row["criterion"]["code"]) == (
        "1",
        1,
        "PAR_INDEX",
        "PAR3",
    )
    assert (row["lead_unit"]["code"], row["coordinating_units"]) == ("STNMT", ["SYT"])
    assert (row["weaknesses"], row["actions"]) == ([action.weakness.ref], [action.ref])
    assert (row["weakness_statement"], row["measure"]) == (action.weakness.statement, action.statement)
    assert (row["output"], row["due_on"], row["is_worded"]) == (action.expected_output, "2022-08-31", False)


def test_the_lines_come_in_pages_that_neither_miss_nor_repeat_one(
    snv, draft, items, weakness, official, home_affairs
):
    for _ in range(3):
        factories.tracked_action(weakness, official, home_affairs)
    factories.Plan.compile(draft.review, by=factories.actor(home_affairs), today=factories.ISSUED)
    found, query = [], {"size": 2}
    while query:
        page = snv.read(f"{PLAN}items/", **query).json()
        found += [row["position"] for row in page["results"]]
        query = page["next_cursor"] and {"size": 2, "cursor": page["next_cursor"]}

    assert found == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("query", "field"), [({"unit": "STNMT"}, "unit"), ({"cursor": "x"}, "cursor")])
def test_what_the_list_does_not_know_is_refused(query, field, snv, draft):
    answer = snv.read(f"{PLAN}items/", **query)

    assert (answer.status_code, list(answer.json())) == (400, [field])
