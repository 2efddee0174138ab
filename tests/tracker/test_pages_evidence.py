"""Evidence at the pages: brought, downloaded, taken out of account."""

import hashlib

from django.core.files.uploadedfile import SimpleUploadedFile

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
    reader.fill_in(address(action, "minh-chung/tep/"), file=SimpleUploadedFile("a.pdf", b"%PDF-1.7 %%EOF"), expected="")
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
