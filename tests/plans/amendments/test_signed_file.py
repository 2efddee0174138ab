"""The scan of an amendment follows the same rule as the plan's: added with the issue or later, and then it stays."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import actor
from tests.files import PDF, pdf, png
from tests.reading import Reader, in_english, text
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event


@pytest.fixture
def issued(amendment, lines, by, paper):
    amendment.change(lines[0], **by, measure="Số hóa toàn bộ")
    amendment.issue(**by, **paper)
    return amendment


@pytest.fixture
def place(issued) -> str:
    return f"/ke-hoach/2022/dieu-chinh/{issued.pk}/ban-ky/"


def test_home_affairs_adds_it_after_the_issue_and_a_unit_takes_it(issued, place, home_affairs, head):
    in_english(home_affairs)
    desk = Reader(home_affairs)
    assert place in text(desk.get("/ke-hoach/2022/phien-ban/2/"))

    sent = desk.fill_in(place, signed_file=pdf("205-KH-UBND.pdf"))
    assert (sent.status_code, sent.url) == (303, f"/ke-hoach/2022/dieu-chinh/{issued.pk}/")
    answer = Reader(head).get(place)
    assert b"".join(answer.streaming_content) == PDF
    assert place in text(Reader(head).get("/ke-hoach/2022/phien-ban/2/"))


def test_its_sha256_and_a_line_of_history_are_kept(issued, by):
    issued.attach_signed_file(pdf("205-KH-UBND.pdf"), **by)

    issued.refresh_from_db()
    event = Event.objects.of(issued).last()
    assert issued.signed_sha256 == hashlib.sha256(PDF).hexdigest()
    assert (event.verb, event.reason) == ("file_attached", "205-KH-UBND.pdf")
    assert event.after["signed_sha256"] == issued.signed_sha256


def test_once_it_is_there_it_stays(issued, place, by, home_affairs):
    issued.attach_signed_file(pdf("một.pdf"), **by)

    with pytest.raises(Refused):
        issued.attach_signed_file(pdf("hai.pdf"), **by)
    late = {"signed_file": pdf("ba.pdf"), "version": issued.version, "idempotency": "of-a-second-officer"}
    assert Reader(home_affairs).post(place, late).status_code == 409
    issued.refresh_from_db()
    assert issued.signed_file_name == "một.pdf"


def test_before_the_issue_there_is_nothing_to_scan(amendment, by, home_affairs):
    with pytest.raises(Refused):
        amendment.attach_signed_file(pdf(), **by)
    assert Reader(home_affairs).status_of(f"/ke-hoach/2022/dieu-chinh/{amendment.pk}/ban-ky/") == 404


def test_those_who_do_not_issue_neither_add_it_nor_are_offered_to(issued, place, by, head, leader):
    for person in (head, leader):
        with pytest.raises(Refused):
            issued.attach_signed_file(pdf(), by=actor(person), today=by["today"])
        assert Reader(person).status_of(place) == 403
        assert place not in text(Reader(person).get("/ke-hoach/2022/phien-ban/2/"))


@pytest.mark.parametrize("file", [png(), SimpleUploadedFile("ký.pdf", b"<html>"), None])
def test_what_is_no_pdf_is_answered_beside_the_field(file, issued, by):
    with pytest.raises(Invalid) as refusal:
        issued.attach_signed_file(file, **by)

    issued.refresh_from_db()
    assert set(refusal.value.errors) == {"signed_file"} and not issued.signed_sha256


def test_whoever_read_an_older_state_adds_nothing(issued, by):
    with pytest.raises(Stale):
        issued.attach_signed_file(pdf(), **by, version=issued.version - 1)
