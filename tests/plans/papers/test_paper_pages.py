"""The pages of the papers: asked for, looked at, fetched; and what another unit does not find."""

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from plans.models import PaperJob, PaperTemplate, Submission
from tests.factories import actor
from tests.plans.papers.templates import template
from tests.reading import Reader, in_english

ASK = "/van-ban/2022/plan/"


@pytest.fixture
def bình(draft, english, home_affairs):
    return Reader(home_affairs)


def job_of(answer) -> PaperJob:
    assert answer.status_code == 303
    return PaperJob.objects.get(pk=int(answer["Location"].split("/")[-2]))


def built(reader, **asked) -> PaperJob:
    job = job_of(reader.post(ASK, {"format": "docx"} | asked))
    reader.post(f"/van-ban/viec/{job.pk}/tiep-tuc/")
    return PaperJob.objects.get(pk=job.pk)


def test_one_click_asks_and_the_page_leads_to_the_file(bình):
    page = bình.get("/van-ban/2022/")
    assert f'action="{ASK}"' in page.text and 'value="pdf"' in page.text

    job = built(bình)
    assert f"/van-ban/viec/{job.pk}/tep/" in bình.get(f"/van-ban/viec/{job.pk}/").text
    assert job.sha256 in bình.get(f"/van-ban/viec/{job.pk}/").text


def test_the_papers_belong_to_the_plan_in_the_navigation(bình):
    for address in ("/van-ban/2022/", "/ke-hoach/2022/"):
        assert 'href="/ke-hoach/" data-key="k" aria-current="page"' in bình.get(address).text


def test_what_was_chosen_of_a_paper_is_not_offered_again_as_unsaved(bình):
    assert 'id="verb-form" novalidate' in bình.get(ASK).text


def test_the_file_is_saved_never_run_and_kept_by_no_cache(bình):
    job = built(bình)
    answer = bình.get(f"/van-ban/viec/{job.pk}/tep/")

    assert answer["Content-Disposition"] == 'attachment; filename="Ke-hoach-2022-du-thao.docx"'
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == job.sha256


def test_while_it_is_written_the_page_asks_again_and_then_stops(bình):
    job = job_of(bình.post(ASK, {"format": "pdf"}))
    waiting = bình.get(f"/van-ban/viec/{job.pk}/tien-do/", {"asked": "4"}).text
    assert "asked=5" in waiting and "load delay:1s" in waiting and "meta" not in waiting

    job.build(today=timezone.localdate(), now=timezone.now())
    ready = bình.get(f"/van-ban/viec/{job.pk}/tien-do/").text
    assert "hx-get" not in ready and "/tep/" in ready


def test_without_javascript_the_page_looks_again_by_itself(bình):
    job = job_of(bình.post(ASK, {"format": "pdf"}))
    page = bình.get(f"/van-ban/viec/{job.pk}/").text

    assert '<noscript><meta http-equiv="refresh"' in page and "Look again" in page


def test_when_the_worker_does_not_come_the_page_offers_to_go_on(bình):
    job = job_of(bình.post(ASK, {"format": "docx"}))
    PaperJob.objects.update(beat_at=timezone.now() - timedelta(minutes=1))
    assert "Go on now" in bình.get(f"/van-ban/viec/{job.pk}/").text

    bình.post(f"/van-ban/viec/{job.pk}/tiep-tuc/")
    assert PaperJob.objects.get().state == "ready"


def test_a_file_older_than_a_day_is_not_given_and_can_be_written_again(bình):
    job = built(bình)
    PaperJob.objects.update(ready_at=timezone.now() - timedelta(hours=25))

    assert bình.get(f"/van-ban/viec/{job.pk}/tep/").status_code == 409
    assert "Write it again" in bình.get(f"/van-ban/viec/{job.pk}/").text


def test_another_units_paper_does_not_exist(review, weakness, english, official, foreign_official):
    owner, other = Reader(official), Reader(foreign_official)
    asked = owner.post("/van-ban/2022/submission/", {"format": "pdf", "submission": "STNMT"})
    job = job_of(asked)

    for part in ("", "tien-do/", "tep/"):
        assert other.get(f"/van-ban/viec/{job.pk}/{part}").status_code == 404
    assert other.post(f"/van-ban/viec/{job.pk}/tiep-tuc/").status_code == 404
    assert (
        other.post("/van-ban/2022/submission/", {"format": "pdf", "submission": "STNMT"}).status_code == 422
    )
    assert "STNMT" not in other.get("/van-ban/2022/").text


def test_a_unit_finds_its_own_report_and_nothing_of_the_draft(draft, english, official):
    page = Reader(official).get("/van-ban/2022/")

    assert 'value="STNMT"' in page.text
    assert f'action="{ASK}"' not in page.text
    assert Reader(official).post(ASK, {"format": "docx"}).status_code == 409


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({}, "Choose a format."),
        ({"format": "exe"}, "exe is not one of"),
        ({"format": "pdf", "on": "31/2/2022"}, "Write the date"),
        ({"format": "pdf", "on": "1/1/2999"}, "has not come yet"),
    ],
)
def test_what_cannot_be_asked_for_is_told_beside_its_field(words, told, bình):
    answer = bình.post("/van-ban/2022/progress/", words)

    assert answer.status_code == 422 and told in answer.text
    assert not PaperJob.objects.exists()


def test_papers_that_do_not_exist_are_not_found(bình):
    assert bình.get("/van-ban/2022/no-such-paper/").status_code == 404
    assert bình.get("/van-ban/2022/chase/").status_code == 404
    assert bình.get("/van-ban/1999/plan/").status_code == 404


def test_home_affairs_brings_a_template_reads_its_tags_and_restores_the_built_in(bình):
    page = bình.get("/van-ban/mau/plan/")
    assert "row.points_lost" in page.text and "the remedial measure" in page.text

    assert bình.fill_in("/van-ban/mau/plan/", file=template(body="{{ provinse }}")).status_code == 422
    assert bình.fill_in("/van-ban/mau/plan/", file=template()).status_code == 303
    assert "mau-cua-so.docx" in bình.get("/van-ban/mau/").text
    assert (
        bình.status_of("/van-ban/mau/plan/tep/") == bình.status_of("/van-ban/mau/plan/tep/?built-in=1") == 200
    )

    assert bình.fill_in("/van-ban/mau/plan/mac-dinh/").status_code == 303
    assert PaperTemplate.in_use("plan") is None


def test_templates_are_closed_to_everybody_else(draft, official, leader, inspector):
    in_english(official, leader, inspector)

    for who in (official, leader, inspector):
        for place in ("", "plan/", "plan/tep/", "plan/mac-dinh/"):
            assert Reader(who).get(f"/van-ban/mau/{place}").status_code == 403


def test_whoever_watches_chooses_the_unit(bình, weakness):
    page = bình.get("/van-ban/2022/submission/").text
    assert "Department of Environment" in page and "Department of Health" in page

    job = job_of(bình.post("/van-ban/2022/submission/", {"format": "docx", "submission": "STNMT"}))
    assert job.submission == Submission.objects.get(unit__code="STNMT")
    assert actor(job.asked_by).is_home_affairs
