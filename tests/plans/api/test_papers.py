"""Official papers through the API: asked for, looked after, fetched."""

from datetime import timedelta

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


def test_a_version_of_the_plan_is_asked_for_by_its_number(snv, issued):
    asked = snv.change(f"{PLAN}papers/", kind="plan", format="docx", plan_version=1)
    missing = snv.change(f"{PLAN}papers/", kind="plan", format="docx", plan_version=2)
    other = snv.change(f"{PLAN}papers/", kind="progress", format="docx", plan_version=1)

    assert (asked.status_code, missing.status_code, other.status_code) == (202, 400, 409)
    assert list(missing.json()) == ["plan_version"]
    assert PaperJob.objects.get().plan_version.number == 1


def test_an_amendment_in_preparation_is_for_a_unit_as_if_it_were_not_there(snv, unit, issued):
    begun = snv.change(f"{PLAN}amendments/", issued.version, reason="Bão lũ").json()
    words = {"kind": "amendment", "format": "docx"}
    there = unit.change(f"{PLAN}papers/", **words, amendment=begun["id"])
    nowhere = unit.change(f"{PLAN}papers/", **words, amendment=begun["id"] + 1)

    told = [(answer.status_code, list(answer.json())) for answer in (there, nowhere)]
    assert told == [(400, ["amendment"])] * 2
    assert snv.change(f"{PLAN}papers/", **words, amendment=begun["id"]).status_code == 202


def test_the_report_is_of_the_day_asked_for(snv, issued):
    asked = snv.change(f"{PLAN}papers/", kind="progress", format="pdf", on="2022-08-01")

    assert asked.json()["on"] == PaperJob.objects.get().on.isoformat() == "2022-08-01"


def test_what_no_worker_writes_is_written_when_asked_for_once(snv, unit, asked, issued):
    address = f"{PLAN}papers/{asked.json()['id']}/"
    PaperJob.objects.update(beat_at=timezone.now() - timedelta(minutes=1))
    assert snv.read(address).json()["has_stopped"]
    written = snv.change(f"{address}writing/")
    again = snv.change(f"{address}writing/")

    assert (written.status_code, written.json()["state"], written.json()["has_stopped"]) == (
        200,
        "ready",
        False,
    )
    assert again.json() == written.json()
    assert unit.change(f"{address}writing/").status_code == 404


def test_after_a_day_the_file_is_gone(snv, asked):
    job = PaperJob.objects.get()
    job.build(today=calendar.today(), now=timezone.now())
    PaperJob.objects.update(ready_at=timezone.now() - timedelta(hours=24, seconds=1))

    assert snv.read(f"{PLAN}papers/{job.pk}/file/").status_code == 404
    assert not snv.read(f"{PLAN}papers/{job.pk}/").json()["has_file"]
