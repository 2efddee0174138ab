"""The replay lives the sample's days again: each mail once, the same bytes each time, nothing left behind."""

import shutil
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from plans.sample import fixtures
from tracker.models import Event, Unit

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, LAST = "2022-06-10", "2022-06-24"


@pytest.fixture(scope="module")
def replay(django_db_setup, django_db_blocker):
    """Replays days into a folder, outside of any transaction, and says what it printed."""

    def run(first: str, last: str, folder: Path) -> Path:
        call_command("replay", first, last, output=str(folder))
        return folder

    with django_db_blocker.unblock():
        yield run


@pytest.fixture(scope="module")
def folder(replay, tmp_path_factory):
    return replay(FIRST, LAST, tmp_path_factory.mktemp("replays") / "first")


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mails(folder: Path):
    return [
        message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(folder.rglob("*.eml"))
    ]


def its_own_database_is_left() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_database WHERE datname = current_database() || '_replay'")
        return cursor.rowcount > 0


def test_the_same_days_give_the_same_bytes_and_take_the_place_of_the_old(replay, folder):
    before = content(folder)
    replay(FIRST, LAST, folder)

    assert content(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["first"]


def test_every_mail_is_there_once_under_its_own_identity(folder):
    identities = [mail["Message-ID"] for mail in mails(folder)]

    assert len(identities) > 300
    assert len(set(identities)) == len(identities)


def test_a_mail_carries_the_date_of_the_business_day(folder):
    for path, mail in zip(sorted(folder.rglob("*.eml")), mails(folder), strict=True):
        assert (
            parsedate_to_datetime(mail["Date"]).date().isoformat()
            == path.parent.name
            == mail["X-Business-Date"]
        )
        assert FIRST <= path.parent.name <= LAST


def test_nobody_gets_two_bundles_on_one_morning(folder):
    at_half_past_seven = [
        (mail["To"], mail["Date"]) for mail in mails(folder) if " 07:30:00 " in mail["Date"]
    ]

    assert len(set(at_half_past_seven)) == len(at_half_past_seven) > 0


def test_the_weekend_is_quiet(folder):
    assert not [
        day for day in (folder / "mail").iterdir() if day.name in ("2022-06-11", "2022-06-12", "2022-06-18")
    ]


def test_the_unit_that_is_late_is_reminded_until_it_hands_in(folder):
    days = {path.parent.name for path in folder.rglob("head.ngabay@sample.test-*.eml")}

    assert {"2022-06-17", "2022-06-21", "2022-06-22", "2022-06-23"} <= days


def test_the_table_at_the_end_is_kept_in_the_folder(folder):
    words = (folder / "replay.txt").read_text()

    assert "10/06/2022" in words and "24/06/2022" in words
    assert "Báo cáo kiểm điểm vào cuối tuần" in words and "HD-2022-010" in words


def test_the_site_s_own_database_is_as_it_was(folder):
    assert not Unit.objects.exists() and not Event.objects.exists()
    assert not its_own_database_is_left()


def test_days_before_the_first_are_lived_in_silence(replay, tmp_path):
    folder = replay("2022-07-28", "2022-07-29", tmp_path / "july")

    assert {path.name for path in (folder / "mail").iterdir()} == {"2022-07-28", "2022-07-29"}
    assert {path.name for path in (folder / "papers").iterdir()} == {"plan.docx", "progress-report.docx"}


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [
        ("yesterday", LAST, "yesterday"),
        (FIRST, "2022-02-30", "2022-02-30"),
        (LAST, FIRST, "after"),
        ("2022-06-09", LAST, "begins"),
        (FIRST, "2024-01-01", "year"),
    ],
)
def test_days_that_cannot_be_replayed_are_refused(replay, tmp_path, first, last, word):
    with pytest.raises(CommandError, match=word):
        replay(first, last, tmp_path / "out")

    assert not list(tmp_path.iterdir())


def test_a_folder_with_other_files_is_left_alone(replay, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(CommandError, match="no replay wrote"):
        replay(FIRST, FIRST, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_folder_s_place_is_refused(replay, tmp_path):
    (tmp_path / "out").write_text("mine")

    with pytest.raises(CommandError, match="cannot be used"):
        replay(FIRST, FIRST, tmp_path / "out")


def test_a_folder_that_cannot_be_made_is_refused(replay, tmp_path):
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(CommandError, match="cannot be written"):
        replay(FIRST, FIRST, tmp_path / "file" / "below")


def test_a_broken_story_leaves_neither_folder_nor_database(replay, tmp_path, monkeypatch):
    story = shutil.copytree(fixtures.FOLDER, tmp_path / "story") / "life.json"
    story.write_text(story.read_text().replace('"verb": "draft"', '"verb": "forget"', 1))
    monkeypatch.setattr(fixtures, "FOLDER", story.parent)

    with pytest.raises(CommandError, match="steps 1:"):
        replay(FIRST, "2022-06-13", tmp_path / "out")

    assert not (tmp_path / "out").exists()
    assert not its_own_database_is_left()


def test_somebody_else_s_database_of_that_name_is_not_touched(replay, tmp_path):
    name = connection.ops.quote_name(f"{connection.settings_dict['NAME']}_replay")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")

    try:
        with pytest.raises(CommandError, match="cannot be made"):
            replay(FIRST, FIRST, tmp_path / "out")
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")
