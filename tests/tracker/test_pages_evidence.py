"""Evidence at the pages: brought, downloaded, taken out of account."""

import hashlib
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from tests import factories
from tests.files import pdf, png
from tests.reading import Reader, address
from tracker.models import Action, Evidence


def test_a_file_comes_back_as_it_was_brought_and_is_never_run(action, official, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    content = b"%PDF-1.7 <script>alert(1)</script> %%EOF"
    reader = Reader(official)
    reader.fill_in(
        address(action, "minh-chung/tep/"),
        file=SimpleUploadedFile("Quyết định 412.pdf", content),
        expected="",
    )
    piece = Evidence.objects.get()
    answer = reader.get(address(action, f"minh-chung/{piece.pk}/"))

    assert (
        b"".join(answer.streaming_content) == content and piece.sha256 == hashlib.sha256(content).hexdigest()
    )
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]


def test_a_file_that_is_gone_from_the_store_is_said_to_be_gone(action, official, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    reader = Reader(official)
    reader.fill_in(
        address(action, "minh-chung/tep/"), file=SimpleUploadedFile("a.pdf", b"%PDF-1.7 %%EOF"), expected=""
    )
    piece = Evidence.objects.get()
    piece.file.storage.delete(piece.file.name)

    assert reader.get(address(action, f"minh-chung/{piece.pk}/")).status_code == 409


def test_a_file_of_a_kind_nobody_asked_for_is_not_taken(action, official):
    page = Reader(official).fill_in(
        address(action, "minh-chung/tep/"), file=SimpleUploadedFile("tool.exe", b"MZ"), expected=""
    )

    assert page.status_code == 422
    assert not Evidence.objects.exists()


def test_removed_evidence_stays_readable_with_its_reason(action, official):
    reader = Reader(official)
    reader.fill_in(
        address(action, "minh-chung/lien-ket/"),
        url="https://haugiang.gov.vn/1",
        title="Bài đăng",
        expected="",
    )
    piece = Evidence.objects.get()
    reader.fill_in(address(action, f"minh-chung/{piece.pk}/go-bo/"), reason="Nhầm đường dẫn")

    assert "Nhầm đường dẫn" in reader.get(address(action)).content.decode()
    assert not Action.objects.get(pk=action.pk).live_evidence().exists()


@pytest.fixture
def brought(action, official, settings, tmp_path):
    """Attaches a file as Khởi; gives the address of its entry."""
    settings.MEDIA_ROOT = tmp_path

    def attach(file) -> str:
        piece = action.add_file(by=factories.actor(official), today=factories.SUMMER, file=file)
        return address(action, f"minh-chung/{piece.pk}/")

    return attach


@pytest.mark.parametrize(
    ("file", "media_type", "in_sandbox"), [(pdf, "application/pdf", False), (png, "image/png", True)]
)
def test_a_picture_and_a_pdf_open_in_the_browser_and_can_do_nothing_there(
    file, media_type, in_sandbox, brought, official
):
    answer = Reader(official).get(brought(file()) + "xem/")
    answer.close()
    policy = answer["Content-Security-Policy"]

    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (media_type, "nosniff")
    assert answer["Content-Disposition"].startswith("inline") and "no-store" in answer["Cache-Control"]
    assert "default-src 'none'" in policy and ("sandbox" in policy) == in_sandbox
    framed_by = ("'none'", "DENY") if in_sandbox else ("'self'", "SAMEORIGIN")
    assert f"frame-ancestors {framed_by[0]}" in policy and answer["X-Frame-Options"] == framed_by[1]


def test_other_kinds_are_only_saved(brought, official):
    memory = io.BytesIO()
    Document().save(memory)
    place = brought(SimpleUploadedFile("bao-cao.docx", memory.getvalue()))

    assert Reader(official).get(place + "xem/").status_code == 404
    assert Reader(official).status_of(place) == 200


def test_a_unit_that_coordinates_cannot_look_at_a_preview(brought, action, health, foreign_official):
    action.coordinating_units.add(health)

    assert Reader(foreign_official).get(brought(pdf()) + "xem/").status_code == 404


def test_whoever_takes_a_file_is_written_down_with_the_number_of_the_request(brought, inspector, caplog):
    place = brought(pdf())
    with caplog.at_level("INFO", logger="tracker.reading"):
        Reader(inspector).get(place, headers={"X-Request-ID": "request-of-minh"}).close()

    assert f"taken by user {inspector.pk} (page), request request-of-minh" in caplog.text


def test_a_file_of_60_megabytes_is_refused_kindly_and_nothing_of_it_is_kept(
    action, official, settings, tmp_path
):
    settings.MEDIA_ROOT = settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    reader, place = Reader(official), address(action, "minh-chung/tep/")
    answer = reader.fill_in(
        place, title="Chữ đã gõ", file=SimpleUploadedFile("a.pdf", bytes(60 * 1024 * 1024)), expected=""
    )

    assert answer.status_code == 422
    assert "20 MB" in answer.context["form"].errors["file"][0] and "Chữ đã gõ" in answer.content.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_body_that_no_form_has_is_not_read_at_all(official):
    reader = Reader(official)
    answer = reader.generic(
        "POST", "/dang-nhap/", b"--x\r\n", "multipart/form-data; boundary=x", CONTENT_LENGTH=5 * 10**9
    )

    assert answer.status_code == 413 and "20 MB" in answer.content.decode()


def test_a_new_piece_is_taken_to_prove_the_only_kind_that_is_missing(action, official):
    kinds = [action.expected_evidence.create(description=words) for words in ("Quyết định", "Ảnh chụp")]
    reader, place = Reader(official), address(action, "minh-chung/lien-ket/")
    assert reader.get(place).context["form"]["expected"].value() is None
    assert reader.get(f"{place}?expected={kinds[1].pk}").context["form"]["expected"].value() == str(
        kinds[1].pk
    )

    reader.fill_in(place, url="https://haugiang.gov.vn/", title="Trang tin", expected=kinds[0].pk)
    assert reader.get(place).context["form"]["expected"].value() == kinds[1].pk
    assert reader.get(address(action)).context["form"]["expected"].value() == kinds[1].pk


def test_lists_count_the_expected_kinds_that_are_there_and_not_the_pieces(action, official):
    action.expected_evidence.create(description="Quyết định")
    reader = Reader(official)
    for title in ("Trang tin", "Ảnh"):
        reader.fill_in(
            address(action, "minh-chung/lien-ket/"), url="https://haugiang.gov.vn/", title=title, expected=""
        )

    for page in ("/hanh-dong/", "/viec-cua-toi/"):
        text = reader.get(page).content.decode()
        assert "0/1" in text and "2/1" not in text
