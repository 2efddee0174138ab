"""Evidence is a file, a document or a link; what is removed leaves its trace."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import SUMMER, actor
from tracker.errors import Invalid, Refused
from tracker.models import Event, Evidence

PDF = b"%PDF-1.4 %%EOF"


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_file_is_kept_under_a_secret_name_with_its_hash(action, official):
    action.add_file(by=actor(official), today=SUMMER, file=SimpleUploadedFile("Quyết định 412.pdf", PDF))

    evidence = Evidence.objects.get()
    assert evidence.sha256 == "4657fadcc41df8b592e7f31fa82da583513a1c8774bac5eed31f501fe20b5cbd"
    assert (evidence.file_name, evidence.size) == ("Quyết định 412.pdf", 14)
    with evidence.file.open() as kept:
        assert kept.read() == PDF
    assert "412" not in evidence.file.name


def test_a_document_from_the_future_is_refused(action, official):
    with pytest.raises(Invalid) as refusal:
        action.add_document(
            by=actor(official),
            today=SUMMER,
            number="1/QĐ",
            issued_on=date(2022, 8, 2),
            issuer="Sở",
            title="QĐ",
        )

    assert list(refusal.value.errors) == ["issued_on"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "congbao", "ftp://example.test/a"])
def test_only_web_addresses_are_links(address, action, official):
    with pytest.raises(Invalid) as refusal:
        action.add_link(by=actor(official), today=SUMMER, url=address, title="Trang")

    assert list(refusal.value.errors) == ["url"]


def test_an_empty_document_number_is_named(action, official):
    with pytest.raises(Invalid) as refusal:
        action.add_document(
            by=actor(official), today=SUMMER, number=" ", issued_on=SUMMER, issuer="Sở", title="QĐ"
        )

    assert list(refusal.value.errors) == ["number"]


def test_removed_evidence_no_longer_counts_but_stays_in_the_history(action, official):
    evidence = action.add_link(
        by=actor(official), today=SUMMER, url="https://portal.example.test/a", title="Trang"
    )

    action.remove_evidence(evidence, by=actor(official), today=SUMMER, reason="Nhầm trang")

    assert not action.live_evidence().exists()
    assert Evidence.objects.get().removal_reason == "Nhầm trang"
    assert Event.objects.of(action).last().reason == "Trang: Nhầm trang"


def test_evidence_of_a_reported_action_cannot_be_taken_away(reported, official):
    with pytest.raises(Refused):
        reported.remove_evidence(reported.evidence.get(), by=actor(official), today=SUMMER, reason="Đổi ý")

    assert reported.live_evidence().exists()
