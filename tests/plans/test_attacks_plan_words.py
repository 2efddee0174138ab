"""Words made to do harm stand on every paper, in every workbook and on every page of the plan as plain words."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from plans.models import Amendment, PaperJob
from plans.papers.catalogue import PAPERS
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.word_reader import lines_of
from tests.reading import Reader
from tracker.models import Action, Unit, Weakness

HARM = "=HYPERLINK(1) <w:br/><script>alert(1)</script> & {{ 7*7 }} {% if x %} {# #panic(1) \\ $a$ *b* ]]>"
HIDDEN = f"\x01{HARM}"
NOW, LATE = timezone.now(), date(2022, 9, 15)


@pytest.fixture(autouse=True)
def a_store_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def amended(action, review, official, home_affairs):
    """An issued plan whose every word is harmful, and an amendment of it that is not issued yet."""
    Unit.objects.filter(code="STNMT").update(name_vi=HARM)
    Weakness.objects.update(title=HARM, statement=HIDDEN)
    Action.objects.update(statement=HIDDEN, expected_output=HARM, delay_cause=HARM)
    action.weakness.add_cause(by=actor(official), today=factories.IN_JUNE, kind="internal", statement=HIDDEN)
    plan = factories.issued_plan(review, home_affairs)
    plan.items.update(note=HIDDEN, causes=HARM)
    amendment = Amendment.begin(plan, by=actor(home_affairs), today=SUMMER, reason=HARM)
    amendment.change(
        plan.items.get(), by=actor(home_affairs), today=SUMMER, measure=f"{HARM} rõ hơn", reason=HARM
    )
    return amendment


def written(kind, format, amendment, home_affairs, review) -> bytes:
    about = {"amendment": amendment} if kind == "amendment" else {}
    about |= {"submission": review.submissions.get(unit__code="STNMT")} if kind == "submission" else {}
    job = PaperJob.ask(kind, format, by=actor(home_affairs), today=LATE, now=NOW, review=review, **about)
    job.build(today=LATE, now=NOW)
    assert job.state == "ready", job.trouble
    with job.file.open() as file:
        return file.read()


KINDS = ["plan", "sending", "synthesis", "submission", "progress", "amendment"]


@pytest.mark.parametrize("kind", KINDS)
def test_in_word_they_are_words(kind, amended, home_affairs, review):
    found = " ".join(lines_of(written(kind, "docx", amended, home_affairs, review))).casefold()

    assert HARM.casefold() in found or kind == "sending"  # which quotes nothing
    assert found.count("hyperlink") == found.count(HARM.casefold())


@pytest.mark.parametrize("kind", KINDS)
def test_in_pdf_nothing_of_them_is_carried_out(kind, amended, home_affairs, review):
    assert written(kind, "pdf", amended, home_affairs, review).startswith(b"%PDF")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "xlsx" in PAPERS[kind].formats])
def test_in_excel_no_cell_is_a_formula(kind, amended, home_affairs, review):
    assert harmful_cells(written(kind, "xlsx", amended, home_affairs, review))


BOOKS = ["/ke-hoach/2022/tien-do/xuat.xlsx?by=item", "/ke-hoach/2022/tien-do/xuat.xlsx?by=unit",
         "/dot-danh-gia/2021/nam-sau/xuat.xlsx", "/hanh-dong/xuat.xlsx", "/ban-nop/2021/xuat.xlsx"]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_what_is_taken_out_of_a_page_has_no_formula_either(book, amended, home_affairs):
    answer = Reader(home_affairs).get(book)

    assert answer.status_code == 200
    assert harmful_cells(b"".join(answer.streaming_content))


def harmful_cells(book: bytes) -> list[str]:
    """The cells with the harmful words; none of any sheet is a formula."""
    cells = [
        cell for sheet in openpyxl.load_workbook(BytesIO(book)) for row in sheet.iter_rows() for cell in row
    ]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert all(cell.quotePrefix for cell in risky)
    return [cell.value for cell in cells if cell.value and "HYPERLINK" in str(cell.value)]


PAGES = ["/ke-hoach/2022/", "/ke-hoach/2022/dong/{item}/", "/ke-hoach/2022/phien-ban/", "/ke-hoach/2022/phien-ban/1/",
         "/ke-hoach/2022/dieu-chinh/{amendment}/", "/ke-hoach/2022/tien-do/?by=item", "/van-ban/2022/",
         "/ke-hoach/2022/tien-do/vi-sao/?count=total&by=item&key={item}", "/dot-danh-gia/2021/nam-sau/",
         "/cong-khai/ke-hoach/2022/"]  # fmt: skip


QUOTE_NOTHING = ("/van-ban/2022/", "/ke-hoach/2022/phien-ban/")


@pytest.mark.parametrize("page", PAGES)
def test_on_a_page_they_are_no_markup(page, amended, home_affairs):
    amended.plan.refresh_from_db()
    amended.plan.publish(by=actor(home_affairs), today=SUMMER)
    reader = Client() if "cong-khai" in page else Reader(home_affairs)
    answer = reader.get(page.format(item=amended.plan.items.get().pk, amendment=amended.pk))
    body = answer.content.decode()

    assert answer.status_code == 200
    assert "<script>alert" not in body
    assert "&lt;script&gt;alert" in body or page in QUOTE_NOTHING
