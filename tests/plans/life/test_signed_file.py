"""The signed paper: added when the issue is recorded or later, taken by everybody who reads the plan."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import ISSUED, actor
from tests.files import PDF, pdf, png
from tests.plans.life.steps import PAGE
from tests.reading import Reader
from tracker.errors import Invalid, Refused

FILE = f"{PAGE}ban-ky/"


@pytest.fixture
def scanned(issued, home_affairs):
    issued.attach_signed_file(pdf("KH 118 (ký số).pdf"), by=actor(home_affairs), today=ISSUED)
    return issued


def test_a_unit_downloads_it_and_the_browser_never_runs_it(scanned, official, caplog):
    with caplog.at_level(logging.INFO, logger="tracker.reading"):
        answer = Reader(official).get(FILE)

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], "sandbox" in answer["Content-Security-Policy"]) == (
        "nosniff",
        True,
    )
    assert f"user {official.pk}" in caplog.text


def test_home_affairs_adds_it_on_its_page_after_the_issue(issued, home_affairs):
    reader = Reader(home_affairs)

    assert reader.fill_in(FILE, signed_file=pdf()).status_code == 303
    issued.refresh_from_db()
    assert issued.signed_sha256 and FILE in reader.get(PAGE).content.decode()


def test_before_it_is_there_a_unit_finds_nothing_to_download(issued, official):
    assert Reader(official).get(FILE).status_code == 403


def test_a_plan_that_is_not_issued_has_no_signed_paper(with_committee, home_affairs, official):
    assert Reader(home_affairs).get(FILE).status_code == 404
    assert Reader(official).get(FILE).status_code == 404


def test_once_it_is_there_it_stays(scanned, home_affairs):
    with pytest.raises(Refused):
        scanned.attach_signed_file(pdf(), by=actor(home_affairs), today=ISSUED)


@pytest.mark.parametrize(
    "file",
    [png(), SimpleUploadedFile("ký.pdf", b"<html>"), SimpleUploadedFile("ký.pdf", b""), png("ảnh.pdf")],
)
def test_what_is_no_pdf_is_refused_with_a_word_beside_the_field(file, issued, home_affairs):
    with pytest.raises(Invalid) as refusal:
        issued.attach_signed_file(file, by=actor(home_affairs), today=ISSUED)

    issued.refresh_from_db()
    assert list(refusal.value.errors) == ["signed_file"] and not issued.signed_file
