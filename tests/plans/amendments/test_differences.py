"""The differences between two versions are exactly what leads from the one to the other."""

from hypothesis import given
from hypothesis import strategies as st

from plans.versions.differences import differences

FIELDS = {
    "measure": st.text(max_size=8),
    "due_on": st.dates().map(str),
    "points_lost": st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2).map(str),
    "coordinating_units": st.lists(st.sampled_from(["Sở Y tế", "Sở Nội vụ"]), max_size=2),
}
LINES = st.dictionaries(st.integers(1, 12), st.fixed_dictionaries(FIELDS), max_size=8)


def content(lines: dict[int, dict]) -> list[dict]:
    return [{"item": number, "actions": [f"HD-{number}"]} | words for number, words in lines.items()]


def applied(older: list[dict], found) -> list[dict]:
    """The older content with the differences made in it, field by field."""
    lines = {line["item"]: dict(line) for line in older}
    for change in found:
        if change.kind == "withdrawn":
            del lines[change.before["item"]]
        elif change.kind == "added":
            lines[change.after["item"]] = dict(change.after)
        for field in change.fields:
            assert lines[change.before["item"]][field.name] == field.before
            lines[change.before["item"]][field.name] = field.after
    return sorted(lines.values(), key=lambda line: line["item"])


@given(LINES, LINES)
def test_applied_to_the_older_content_they_give_the_newer(before, after):
    older, newer = content(before), content(after)

    assert applied(older, differences(older, newer)) == sorted(newer, key=lambda line: line["item"])


@given(LINES)
def test_a_version_does_not_differ_from_itself(lines):
    assert differences(content(lines), content(lines)) == []


@given(LINES, LINES)
def test_only_what_differs_is_named(before, after):
    for change in differences(content(before), content(after)):
        assert all(field.before != field.after for field in change.fields)
        assert (change.kind == "changed") == bool(change.fields)


def test_versions_from_before_lines_had_numbers_are_compared_by_their_actions():
    older = [{"actions": ["HD-1"], "measure": "Số hóa"}]
    newer = [{"actions": ["HD-1"], "measure": "Số hóa hết", "item": 5}, {"actions": ["HD-2"], "item": 6}]

    changed, added = differences(older, newer)

    assert (changed.kind, added.kind) == ("changed", "added")
    assert {field.name for field in changed.fields} == {"measure", "item"}
