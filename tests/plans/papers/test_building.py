"""Writing a paper that was asked for: the file, its fingerprint, its end, and what goes wrong."""

import hashlib
import io
from datetime import timedelta

import openpyxl
import pytest
from django.db import connections
from django.utils import timezone

from plans.models import PaperJob, PaperTemplate
from plans.models.papers.progress import progress_of
from plans.tasks import forget_papers, write_paper
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.papers.pdf_reader import fonts_of, pages_of
from tests.plans.papers.templates import template
from tests.plans.word_reader import lines_of
from tracker.models import Membership

NOW = timezone.now()


def asked(kind, who, review, format="docx", **about) -> PaperJob:
    return PaperJob.ask(kind, format, by=actor(who), today=SUMMER, now=NOW, review=review, **about)


def built(kind, who, review, format="docx", **about) -> PaperJob:
    job = asked(kind, who, review, format, **about)
    job.build(today=SUMMER, now=NOW)
    return job


def content(job: PaperJob) -> bytes:
    with job.file.open("rb") as file:
        return file.read()


def test_a_written_paper_has_a_name_a_size_and_a_fingerprint(draft, review, home_affairs):
    job = built("plan", home_affairs, review)
    paper = content(job)

    assert (job.state, job.file_name, job.size) == ("ready", "Ke-hoach-2022-du-thao.docx", len(paper))
    assert job.sha256 == hashlib.sha256(paper).hexdigest()
    assert "KẾ HOẠCH" in lines_of(paper)


def test_the_plan_as_pdf_has_an_annex_across_and_only_our_font(issued, review, home_affairs):
    job = built("plan", home_affairs, review, "pdf")
    paper = content(job)

    assert job.file_name == "Ke-hoach-2022-118-KH-UBND.pdf"
    assert fonts_of(paper) == {"LiberationSerif"}
    pages = pages_of(paper)
    assert (pages[0], pages[-2:], pages.count("across")) == ("upright", ["across", "upright"], 1)


def test_the_same_paper_of_the_same_day_is_the_same_file(issued, review, home_affairs, second_home_affairs):
    papers = {built("progress", who, review, "pdf").sha256 for who in (home_affairs, second_home_affairs)}

    assert len(papers) == 1


def test_the_annex_as_excel_has_dates_and_numbers_and_no_formulas(draft, review, home_affairs):
    draft.items.update(points_lost="0.50", measure="=1+1 rà soát")
    sheet = openpyxl.load_workbook(io.BytesIO(content(built("plan", home_affairs, review, "xlsx"))))[
        "Phụ lục I"
    ]
    line = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}

    assert (line["TT"].value, line["Điểm trừ"].value) == (1, 0.5)
    assert line["Thời hạn"].value.date() == factories.DUE and line["Thời hạn"].number_format == "dd/mm/yyyy"
    assert (line["Nhiệm vụ, giải pháp"].value, line["Nhiệm vụ, giải pháp"].data_type) == ("=1+1 rà soát", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.page_setup.orientation) == (
        "A2",
        "A1:M2",
        "landscape",
    )


def test_written_once_it_stays_as_it_is(draft, review, home_affairs):
    job = built("plan", home_affairs, review)
    first = job.file.name
    draft.items.update(measure="Việc khác")
    job.build(today=SUMMER, now=NOW)

    assert PaperJob.objects.get().file.name == first


def test_who_lost_the_right_meanwhile_does_not_get_the_paper(draft, review, home_affairs):
    job = asked("plan", home_affairs, review)
    Membership.objects.filter(user=home_affairs).update(valid_to=SUMMER - timedelta(days=1))
    job.build(today=SUMMER, now=NOW)

    assert (job.state, job.file.name) == ("failed", "")
    assert job.trouble


def test_a_template_that_real_words_break_is_named(draft, review, home_affairs):
    broken = template("plan", body="{{ chapters[0].no_such_thing }}")
    PaperTemplate.objects.create(kind="plan", file=broken, file_name="mau-cua-so.docx", sha256="0" * 64,
                                 uploaded_by=home_affairs, uploaded_at=NOW)  # fmt: skip
    job = built("plan", home_affairs, review)

    assert job.state == "failed"
    assert "mau-cua-so.docx" in job.trouble


def test_a_paper_that_failed_can_be_asked_for_again(draft, review, home_affairs):
    Membership.objects.filter(user=home_affairs).update(valid_to=None)
    failed = asked("plan", home_affairs, review)
    PaperJob.objects.update(state="failed")

    assert built("plan", home_affairs, review) != failed


def test_files_go_after_a_day_and_the_entry_stays(draft, review, home_affairs):
    job = built("plan", home_affairs, review)
    assert job.has_file(NOW + timedelta(hours=23)) and not job.has_file(NOW + timedelta(hours=24))

    PaperJob.objects.update(ready_at=NOW - timedelta(hours=25))
    stored, place = job.file.storage, job.file.name
    forget_papers()
    assert not stored.exists(place)
    assert (PaperJob.objects.get().state, PaperJob.objects.get().file.name) == ("ready", "")


def test_a_job_nobody_works_on_says_so(draft, review, home_affairs):
    job = asked("plan", home_affairs, review)

    assert not job.has_stopped(NOW + timedelta(seconds=20))
    assert job.has_stopped(NOW + timedelta(seconds=21))


@pytest.mark.django_db(transaction=True)
def test_others_see_how_far_the_paper_is_while_it_is_written(draft, review, home_affairs):
    job, seen = asked("plan", home_affairs, review), []
    with progress_of(job) as tell:
        tell(7, 12)
        seen.append(PaperJob.objects.values_list("state", "done", "total").get())

    assert seen == [("building", 7, 12)]


@pytest.mark.django_db(transaction=True)
def test_the_worker_writes_it_and_a_worker_that_comes_twice_does_nothing(draft, review, home_affairs):
    job = asked("plan", home_affairs, review)
    write_paper(job.pk)
    first = PaperJob.objects.get()
    write_paper(job.pk)

    assert (first.state, PaperJob.objects.get().file.name) == ("ready", first.file.name)
    assert first.done == first.total > 0
    connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_what_a_dead_worker_began_is_gone_on_with(draft, review, home_affairs):
    job = asked("plan", home_affairs, review)
    PaperJob.objects.update(state="building", done=3, total=9)
    job.build(today=SUMMER, now=NOW)

    assert PaperJob.objects.get().state == "ready"


def test_the_report_of_a_past_day_tells_how_things_stood_then(issued, action, review, official, home_affairs):
    action.refresh_from_db()
    late, by = factories.DUE + timedelta(days=10), actor(official)
    action.add_document(by=by, today=late, number="12/BC", issued_on=late, issuer="STNMT", title="Báo cáo")
    action.report(by=by, today=late, note="", delay_cause="Thiếu máy quét")
    action.verify(by=actor(home_affairs), today=late)

    def told(on) -> str:
        job = PaperJob.ask(
            "progress", "docx", by=actor(home_affairs), today=late, now=NOW, review=review, on=on
        )
        job.build(today=late, now=NOW)
        return "\n".join(lines_of(content(job)))

    assert "- Chưa hoàn thành, quá hạn: 1 biện pháp (100,0%)." in told(factories.DUE + timedelta(days=3))
    assert "- Hoàn thành quá hạn: 1 biện pháp (100,0%);" in told(late)
    days = [f"{on:%d/%m/%Y}" for on in (late, factories.DUE + timedelta(days=3))]
    assert [job.name.split()[-1] for job in PaperJob.objects.all()] == days
