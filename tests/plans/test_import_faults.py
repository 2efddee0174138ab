"""Every fault of a file is named by row and column, with what is wrong and what was probably meant."""

from datetime import UTC, datetime

import pytest

from plans.imports.days import day_of
from plans.models import ImportJob, Submission
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.excel import book, measure, row, upload

NOW = datetime(2022, 8, 1, 3, tzinfo=UTC)


@pytest.fixture
def faults(weakness, official):
    """What is wrong with these rows: (row, column, problem, suggestion)."""
    submission = Submission.objects.get(unit__code="STNMT")

    def faults(*rows) -> list[tuple]:
        job = ImportJob.bring(submission, by=actor(official), now=NOW, file=upload(book(*rows)))
        job.begin_check(today=SUMMER, now=NOW)
        return [(each["row"], each["column"], each["problem"], each["suggestion"]) for each in job.faults]

    return faults


def test_seven_faults_among_a_hundred_and_twenty_rows_are_all_listed(faults):
    rows = [measure(number) for number in range(120)]
    rows[12] = measure(12, due_on="31/6/2023")
    rows[25] = measure(25, coordinating="Sở Nội vụụ; SYT")
    rows[31] = measure(31, owner=None)
    rows[56] = measure(56, measure="Së Néi vô")
    rows[70] = row(weakness="Hạn chế mới", cause_kind="Chủ quan", cause="Thiếu người")
    rows[88] = measure(88, weakness="HC-2019-001")
    rows[119] = measure(119, owner="Tran Quoc Khoy")

    assert faults(*rows) == [
        (14, "due_on", "no_such_day", "30/06/2023"),
        (27, "coordinating", "unknown_unit", "Sở Nội vụ; SYT"),
        (33, "owner", "empty", ""),
        (58, "measure", "tcvn3", "Sở Nội vụ"),
        (72, "index", "index_needed", ""),
        (90, "weakness", "foreign_ref", ""),
        (121, "owner", "unknown_person", "Trần Quốc Khởi"),
    ]


@pytest.mark.parametrize(
    ("typed", "problem", "suggested"),
    [
        ("31/6/2026", "no_such_day", "30/06/2026"), ("6/30/2026", "month_first", "30/06/2026"),
        ("Quý III/2026", "quarter", "30/09/2026"), ("Q2 2026", "quarter", "30/06/2026"),
        ("tháng 9/2026", "month_only", "30/09/2026"), ("cuối năm 2026", "year_only", "31/12/2026"),
        ("29/02/2026", "no_such_day", "28/02/2026"), ("thường xuyên", "not_a_date", None),
        ("45/13/2026", "no_such_day", None),
    ],
)  # fmt: skip
def test_what_is_no_day_gets_the_day_that_was_probably_meant(typed, problem, suggested):
    day = day_of(typed)

    assert (day.date, day.problem) == (None, problem)
    assert (f"{day.suggested:%d/%m/%Y}" if day.suggested else None) == suggested


@pytest.mark.parametrize(
    "typed",
    [
        "30/06/2026",
        "30.6.2026",
        "30-06-26",
        "2026-06-30",
        "46203",
        "ngày 30 tháng 6 năm 2026",
        "30 / 6 / 2026",
    ],
)
def test_dates_as_text_are_taken_in_many_forms(typed):
    assert f"{day_of(typed).date:%d/%m/%Y}" == "30/06/2026"


def test_a_deadline_that_has_passed_or_lies_far_away_is_asked_about(faults):
    assert [each[1:3] for each in faults(measure(1, due_on="31/07/2022"), measure(2, due_on="31/12/2062"))] == [
        ("due_on", "past"), ("due_on", "too_far"),
    ]  # fmt: skip


def test_a_shortened_name_suggests_the_unit_that_is_shortened_so(faults):
    factories.unit("STTTT", "Sở Thông tin và Truyền thông")
    factories.unit("STC", "Sở Tài chính")

    found = faults(measure(1, coordinating="Sở TT&TT"), measure(2, coordinating="so thong tin truyen thong"))
    assert {each[3] for each in found} == {"Sở Thông tin và Truyền thông"}


def test_units_between_commas_are_told_apart(faults):
    assert faults(measure(1, coordinating="Sở Y tế, Sở Nội vụ"))[0][3] == "Sở Y tế; Sở Nội vụ"


def test_the_own_unit_does_not_coordinate_and_another_units_people_own_nothing(faults, foreign_official):
    found = faults(measure(1, coordinating="STNMT; SYT"), measure(2, owner=foreign_official.email))

    assert [each[1:3] for each in found] == [("coordinating", "own_unit"), ("owner", "unknown_person")]
    assert found[0][3] == "SYT"


def test_two_people_of_one_name_are_told_apart_by_their_addresses(faults, environment):
    factories.person("khoi2@sample.test", "Trần Quốc Khởi", "official", environment)

    assert [each[2] for each in faults(measure(1))] == ["namesakes"]
    assert faults(measure(1, owner="khoi2@sample.test")) == []


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"weakness": None}, ("weakness", "no_weakness")),
        ({"cause": "Thiếu người"}, ("cause_kind", "kind_needed")),
        ({"cause_kind": "Chủ quan"}, ("cause", "cause_needed")),
        ({"cause_kind": "Khác", "cause": "Thiếu"}, ("cause_kind", "unknown_choice")),
        ({"level": "Trực tiếp"}, ("responsible", "person_needed")),
        ({"measure": None}, ("measure", "measure_needed")),
        ({"initiative": "có lẽ"}, ("initiative", "unknown_choice")),
        ({"evidence": "x" * 301}, ("evidence", "too_long")),
        ({"measure": "x" * 4001}, ("measure", "too_long")),
        ({"weakness": "x" * 201, "index": "PAR INDEX"}, ("weakness", "title_long")),
        ({"weakness": "Mới", "index": "XYZ"}, ("index", "unknown_index")),
        ({"output": "=A1"}, ("output", "formula")),
        ({"output": "#REF!"}, ("output", "error")),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(faults, cells, fault):
    assert [each[1:3] for each in faults(measure(1, **cells))] == [fault]


def test_an_empty_weakness_suggests_the_one_above(faults):
    assert faults(measure(1), measure(2, weakness=None))[0][3] == "HC-2021-001"


def test_a_row_that_only_names_a_weakness_is_no_fault(faults):
    assert faults(measure(1), row(weakness="HC-2021-001 Hồ sơ đất đai trễ hạn", index="PAR INDEX")) == []
