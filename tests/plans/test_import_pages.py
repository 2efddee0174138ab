"""The way of an Excel file through the pages, the worker and the command."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from plans.models import ImportJob, Submission
from plans.tasks import check_import, write_import
from tests.factories import actor
from tests.plans.excel import book, measure, saved, upload
from tests.plans.present import moved_to_the_present, soon
from tests.reading import Reader
from tracker.models import Action, Event

HERE = "/ban-nop/2021/STNMT/nhap/"


@pytest.fixture
def submission(weakness, official):
    return moved_to_the_present(Submission.objects.get(unit__code="STNMT"))


@pytest.fixture
def reader(submission, official):
    official.language = "en"
    official.save()
    return Reader(official)


def rows(count: int, **changed) -> list:
    return [measure(number, **{"due_on": soon()} | changed) for number in range(count)]


def bring(reader, *lines):
    """Upload a file and follow to its page."""
    return reader.post(HERE, {"file": upload(book(*lines)), "idempotency": "k" * 20})


def confirm(reader, job, **choice):
    page = reader.get(f"{HERE}{job.pk}/")
    own = {name: page.context["form"][name].value() for name in ("version", "idempotency")}
    return reader.post(f"{HERE}{job.pk}/xac-nhan/", own | choice)


def test_a_sound_file_is_checked_confirmed_and_undone(reader):
    answer = bring(reader, *rows(3))
    job = ImportJob.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"{HERE}{job.pk}/")
    assert Action.objects.count() == 0

    assert confirm(reader, job).status_code == 303
    assert Action.objects.count() == 3
    assert "HC-2021-001" in reader.get(f"{HERE}{job.pk}/").text

    assert reader.fill_in(f"{HERE}{job.pk}/hoan-tac/").status_code == 303
    assert Action.objects.count() == 0


def test_each_fault_is_shown_with_its_row_column_and_a_field_to_mend_it(reader):
    bring(reader, *rows(2), measure(9, due_on="31/6/2030"), measure(10, due_on=soon(), coordinating="Sở Y t"))
    job = ImportJob.objects.get()
    page = reader.get(f"{HERE}{job.pk}/").text

    assert "This day does not exist." in page and 'name="cell-4-due_on"' in page and "<b>K</b>" in page
    assert "<option selected>Sở Y tế</option>" in page
    mended = {"cell-4-due_on": soon(), "cell-5-coordinating": "Sở Y tế"}
    assert reader.post(f"{HERE}{job.pk}/sua/", mended).status_code == 303
    assert ImportJob.objects.get().faults == []


def test_one_click_converts_old_encodings(reader):
    bring(reader, *rows(1, measure="Sôû Noäi vuï kieåm tra"))
    job = ImportJob.objects.get()
    reader.post(f"{HERE}{job.pk}/sua/", {"do": "convert"})

    assert ImportJob.objects.get().rows[0]["cells"]["measure"] == "Sở Nội vụ kiểm tra"


def test_faults_hold_the_import_up_and_the_choice_lets_it_pass(reader):
    bring(reader, *rows(1), measure(5, owner=None))
    job = ImportJob.objects.get()

    refused = confirm(reader, job, only_sound="no")
    assert (refused.status_code, Action.objects.count()) == (422, 0)
    assert confirm(reader, job, only_sound="yes").status_code == 303
    assert Action.objects.count() == 1


def test_a_file_that_cannot_be_read_is_told_on_the_page(reader):
    answer = reader.post(HERE, {"file": upload(b"MZ", "a.csv"), "idempotency": "k" * 20})

    assert answer.status_code == 422 and "Excel Workbook (.xlsx)" in answer.text
    assert not ImportJob.objects.exists()


def test_the_same_file_again_leads_to_what_became_of_it(reader, official):
    file = saved(book(*rows(1)))
    for _ in range(2):
        reader.post(HERE, {"file": upload(file), "idempotency": "k" * 20})
        job = ImportJob.objects.get()
        if job.state == "checked":
            confirm(reader, job)

    page = reader.get(f"{HERE}{job.pk}/").text
    assert "imported before" in page and official.full_name in page
    assert Action.objects.count() == 1


def test_two_clicks_import_once(reader):
    bring(reader, *rows(1))
    job = ImportJob.objects.get()
    form = reader.get(f"{HERE}{job.pk}/").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    answers = [reader.post(f"{HERE}{job.pk}/xac-nhan/", own).status_code for _ in range(2)]

    assert (answers, Action.objects.count()) == ([303, 303], 1)


def test_what_a_colleague_mended_meanwhile_is_looked_at_before_it_is_imported(reader, official):
    bring(reader, *rows(1))
    job = ImportJob.objects.get()
    form = reader.get(f"{HERE}{job.pk}/").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    reader.post(f"{HERE}{job.pk}/sua/", {"cell-2-output": "Khác"})

    assert reader.post(f"{HERE}{job.pk}/xac-nhan/", own).status_code == 409
    assert Action.objects.count() == 0


def test_a_submission_that_is_with_the_head_refuses_with_words_and_keeps_the_file(reader, submission):
    bring(reader, *rows(1))
    job = ImportJob.objects.get()
    form = reader.get(f"{HERE}{job.pk}/").context["form"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    Submission.objects.filter(pk=submission.pk).update(state="head_review")
    answer = reader.post(f"{HERE}{job.pk}/xac-nhan/", own)

    assert answer.status_code == 409 and "With the head of unit" in answer.text
    assert reader.get(f"{HERE}{job.pk}/").status_code == 200


def test_nobody_else_sees_the_files(reader, home_affairs, foreign_official):
    bring(reader, *rows(1))
    job = ImportJob.objects.get()

    assert Reader(home_affairs).get(HERE).status_code == 403
    for stranger in (home_affairs, foreign_official):
        for part in ("", "loi.xlsx", "tien-do/", "hoan-tac/", "xac-nhan/"):
            assert Reader(stranger).get(f"{HERE}{job.pk}/{part}").status_code == 404


def test_the_template_holds_the_units_own_data_and_reads_back_without_a_fault(reader, official):
    book_given = openpyxl.load_workbook(io.BytesIO(reader.get(f"{HERE}mau.xlsx").content))
    sheet = book_given["Nhập"]

    assert sheet["A4"].value == "HC-2021-001 Hồ sơ đất đai trễ hạn"
    assert book_given.sheetnames == ["Nhập", "Ví dụ", "Hướng dẫn", "Danh mục"]
    assert {str(rule.sqref).split(":")[0] for rule in sheet.data_validations.dataValidation} >= {
        "C4",
        "D4",
        "I4",
        "J4",
    }
    assert official.full_name in [cell.value for cell in book_given["Danh mục"]["E"]]
    sheet["H4"], sheet["I4"], sheet["K4"] = "Số hóa hồ sơ", official.full_name, soon()
    reader.post(HERE, {"file": upload(book_given), "idempotency": "k" * 20})
    assert (ImportJob.objects.get().faults, ImportJob.objects.get().counts["sound"]) == ([], 1)


def test_the_file_comes_back_with_its_faults_as_comments(reader):
    bring(reader, *rows(1), measure(3, due_on="31/6/2030"))
    job = ImportJob.objects.get()
    content = reader.get(f"{HERE}{job.pk}/loi.xlsx").content

    assert "30/06/2030" in openpyxl.load_workbook(io.BytesIO(content)).active["K3"].comment.text


@pytest.fixture
def long_job(reader, django_capture_on_commit_callbacks):
    """Two hundred and fifty rows, which the worker has not looked at yet."""
    bring(reader, *rows(250))
    return ImportJob.objects.get()


def test_a_long_file_waits_for_the_worker_and_shows_how_far_it_is(reader, long_job):
    page = reader.get(f"{HERE}{long_job.pk}/")
    assert "250 rows" in page.text and 'http-equiv="refresh"' in page.text
    assert reader.get(f"{HERE}{long_job.pk}/tien-do/").status_code == 200

    check_import(long_job.pk)
    done = reader.get(f"{HERE}{long_job.pk}/tien-do/")
    assert (done.status_code, done["HX-Redirect"]) == (286, f"{HERE}{long_job.pk}/")


def test_the_worker_writes_a_long_file_once_however_often_it_is_called(reader, long_job):
    check_import(long_job.pk)
    confirm(reader, long_job)
    assert (ImportJob.objects.get().state, Action.objects.count()) == ("writing", 0)

    for _ in range(2):
        write_import(long_job.pk)
    assert (ImportJob.objects.get().state, Action.objects.count()) == ("imported", 250)
    assert Event.objects.filter(verb="imported").count() == 1


def test_a_worker_that_died_leaves_a_job_that_goes_on_by_hand(reader, long_job):
    then = timezone.now() - timedelta(minutes=5)
    ImportJob.objects.update(beat_at=then)
    assert "tiep-tuc/" in reader.get(f"{HERE}{long_job.pk}/").text
    reader.post(f"{HERE}{long_job.pk}/tiep-tuc/")
    confirm(reader, long_job)
    reader.post(f"{HERE}{long_job.pk}/tiep-tuc/")
    reader.post(f"{HERE}{long_job.pk}/tiep-tuc/")

    assert (ImportJob.objects.get().state, Action.objects.count()) == ("imported", 250)


def test_a_refusal_in_the_worker_is_told_on_the_page(reader, long_job, submission):
    check_import(long_job.pk)
    confirm(reader, long_job)
    Submission.objects.filter(pk=submission.pk).update(state="head_review")
    write_import(long_job.pk)

    assert (ImportJob.objects.get().state, Action.objects.count()) == ("checked", 0)
    assert "With the head of unit" in reader.get(f"{HERE}{long_job.pk}/").text


def test_the_command_imports_as_a_person_and_only_once(submission, official, tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_bytes(saved(book(*rows(2))))
    said = io.StringIO()
    call_command("import_actions", str(file), unit="STNMT", email=official.email, dry_run=True, stdout=said)
    assert (Action.objects.count(), ImportJob.objects.count()) == (0, 0)

    for _ in range(2):
        call_command("import_actions", str(file), unit="STNMT", email=official.email, year=2021, stdout=said)
    assert Action.objects.count() == 2 and "Imported before" in said.getvalue()


def test_the_command_lists_faults_and_writes_nothing(submission, official, tmp_path):
    file, said = tmp_path / "a.xlsx", io.StringIO()
    file.write_bytes(saved(book(*rows(1), measure(3, due_on="31/6/2030"))))

    with pytest.raises(CommandError):
        call_command("import_actions", str(file), unit="STNMT", email=official.email, stdout=said)
    assert "K3" in said.getvalue() and Action.objects.count() == 0


@pytest.mark.parametrize("wrong", [{"unit": "KHONG"}, {"email": "ai@sample.test"}, {"file": "khong-co.xlsx"}])
def test_the_command_says_what_it_does_not_know(submission, official, tmp_path, wrong):
    (tmp_path / "a.xlsx").write_bytes(saved(book(*rows(1))))
    given = {"file": str(tmp_path / "a.xlsx"), "unit": "STNMT", "email": official.email} | wrong

    with pytest.raises(CommandError):
        call_command("import_actions", given.pop("file"), **given)


def test_another_units_person_cannot_import_by_command(submission, foreign_official, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(saved(book(*rows(1))))

    with pytest.raises(CommandError):
        call_command("import_actions", str(tmp_path / "a.xlsx"), unit="STNMT", email=foreign_official.email)
    assert not actor(foreign_official).is_head_of(submission.unit_id)
