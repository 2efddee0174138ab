"""What waits for a place, what is left out, and where a line goes, through the API."""

from tests.plans.api.conftest import PLAN


def test_a_line_is_moved_behind_another(snv, draft, items, waiting):
    taken = snv.change(f"{PLAN}taking/", draft.version, actions=[waiting.ref]).json()
    new, last = taken["lines"][0]["id"], snv.read(f"{PLAN}items/").json()["results"][-1]["id"]
    moved = snv.change(f"{PLAN}moving/", taken["version"], lines=[items[0].pk], after=last)
    order = [line["id"] for line in snv.read(f"{PLAN}items/").json()["results"]]

    assert moved.status_code == 200
    assert order == [each for each in [items[1].pk, new] if each != last] + [last, items[0].pk]


def test_what_waits_and_what_is_left_out_says_what_it_is(snv, draft, waiting, home_affairs):
    row = snv.read(f"{PLAN}unplaced/").json()["results"][0]
    snv.change(f"{PLAN}leaving-out/", draft.version, action=waiting.ref, reason="Làm thường xuyên.")
    left = snv.read(f"{PLAN}left-out/").json()["results"][0]

    assert (row["weakness"], row["lead_unit"]["code"], row["due_on"]) == (
        waiting.weakness.ref,
        "STNMT",
        "2022-08-31",
    )
    assert row["criterion"]["code"] == "PAR3"
    assert (left["statement"], left["by"]) == (waiting.statement, home_affairs.full_name)
