"""The differences of two versions as people read them: in the annex's order, nothing said twice."""

from plans.versions.differences import differences
from plans.versions.lines import by_index, facts_of, number_of, shown

LINE = {"index": "PAPI", "actions": ["HD-1"], "position": 1, "measure": "Số hóa", "due_on": "2022-08-31"}


def line(item: int, **words) -> dict:
    return LINE | {"item": item, "position": item, "actions": [f"HD-{item}"]} | words


def afterwards(before: dict, after: dict) -> list[str]:
    """What the fields that are told say now."""
    [change] = shown(differences([before], [after]))
    return [" ".join(part.words for part in field.after) for field in change.fields]


def test_changed_and_withdrawn_stand_in_the_older_order_and_what_is_added_last():
    older = [line(3), line(1), line(2)]
    newer = [line(9), line(2), line(3, measure="Khác")]

    told = [(each.kind, each.line["item"]) for each in differences(older, newer)]
    assert told == [("changed", 3), ("withdrawn", 1), ("added", 9)]


def test_a_date_in_words_that_gave_way_to_the_date_is_not_told_beside_it(db):
    moved = line(1, due_on="2022-09-30")
    spoken = {"due_phrase": "Trong tháng 8"}

    assert afterwards(line(1, **spoken), moved | {"due_phrase": ""}) == ["30/09/2022"]
    assert afterwards(line(1, **spoken), moved | {"due_phrase": "Quý III"}) == ["30/09/2022", "Quý III"]
    assert afterwards(line(1, **spoken), line(1, due_phrase="")) == [""]


def test_what_only_the_database_knows_is_no_change_to_a_reader(db):
    assert shown(differences([line(1)], [line(1, position=2, criterion="PAR3")])) == []


def test_a_line_added_or_withdrawn_is_told_with_all_it_says(db):
    [added] = shown(
        differences([], [line(1, coordinating_units=["Sở Y tế", "Công an tỉnh"], points_lost="0.25")])
    )

    assert [text for _label, text in added.facts] == ["0,25", "Số hóa", "Sở Y tế; Công an tỉnh", "31/08/2022"]
    assert added.fields == []
    assert facts_of({}) == []


def test_lines_stand_under_their_index_with_their_number(db):
    content = [line(1, number="1"), line(2, number="2"), line(3, index="PAR_INDEX", number="2a")]

    assert [(name, [number_of(each) for each in lines]) for name, lines in by_index(content)] == [
        ("PAPI", ["1", "2"]), ("PAR_INDEX", ["2a"])
    ]  # fmt: skip
    assert number_of(line(7)) == "7"
