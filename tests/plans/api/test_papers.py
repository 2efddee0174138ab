"""Official papers through the API: asked for, looked after, fetched."""

import pytest
from django.utils import timezone

from plans.models import PaperJob
from tests.plans.api.conftest import PLAN
from tracker import calendar


@pytest.fixture
def asked(snv, draft):
    return snv.change(f"{PLAN}papers/", kind="plan", format="docx")


def test_a_paper_is_asked_for_and_fetched_when_it_is_written(snv, asked):
    address = f"{PLAN}papers/{asked.json()['id']}/"
    before = snv.read(address).json()
    waiting = snv.read(f"{address}file/").status_code
    PaperJob.objects.get().build(today=calendar.today(), now=timezone.now())
    after, file = snv.read(address).json(), snv.read(f"{address}file/")

    assert (asked.status_code, before["state"], before["has_file"], waiting) == (202, "waiting", False, 404)
    assert (after["state"], after["has_file"], after["trouble"]) == ("ready", True, "")
    assert b"".join(file.streaming_content)[:2] == b"PK"
    file.close()


def test_asked_with_one_key_it_is_one_paper(snv, draft):
    answers = [
        snv.change(f"{PLAN}papers/", None, "the-paper-1", kind="plan", format="docx") for _ in range(2)
    ]

    assert answers[0].json() == answers[1].json()
    assert PaperJob.objects.count() == 1


def test_a_unit_finds_only_what_it_asked_for_itself(snv, unit, asked, issued):
    own = unit.change(f"{PLAN}papers/", kind="plan", format="pdf").json()

    assert [row["id"] for row in unit.read(f"{PLAN}papers/").json()["results"]] == [own["id"]]
    assert unit.read(f"{PLAN}papers/{asked.json()['id']}/").status_code == 404
    assert unit.read(f"{PLAN}papers/{asked.json()['id']}/file/").status_code == 404
    assert len(snv.read(f"{PLAN}papers/").json()["results"]) == 2


def test_a_unit_asks_for_its_own_report_and_for_no_other(unit, draft):
    own = unit.change(f"{PLAN}papers/", kind="submission", format="docx", submission="STNMT")
    other = unit.change(f"{PLAN}papers/", kind="submission", format="docx", submission="SYT")

    assert (own.status_code, other.status_code, list(other.json())) == (202, 400, ["submission"])


@pytest.mark.parametrize(
    ("words", "status"),
    [({"kind": "plan", "format": "odt"}, 400), ({"kind": "poem", "format": "docx"}, 400), ({"kind": "plan"}, 400),
     ({"kind": "progress", "format": "docx", "on": "2999-01-01"}, 400),
     ({"kind": "amendment", "format": "docx", "amendment": 99}, 400),
     ({"kind": "submission", "format": "docx"}, 409), ({"kind": "plan", "format": "docx", "unit": "x"}, 400)],
)  # fmt: skip
def test_a_paper_that_cannot_be_written_is_refused(words, status, snv, draft):
    assert snv.change(f"{PLAN}papers/", **words).status_code == status


def test_a_paper_of_a_draft_is_not_for_a_unit(unit, draft):
    assert unit.change(f"{PLAN}papers/", kind="plan", format="docx").status_code == 409
