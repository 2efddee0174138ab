"""Results out of Excel: every fault is named by sheet, row and column, and all is written or nothing."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from tests import factories
from tests.plans.excel import saved, upload
from tests.plans.test_import_reading import BAD
from tests.reading import Reader, in_english, text
from tests.tracker.published import PAR, rate, ratings, spread, write, year_of
from tracker.models import Event, IndexResult, Review

PLACE = "/chi-so/2021/nhap/"
RESULTS, POINTS, RATINGS, SPREAD = "Chỉ số", "Điểm thành phần", "Xếp loại đơn vị", "Phân bố"
HEADINGS, FIRST = 3, 4
REASON = "năm đầu tham gia"


@pytest.fixture
def office(home_affairs) -> Reader:
    in_english(home_affairs)
    return Reader(home_affairs)


@pytest.fixture
def known(review, environment, home_affairs) -> dict:
    """A result, points, a rating and a distribution are written down already."""
    steps, criterion = ratings(), factories.criterion()
    by = factories.actor(home_affairs)
    write(review, home_affairs, **PAR)
    points = {criterion.pk: {"value": Decimal("9.5"), "note": "phụ lục"}}
    review.write_dimensions(by=by, today=factories.SUMMER, index=criterion.criteria_set.index, points=points)
    rate(review, home_affairs, environment, rating=steps["tot"], points=Decimal("86.5"), reason="")
    spread(review, home_affairs, (factories.group(), steps["khong-xep-hang"], 1, None, REASON))
    return steps


def template(office: Reader) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(office.get(f"{PLACE}mau.xlsx").content))


def fill(book: openpyxl.Workbook, sheet: str, row: int, **cells) -> None:
    """Type into the columns of these headings."""
    heads = {str(cell.value).removesuffix(" *"): cell.column for cell in book[sheet][HEADINGS]}
    for heading, value in cells.items():
        book[sheet].cell(row, heads[heading.replace("_", " ")]).value = value


def bring(office: Reader, book, name: str = "ket-qua.xlsx"):
    form = office.get(PLACE).context["form"]
    return office.post(PLACE, {"idempotency": form["idempotency"].value(), "file": upload(book, name)})


def confirm(office: Reader, checked):
    form = checked.context["confirmation"]
    own = {name: form[name].value() for name in ("version", "idempotency", "rows")}
    return office.post(f"{PLACE}xac-nhan/", own)


def faults(checked) -> list[tuple]:
    return [(each.sheet, each.row, each.column, each.value) for each in checked.context["outcome"].faults]


def test_the_template_holds_what_is_known_and_lists_to_choose_from(known, office):
    book = template(office)
    row = {cell.value: book[RESULTS].cell(FIRST, cell.column).value for cell in book[RESULTS][HEADINGS]}

    assert (row["Chỉ số *"], row["Điểm"], row["Hạng"], row["Đồng hạng"]) == ("PAR INDEX", 86.77, 27, None)
    assert book[POINTS].cell(FIRST, 5).value == 9.5
    assert {
        each.formula1
        for sheet in (RESULTS, RATINGS, SPREAD)
        for each in book[sheet].data_validations.dataValidation
    }
    units = [book[RATINGS].cell(number, 1).value for number in range(FIRST, FIRST + 3)]
    assert sorted(units) == ["SNV", "STNMT", "SYT"]


def test_the_template_brought_back_as_it_is_says_nothing_new(known, office, review):
    version = Review.objects.get().version
    checked = bring(office, template(office))

    assert checked.status_code == 200 and faults(checked) == []
    assert "written down already" in text(checked) and "confirmation" not in checked.context
    assert Review.objects.get().version == version


def test_a_filled_file_is_shown_first_and_written_only_when_confirmed(known, office, review, health):
    book = template(office)
    fill(
        book,
        RESULTS,
        FIRST,
        Điểm="87,15",
        Hạng=25,
        **{"Tăng/giảm hạng (công bố)": -2, "Ngày công bố": "25/05/2022"},
    )
    fill(book, POINTS, FIRST, Điểm_đạt=10.25)
    rows = {book[RATINGS].cell(number, 1).value: number for number in range(FIRST, FIRST + 3)}
    fill(book, RATINGS, rows["SYT"], Xếp_loại="khong xep hang", Lý_do=REASON)
    fill(book, SPREAD, FIRST, Số_đơn_vị=2)
    checked = bring(office, book)

    assert checked.status_code == 200 and checked.context["outcome"].changes == 4
    told = {(change.name, change.before, change.after) for change in checked.context["outcome"].shown}
    assert all(before != after for _name, before, after in told)
    assert {("PAR INDEX – Hạng", "27", "25"), ("PAR INDEX – Điểm", "86.77", "87.15")} <= told
    assert ("SYT", "–", f"Không xếp hạng; {REASON}") in told
    assert (
        review.results.get().rank == 27
        and not Event.objects.filter(verb="result_written", after__rank=25).exists()
    )
    assert confirm(office, checked).status_code == 303
    result = review.results.get()
    assert (result.value, result.rank, result.change_rank, str(result.published_on)) == (
        Decimal("87.15"),
        25,
        -2,
        "2022-05-25",
    )
    assert review.criterion_results.get().value == Decimal("10.25")
    assert review.assessed_units.get(unit=health).reason == REASON
    assert [(row.rating.code, row.count) for row in review.group_ratings.all()] == [
        ("xuat-sac", 2),
        ("khong-xep-hang", 1),
    ]


def test_faults_of_all_sheets_are_named_and_nothing_is_written(known, office, review):
    book = template(office)
    fill(book, RESULTS, FIRST, Hạng=70)
    fill(book, RESULTS, FIRST + 1, Chỉ_số="PAR INDX", Điểm="8o", Ngày_công_bố="31/02/2022")
    fill(book, RESULTS, FIRST + 2, Chỉ_số="par index", Điểm=1)
    fill(book, POINTS, FIRST, Điểm_đạt=-1)
    fill(book, POINTS, FIRST + 1, Chỉ_số="PAR INDEX", Mã_tiêu_chí="PAR99", Điểm_đạt=1)
    fill(book, RATINGS, FIRST, Xếp_loại="Không xếp hạng", Lý_do="")
    fill(book, SPREAD, FIRST, Số_đơn_vị="=1/0")
    before = Review.objects.get().version
    checked = bring(office, book)

    found = faults(checked)
    assert checked.status_code == 422 and "confirmation" not in checked.context
    assert {(sheet, row, column) for sheet, row, column, _value in found} == {
        (RESULTS, 4, "Hạng"), (RESULTS, 5, "Chỉ số"), (RESULTS, 5, "Điểm"), (RESULTS, 5, "Ngày công bố"),
        (RESULTS, 6, "Chỉ số"), (RESULTS, 6, "Thang"), (RESULTS, 6, "Ghi chú"),
        (POINTS, 4, "Điểm đạt"), (POINTS, 5, "Mã tiêu chí"), (RATINGS, 4, "Lý do"), (SPREAD, 4, "Số đơn vị"),
    }  # fmt: skip
    assert "Did you mean “PAR INDEX”?" in text(checked)
    assert Review.objects.get().version == before and review.results.get().rank == 27


def test_a_change_against_last_years_row_is_a_fault_unless_the_file_says_to_keep_it(
    known, office, review, home_affairs
):
    write(year_of(2020), home_affairs, value=Decimal("84.51"), scale=Decimal(100), rank=28, rank_of=63)
    book = template(office)
    fill(book, RESULTS, FIRST, **{"Tăng/giảm hạng (công bố)": 9})
    checked = bring(office, book)

    assert [each[:3] for each in faults(checked)] == [(RESULTS, 4, "Tăng/giảm hạng (công bố)")]
    fill(book, RESULTS, FIRST, Giữ_như_công_bố="Có")
    assert confirm(office, bring(office, book)).status_code == 303
    assert review.results.get().change_rank == 9


def test_confirming_twice_writes_once(known, office, review):
    book = template(office)
    fill(book, RESULTS, FIRST, Hạng=25)
    checked = bring(office, book)
    before = Event.objects.of(review).count()

    assert [confirm(office, checked).status_code for _ in range(2)] == [303, 303]
    assert Event.objects.of(review).count() == before + 1
    assert "written down already" in text(bring(office, book))


def test_what_a_colleague_wrote_meanwhile_stops_the_import_which_can_be_sent_again(
    known, office, review, second_home_affairs
):
    book = template(office)
    fill(book, RESULTS, FIRST, Hạng=25)
    checked = bring(office, book)
    write(Review.objects.get(), second_home_affairs, note="Bổ sung")
    stopped = confirm(office, checked)

    assert stopped.status_code == 409 and review.results.get().rank == 27
    form = stopped.context["form"]
    again = {name: form[name].value() for name in ("version", "idempotency", "rows")}
    assert office.post(f"{PLACE}xac-nhan/", again).status_code == 303
    assert review.results.get().rank == 25


def test_rows_that_were_tampered_with_are_not_written(known, office, review):
    book = template(office)
    fill(book, RESULTS, FIRST, Hạng=25)
    form = bring(office, book).context["confirmation"]
    own = {name: form[name].value() for name in ("version", "idempotency")}
    answers = [
        office.post(f"{PLACE}xac-nhan/", own | {"rows": rows})
        for rows in ("x", form["rows"].value()[:-2], "")
    ]

    assert [answer.status_code for answer in answers] == [422] * 3
    assert review.results.get().rank == 27


def test_rows_checked_for_one_year_are_not_written_into_another(known, office, review):
    book = template(office)
    fill(book, RESULTS, FIRST, Hạng=25)
    form, other = bring(office, book).context["confirmation"], year_of(2020)
    own = {"version": other.version, "idempotency": form["idempotency"].value(), "rows": form["rows"].value()}

    assert office.post("/chi-so/2020/nhap/xac-nhan/", own).status_code == 422
    assert not IndexResult.objects.filter(review=other).exists()


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_sound_workbook_is_refused_with_words(review, office, kind):
    content, name = BAD[kind]
    answer = bring(office, content(), name)

    assert answer.status_code == 422 and answer.context["form"].errors["file"]


def test_a_file_without_our_sheets_or_headings_says_what_is_missing(review, office):
    strange, headless = openpyxl.Workbook(), openpyxl.Workbook()
    headless.active.title = RESULTS
    headless.active.append(["Tỉnh", "Điểm"])

    assert "none of the sheets" in text(bring(office, strange))
    assert "heading “Chỉ số” is missing" in text(bring(office, headless))


def test_a_giant_sheet_is_refused_quickly(review, office):
    book = openpyxl.Workbook()
    book.active.title = RESULTS
    book.active.append(["Chỉ số", "Điểm"])
    for number in range(600):
        book.active.append([f"Chỉ số {number}", number])

    assert "more than 500 filled rows" in text(bring(office, book))


def test_columns_that_are_not_in_the_file_stay_as_they_are(known, office, review):
    book = openpyxl.Workbook()
    book.active.title = "chi so"
    book.active.append(["Tên chỉ số", "Hạng"])
    book.active.append(["par_index", "26"])
    checked = bring(office, saved(book))

    assert confirm(office, checked).status_code == 303
    assert (review.results.get().rank, review.results.get().value) == (26, Decimal("86.77"))


def test_only_home_affairs_imports(known, office, official):
    book = template(office)
    fill(book, RESULTS, FIRST, Hạng=25)
    form = bring(office, book).context["confirmation"]
    own = {name: form[name].value() for name in ("version", "idempotency", "rows")}

    assert Reader(official).post(f"{PLACE}xac-nhan/", own).status_code == 403
    assert Reader(official).post(PLACE, {"file": upload(book)}).status_code == 403
