"""What only goes wrong on the July plan when somebody tries: told in words, never a crash, never half done."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone, translation

from plans.models import Amendment, KeptApart, PaperJob, Plan, PlanItem, PlanVersion
from tests import factories
from tests.calling import Caller
from tests.factories import ISSUED, SUMMER, actor
from tests.files import pdf
from tests.reading import text
from tracker.errors import Invalid, Refused
from tracker.models import Membership, Unit

NOW = timezone.now()
PAPER = {"number": "205/KH-UBND", "issued_on": SUMMER, "signer_name": "Nguyễn Văn A"}
PAPERS = "plans/2022/papers/"


@pytest.fixture(autouse=True)
def english_and_a_store_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with translation.override("en"):
        yield


@pytest.fixture
def by(home_affairs) -> dict:
    return {"by": actor(home_affairs), "today": SUMMER}


@pytest.fixture
def issued(action, review, home_affairs) -> Plan:
    return factories.issued_plan(review, home_affairs)


@pytest.fixture
def amendment(issued, by) -> Amendment:
    amendment = Amendment.begin(issued, reason="Bão lũ", **by)
    amendment.change(issued.items.get(), measure="Thuê dịch vụ", **by)
    return amendment


def test_a_program_that_asks_for_a_letter_of_the_post_as_a_paper_is_told(issued, home_affairs):
    answer = Caller(home_affairs).change(PAPERS, kind="chase", format="pdf")

    assert answer.status_code == 400 and "kind" in text(answer)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2022, 6, 30)])
def test_no_report_speaks_of_a_day_before_the_plan(day, issued, review, by):
    assert day < issued.issued_on
    with pytest.raises(Invalid) as told:
        PaperJob.ask("progress", "pdf", review=review, on=day, now=NOW, **by)

    assert "on" in told.value.errors


def test_whoever_left_a_unit_gets_its_report_through_no_door(issued, review, official, environment, health):
    submission = review.submissions.get(unit=environment)
    asked = {"by": actor(official), "today": SUMMER, "now": NOW, "review": review}
    job = PaperJob.ask("submission", "docx", submission=submission, **asked)
    job.build(today=SUMMER, now=NOW)
    file = f"{PAPERS}{job.pk}/file/"
    assert Caller(official).read(file).getvalue()
    Membership.objects.filter(user=official).update(unit=health)

    assert Caller(official).read(file).status_code == 409


def test_a_paper_fetched_by_a_program_is_noted_too(issued, review, home_affairs, by, caplog):
    job = PaperJob.ask("plan", "docx", review=review, now=NOW, **by)
    job.build(today=SUMMER, now=NOW)
    caplog.set_level("INFO", "tracker.reading")
    assert Caller(home_affairs).read(f"{PAPERS}{job.pk}/file/").getvalue()

    assert job.file_name in caplog.text


def test_a_line_that_is_gone_is_not_kept_apart_from_anything(action, review, by):
    plan = Plan.compile(review, by=by["by"], today=ISSUED)
    gone = PlanItem(pk=plan.items.get().pk + 1, plan=plan)

    with pytest.raises(Refused):
        plan.keep_apart(plan.items.get(), gone, **by)
    assert not KeptApart.objects.exists()


@pytest.mark.parametrize(
    "number",
    ["Số. 205/KH-UBND", "205\N{ZERO WIDTH SPACE}/KH-UBND", "２０５/KH-UBND", "205/KH\N{SOFT HYPHEN}-UBND.",
     "205/KH\N{SMALL HYPHEN-MINUS}UBND"],
)  # fmt: skip
def test_a_number_that_only_looks_otherwise_is_used_already(number, issued, amendment, by):
    Plan.objects.update(number=PAPER["number"])
    with pytest.raises(Invalid) as told:
        amendment.issue(**PAPER | {"number": number}, **by)

    assert list(told.value.errors) == ["number"]


def test_an_amendment_that_fails_at_its_end_leaves_no_word_and_no_file(amendment, by, monkeypatch, tmp_path):
    monkeypatch.setattr(PlanVersion, "freeze", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        amendment.issue(**PAPER, signed_file=pdf(), **by)

    assert Amendment.objects.get().state == "open"
    assert PlanItem.objects.get().measure != "Thuê dịch vụ"
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]


def test_strangers_read_who_helps_as_it_was_printed_though_the_unit_is_called_otherwise(
    amendment, issued, health, by
):
    amendment.change(issued.items.get(), coordinating_units=[health], **by)
    amendment.issue(**PAPER, **by)
    Plan.objects.get().publish(**by)
    Unit.objects.filter(pk=health.pk).update(name_vi="Sở Sức khỏe")
    page = text(Client().get("/cong-khai/ke-hoach/2022/"))

    assert "Sở Y tế" in page
    assert "Sở Sức khỏe" not in page
