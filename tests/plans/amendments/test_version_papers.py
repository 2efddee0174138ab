"""A frozen version as a paper: what it said then, whatever was changed, renamed or corrected since."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.html import strip_tags

from plans import papers
from plans.models import PaperJob
from plans.papers.catalogue import PAPERS
from tests.factories import SUMMER, actor
from tests.plans.word_reader import annex_of, lines_of
from tests.reading import Reader, in_english
from tracker.models import IndexResult


@pytest.fixture
def versions(amendment, lines, late_action, by, paper):
    """Version 1 as issued, version 2 with one line changed, one withdrawn, one added; then things move on."""
    amendment.change(
        lines[0], **by, reason="Chờ kinh phí", measure="Số hóa toàn bộ", due_on=date(2022, 9, 30)
    )
    amendment.withdraw(lines[1], **by, reason="Trùng nhiệm vụ")
    amendment.add(late_action, **by, reason="Bổ sung theo đề nghị của Sở")
    amendment.issue(**by, **paper)
    return list(amendment.plan.versions.order_by("number"))


def word_of(subject) -> bytes:
    return papers.written(PAPERS["plan"], "docx", subject, SUMMER)


def rows_of(subject) -> list[list[str]]:
    """The numbered lines of Annex I."""
    rows = [[cell.text for cell in row.cells] for row in annex_of(word_of(subject)).rows]
    return [cells for cells in rows if re.fullmatch(r"\d+[a-z]?", cells[0])]


def test_each_version_prints_its_own_lines(versions):
    first, second = versions

    assert [(row[0], row[5], row[8]) for row in rows_of(first)] == [
        (line["number"], line["measure"], "Chậm nhất ngày 31/8/2022") for line in first.content
    ]
    assert [(row[0], row[5]) for row in rows_of(second)] == [
        (line["number"], line["measure"]) for line in second.content
    ]
    assert rows_of(second)[0][8] == "Chậm nhất ngày 30/9/2022"


def test_the_paper_of_a_version_says_what_its_page_says(versions, home_affairs):
    in_english(home_affairs)
    for version in versions:
        page = " ".join(strip_tags(Reader(home_affairs).get(address(version)).text).split())
        for row in rows_of(version):
            assert row[5] in page and row[2] in page and row[6] in page


def test_what_is_renamed_or_corrected_later_changes_no_version(versions, plan, environment, review):
    before = [word_of(version) for version in versions]

    environment.name_vi = "Sở Nông nghiệp và Môi trường"
    environment.save()
    plan.items.update(measure="Viết lại trong cơ sở dữ liệu", weakness_statement="Khác")
    IndexResult.objects.create(review=review, index=plan.items.first().index, value=Decimal("1.00"), scale=100,
                               unit_label="điểm")  # fmt: skip

    assert [word_of(version) for version in versions] == before


def test_the_plan_itself_prints_its_version_in_force(versions, plan):
    assert rows_of(plan) == rows_of(versions[1])
    assert "Phiên bản 2" in " ".join(lines_of(word_of(plan)))


def test_the_paper_says_which_version_it_is_and_which_one_is_in_force(versions):
    first, second = (" ".join(lines_of(word_of(version))) for version in versions)

    assert (
        "(Phiên bản 1, ban hành theo Kế hoạch số 118/KH-UBND ngày 15 tháng 7 năm 2022; "
        "hiện hành là phiên bản 2)" in first
    )
    assert (
        "(Phiên bản 2, đã được điều chỉnh, bổ sung đến Kế hoạch số 205/KH-UBND ngày 01 tháng 8 năm 2022)"
        in second
    )
    assert "được điều chỉnh, bổ sung tại Kế hoạch số 205/KH-UBND ngày 01 tháng 8 năm 2022)" in second
    assert "205/KH-UBND" not in first


def test_a_plan_that_was_never_amended_reads_as_it_was_signed(plan):
    assert "Phiên bản" not in " ".join(lines_of(word_of(plan)))
    assert "Phiên bản 1" in " ".join(lines_of(word_of(plan.versions.get())))


def test_a_version_of_which_only_the_lines_were_frozen_says_that_the_rest_is_of_today(plan):
    said = "các phần khác in theo dữ liệu hiện nay"
    first = plan.versions.get()
    for subject in (first, plan):
        assert said not in " ".join(lines_of(word_of(subject)))

    kept = {"number": 2, "frozen_on": SUMMER, "content": first.content, "sha256": first.sha256}
    for subject in (
        plan.versions.create(**kept),
        plan,
    ):  # as those frozen before anything stood around the lines
        assert said in " ".join(lines_of(word_of(subject)))
        facts = openpyxl.load_workbook(BytesIO(papers.written(PAPERS["plan"], "xlsx", subject, SUMMER)))
        assert said in facts.worksheets[-1]["B2"].value


def test_the_workbook_holds_the_frozen_lines_and_says_which_version_they_are(versions):
    book = openpyxl.load_workbook(BytesIO(papers.written(PAPERS["plan"], "xlsx", versions[0], SUMMER)))

    assert [row[6] for row in book["Phụ lục I"].iter_rows(min_row=2, values_only=True)] == [
        line["measure"] for line in versions[0].content
    ]
    assert book.worksheets[-1]["B2"].value.startswith("Phiên bản 1, ")


def test_one_click_on_the_page_of_a_version_asks_for_its_paper(versions, official):
    in_english(official)
    reader = Reader(official)
    page = reader.get(address(versions[0])).text
    assert 'name="plan_version" value="1"' in page

    answer = reader.post("/van-ban/2022/plan/", {"format": "docx", "plan_version": "1"})
    assert answer.status_code == 303
    job = PaperJob.objects.get()
    job.build(today=SUMMER, now=timezone.now())
    assert job.file_name == "Ke-hoach-2022-118-KH-UBND-phien-ban-1.docx"
    assert "version 1" in reader.get(answer["Location"]).text
    assert 'name="plan_version" value="1"' in _gone(job, reader, answer["Location"])


def test_a_version_that_is_not_there_is_refused_with_words(versions, official):
    reader = Reader(official)

    assert reader.post("/van-ban/2022/plan/", {"format": "docx", "plan_version": "7"}).status_code == 422
    assert not PaperJob.objects.exists()


def test_the_last_paper_of_the_plan_is_not_one_of_an_older_version(versions, home_affairs, review):
    job = PaperJob.ask("plan", "docx", by=actor(home_affairs), today=SUMMER, now=timezone.now(), review=review,
                       plan_version=versions[0])  # fmt: skip
    job.build(today=SUMMER, now=timezone.now())

    page = Reader(home_affairs).get("/van-ban/2022/").text
    assert page.count(f"/van-ban/viec/{job.pk}/") == 1  # among those asked for lately


def test_the_command_writes_a_version(versions, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    call_command("write_plan", "2021", "--plan-version", "1")

    written = (tmp_path / "ke-hoach-2021-phien-ban-1.docx").read_bytes()
    assert "(Phiên bản 1, " in " ".join(lines_of(written))
    with pytest.raises(CommandError, match=r"The plan has no version 3\. Known versions: 1, 2\."):
        call_command("write_plan", "2021", "--plan-version", "3")


def address(version) -> str:
    return f"/ke-hoach/2022/phien-ban/{version.number}/"


def _gone(job, reader, place) -> str:
    """The page once the file was removed: it offers to write the same again."""
    PaperJob.objects.filter(pk=job.pk).update(file="")
    return reader.get(place).text
