"""Evidence through the API: documents, links, files; removal with a trace."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.calling import Caller
from tracker.models import Evidence

DOCUMENT = {"number": "12/QĐ", "issued_on": "2022-08-01", "issuer": "UBND", "title": "Quyết định"}


@pytest.fixture(autouse=True)
def files_in_a_folder_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def bring(action, official):
    """Sends a file as its owner would."""

    def send(name="bao-cao.pdf", content=b"%PDF-1.7 %%EOF", **words):
        address = f"/api/v1/actions/{action.ref}/evidence/files/"
        sent = {"file": SimpleUploadedFile(name, content), **words}
        return Caller(official).post(
            address, sent, headers={"If-Match": f'"{action.version}"', "Idempotency-Key": "the-file-1"}
        )

    return send


def test_a_file_is_kept_with_its_digest_and_read_back(bring, action, official):
    answer = bring(title="Báo cáo")
    evidence = answer.json()["evidence"]

    assert (answer.status_code, evidence["kind"], evidence["size"], len(evidence["sha256"])) == (
        201,
        "file",
        14,
        64,
    )
    assert evidence["media_type"] == "application/pdf"
    content = Caller(official).read(f"actions/{action.ref}/evidence/{evidence['id']}/content/")
    assert b"".join(content.streaming_content) == b"%PDF-1.7 %%EOF"
    content.close()
    assert content["Content-Disposition"] == 'attachment; filename="bao-cao.pdf"'


def test_a_file_sent_twice_with_one_key_is_one_piece(bring):
    assert bring().json() == bring().json()
    assert bring(content=b"another").status_code == 422
    assert Evidence.objects.count() == 1


def test_a_file_larger_than_20_megabytes_is_refused(bring):
    assert bring(content=b"x" * (20 * 1024 * 1024 + 1)).json().keys() == {"file"}
    assert bring(content=b"x" * (22 * 1024 * 1024)).status_code == 413


def test_a_program_is_no_evidence(bring):
    answer = bring(name="virus.exe")

    assert (answer.status_code, list(answer.json())) == (400, ["file"])


@pytest.mark.parametrize(
    ("kind", "words", "field"),
    [("documents", DOCUMENT | {"issued_on": "2022-02-30"}, "issued_on"),
     ("documents", DOCUMENT | {"issued_on": "9999-12-31"}, "issued_on"),
     ("documents", DOCUMENT | {"number": "x" * 61}, "number"),
     ("documents", DOCUMENT | {"expected": 10**18}, "expected"),
     ("documents", DOCUMENT | {"expected": 10**30}, "expected"),
     ("documents", DOCUMENT | {"title": "\u0958" * 160}, "title"),
     ("links", {"url": "javascript:alert(1)", "title": "x"}, "url"), ("links", {"url": "https://a.vn"}, "title")],
)  # fmt: skip
def test_unsound_evidence_is_refused_by_field(kind, words, field, action, official):
    answer = Caller(official).change(f"actions/{action.ref}/evidence/{kind}/", action.version, **words)

    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_removed_evidence_stays_readable_as_removed(action, official):
    caller, address = Caller(official), f"actions/{action.ref}/evidence/"
    added = caller.change(
        f"{address}links/", action.version, url="https://haugiang.gov.vn/a", title="Cổng thông tin"
    ).json()

    removed = caller.change(
        f"{address}{added['evidence']['id']}/removal/", added["version"], reason="Sai liên kết."
    )

    assert removed.status_code == 200
    rows = caller.read(address).json()["results"]
    assert [(row["title"], row["removal_reason"], bool(row["removed_at"])) for row in rows] == [
        ("Cổng thông tin", "Sai liên kết.", True)
    ]


def test_evidence_that_does_not_exist_is_a_404(action, official):
    answer = Caller(official).change(
        f"actions/{action.ref}/evidence/999999999999999999999/removal/", action.version, reason="x"
    )

    assert answer.status_code == 404
