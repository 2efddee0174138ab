"""An Excel file through a real browser: chosen, checked, mended, imported, undone; with and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from plans.models import ImportJob, Submission
from plans.tasks import check_import
from tests.plans.excel import XLSX, book, measure, saved
from tests.plans.present import moved_to_the_present, soon
from tracker.models import Action

from .test_accessible_pages import SMALL, WCAG

pytestmark = pytest.mark.browser
HERE = "/ban-nop/2021/STNMT/nhap/"


@pytest.fixture
def submission(weakness, official, transactional_db):
    return moved_to_the_present(Submission.objects.get(unit__code="STNMT"))


def a_file(*lines) -> dict:
    return {"name": "ke-hoach.xlsx", "mimeType": XLSX, "buffer": saved(book(*lines))}


def faulty() -> dict:
    """Two sound rows, a day that does not exist, a unit by a wrong name, a text in TCVN3."""
    return a_file(
        *(measure(number, due_on=soon()) for number in range(2)), measure(2, due_on="31/6/2030"),
        measure(3, due_on=soon(), coordinating="Sở Y t"), measure(4, due_on=soon(), measure="Së Néi vô kiÓm tra"),
    )  # fmt: skip


def expect_accessible(page) -> None:
    """No axe violation, no small target, no complaint of the browser, nothing wider than a small phone."""
    assert [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]] == []
    assert page.evaluate(SMALL) == []
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size(size)
    assert page.complaints == []


def check(page, file) -> None:
    page.goto(HERE)
    page.set_input_files("#id_file", file)
    page.click("#verb-form .btn-primary")
    page.wait_for_url(f"**{HERE}*/")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_step_of_an_import_is_accessible_and_fits_a_phone(submission, official, open_as, language):
    official.language = language
    official.save()
    page = open_as(official)
    page.goto(HERE)
    expect_accessible(page)
    page.set_input_files("#id_file", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"a,b"})
    page.click("#verb-form .btn-primary")
    page.wait_for_selector("#errors")
    expect_accessible(page)
    check(page, faulty())
    expect_accessible(page)
    page.check("#id_only_sound_1")
    page.click("#confirm button")
    page.wait_for_selector(".facts")
    expect_accessible(page)
    page.click(".btn-danger")
    page.wait_for_url("**/hoan-tac/")
    expect_accessible(page)


@pytest.mark.parametrize("with_javascript", [True, False])
def test_a_file_is_mended_imported_and_undone(submission, official, open_as, with_javascript):
    page = open_as(official, java_script_enabled=with_javascript)
    check(page, faulty())
    assert page.locator(".mending tbody tr").count() == 3
    page.click("button[value=convert]")
    page.wait_for_load_state()
    page.fill("#id_cell-4-due_on", soon())
    page.click("#mending footer button")
    page.wait_for_selector("#mending", state="detached")
    assert Action.objects.count() == 0

    page.click("#confirm .btn-primary")
    page.wait_for_selector(".facts")
    assert Action.objects.count() == 5
    page.click(".btn-danger")
    page.click("#verb-form .btn-primary")
    page.wait_for_url(f"**{HERE}*/")
    assert (Action.objects.count(), ImportJob.objects.get().state) == (0, "undone")


def test_the_page_of_a_long_file_moves_on_by_itself_when_the_worker_is_done(submission, official, open_as):
    page = open_as(official)
    check(page, a_file(*(measure(number, due_on=soon()) for number in range(201))))
    expect_accessible(page)
    assert page.locator("progress").is_visible()

    check_import(ImportJob.objects.get().pk)
    page.wait_for_selector("#confirm")
    assert page.locator("progress").count() == 0
