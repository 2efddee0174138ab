"""A broken file, a date nobody knows: one clear line, and nothing half done."""

import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from plans.sample import fixtures
from tracker.models import Event, Unit, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the sample's files that may be damaged."""
    copy = shutil.copytree(fixtures.FOLDER, tmp_path / "data")
    monkeypatch.setattr(fixtures, "FOLDER", copy)
    return copy


def change(folder, name, key, number, **fields):
    content = json.loads((folder / name).read_text())
    content[key][number].update(fields)
    (folder / name).write_text(json.dumps(content))


def refusal(**options) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("load_sample", **options)
    assert not (Unit.objects.exists() or User.objects.exists() or Event.objects.exists())
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_file_that_is_not_json_is_named(folder):
    (folder / "people.json").write_text("{")

    assert "people.json" in refusal()


def test_a_missing_file_is_named(folder):
    (folder / "life.json").unlink()

    assert "life.json" in refusal()


@pytest.mark.parametrize(
    ("name", "key", "number", "fields"),
    [
        ("units.json", "units", 3, {"group": "unknown"}),
        ("units.json", "units", 1, {"code": "VPUBND"}),
        ("people.json", "people", 5, {"unit": "NOWHERE"}),
        ("results.json", "results", 0, {"value": "many"}),
        ("results.json", "results", 0, {"rank": 64}),
        ("results.json", "group_ratings", 2, {"reason": ""}),
        ("weaknesses.json", "weaknesses", 8, {"ref": "HC-2021-999"}),
        ("weaknesses.json", "weaknesses", 8, {"criterion": "U99"}),
        ("life.json", "steps", 0, {"verb": "delete"}),
        ("life.json", "steps", 0, {"by": "nobody@sample.test"}),
    ],
)
def test_a_wrong_row_is_named_with_its_place(folder, name, key, number, fields):
    change(folder, name, key, number, **fields)

    assert f"{name}, {key} {number + 1}:" in refusal()


def test_a_story_the_rules_forbid_is_refused_in_the_words_of_the_rule(folder):
    steps = json.loads((folder / "life.json").read_text())["steps"]
    verification = next(number for number, step in enumerate(steps) if step["verb"] == "verify")
    change(folder, "life.json", "steps", verification, by="official.snv@sample.test")

    assert f"life.json, steps {verification + 1}:" in refusal()


@pytest.mark.parametrize("written", ["tomorrow", "2022-13-01", "27/08/2022"])
def test_a_date_nobody_knows_is_refused(written):
    assert written in refusal(as_of=written)


def test_moved_dates_and_real_dates_exclude_each_other():
    assert "--as-of" in refusal(as_of="2022-08-27", real_dates=True)


@pytest.mark.parametrize("written", ["0001-01-01", "9999-12-31"])
def test_a_date_out_of_reach_is_refused(written):
    assert written in refusal(as_of=written)
