"""manage.py write_plan: the plan as a file, or one clear line."""

import pytest
from django.core.management import CommandError, call_command

from plans.models import Plan
from tests import factories
from tests.plans.word_reader import lines_of


@pytest.fixture
def plan(action, review, home_affairs):
    return Plan.compile(review, by=factories.actor(home_affairs), today=factories.ISSUED)


def test_the_plan_is_written_into_the_current_folder(plan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    call_command("write_plan", "2021")

    assert "KẾ HOẠCH" in lines_of((tmp_path / "ke-hoach-2021.docx").read_bytes())
    assert [file.name for file in tmp_path.iterdir()] == ["ke-hoach-2021.docx"]


def test_the_plan_is_written_where_asked(plan, tmp_path):
    call_command("write_plan", "2021", output=str(tmp_path / "plan.docx"))

    assert (tmp_path / "plan.docx").exists()


def test_an_unknown_year_is_refused_with_the_known_ones(plan):
    with pytest.raises(CommandError, match=r"There is no review of 1999\. Known years: 2021\."):
        call_command("write_plan", "1999")


def test_a_review_without_a_plan_is_refused(review):
    with pytest.raises(CommandError, match="The review of 2021 has no plan yet"):
        call_command("write_plan", "2021")


def test_a_folder_that_is_not_there_is_refused(plan, tmp_path):
    with pytest.raises(CommandError, match=r"Cannot write .*No such file or directory"):
        call_command("write_plan", "2021", output=str(tmp_path / "missing" / "plan.docx"))


def test_a_folder_in_place_of_the_file_is_refused_and_leaves_nothing_behind(plan, tmp_path):
    with pytest.raises(CommandError, match=r"Cannot write .* it is a folder"):
        call_command("write_plan", "2021", output=str(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_a_word_in_place_of_the_year_is_refused():
    with pytest.raises(CommandError, match="invalid int value"):
        call_command("write_plan", "năm")


@pytest.mark.parametrize(
    ("name", "begins"), [("plan.pdf", b"%PDF-"), ("plan.xlsx", b"PK"), ("plan.docx", b"PK")]
)
def test_the_ending_of_the_file_says_its_format(name, begins, plan, tmp_path):
    call_command("write_plan", 2021, output=str(tmp_path / name))

    assert (tmp_path / name).read_bytes().startswith(begins)
