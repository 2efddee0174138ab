"""An Excel file becomes causes, people and measures: only when confirmed, exactly once, and back again within a day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from plans.models import ImportJob, Submission
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.excel import book, measure, row, upload
from tracker.errors import Invalid, Refused
from tracker.models import Action, Cause, Event, Responsibility, Weakness

NOW = datetime(2022, 8, 1, 3, tzinfo=UTC)
NEW = row(weakness="Chậm công khai thủ tục", index="PAR INDEX", cause_kind="Chủ quan", cause="Chưa phân công.",
          responsible="hoa@sample.test", level="Người đứng đầu", measure="Ban hành quy trình.",
          owner="tran quoc khoi", coordinating="SYT; Sở Nội vụ", due_on=date(2022, 10, 31), initiative="x")  # fmt: skip


@pytest.fixture
def submission(weakness, official, head):
    return Submission.objects.get(unit__code="STNMT")


@pytest.fixture
def bring(submission, official):
    def bring(*rows, by=official) -> ImportJob:
        job = ImportJob.bring(submission, by=actor(by), now=NOW, file=upload(book(*rows)))
        job.begin_check(today=SUMMER, now=NOW)
        return job

    return bring


@pytest.fixture
def confirm(official):
    def confirm(job, **choice) -> ImportJob:
        job.confirm(by=actor(official), today=SUMMER, now=NOW, **choice)
        return job

    return confirm


def record() -> dict:
    """All that a chain consists of, as it stands."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Cause, Responsibility, Action)
    } | {"Weakness": list(Weakness.objects.order_by("pk").values("pk", "ref", "title", "statement"))}


def test_a_hundred_and_twenty_rows_are_checked_with_nothing_written_before_confirmation(bring, confirm):
    before = record()
    job = bring(*(measure(number) for number in range(120)))

    assert (job.state, job.faults, job.counts["sound"]) == ("checked", [], 120)
    assert record() == before

    confirm(job)
    assert Action.objects.count() == 120
    assert (job.state, job.counts["actions"], job.counts["continued"]) == ("imported", 120, 1)


def test_a_new_weakness_comes_with_everything_that_hangs_on_it(bring, confirm, official, head):
    confirm(bring(NEW))
    made = Weakness.objects.get(title="Chậm công khai thủ tục")
    action = made.actions.get()

    assert (made.origin, made.index.code, made.statement) == ("found", "PAR_INDEX", "Chậm công khai thủ tục")
    assert made.causes.get().kind == "internal"
    assert (made.responsibilities.get().person, made.responsibilities.get().level) == (head, "head")
    assert (action.owner, action.due_on, action.is_initiative) == (official, date(2022, 10, 31), True)
    assert {unit.code for unit in action.coordinating_units.all()} == {"SYT", "SNV"}


def test_the_history_says_that_it_came_from_excel(bring, confirm, submission, official):
    confirm(bring(NEW))
    event = Event.objects.of(submission).last()

    assert (event.verb, event.channel, event.actor) == ("imported", "import", official)
    assert set(Event.objects.filter(subject="action").values_list("channel", flat=True)) == {"import"}


def test_faulty_rows_hold_the_import_up_until_somebody_chooses_to_leave_them_out(bring, confirm):
    job = bring(measure(1), measure(2, due_on="31/6/2022"))

    with pytest.raises(Invalid):
        confirm(job)
    assert Action.objects.count() == 0
    confirm(job, only_sound=True)
    assert Action.objects.count() == 1


def test_the_same_file_again_is_the_same_import(submission, official, confirm):
    file = upload(book(measure(1)))
    job = ImportJob.bring(submission, by=actor(official), now=NOW, file=file)
    job.begin_check(today=SUMMER, now=NOW)
    confirm(job)

    assert ImportJob.bring(submission, by=actor(official), now=NOW, file=file).pk == job.pk
    assert Action.objects.count() == 1


def test_the_same_row_in_another_file_is_there_already(bring, confirm):
    confirm(bring(measure(1)))
    job = bring(measure(1, output="Báo cáo khác"), measure(2), measure(2))

    assert (job.counts["already"], job.counts["sound"]) == (2, 1)
    confirm(job)
    assert Action.objects.count() == 2


def test_a_title_that_is_there_continues_the_weakness(bring, confirm):
    confirm(bring(NEW))
    job = bring(row(weakness="CHẬM CÔNG KHAI THỦ TỤC", cause_kind="Khách quan", cause="Mạng hỏng."))

    assert (job.counts["weaknesses"], job.counts["continued"]) == (0, 1)
    confirm(job)
    assert Weakness.objects.filter(title="Chậm công khai thủ tục").count() == 1


def test_undoing_restores_exactly_what_was_there(bring, confirm, official, weakness):
    factories.action(weakness, official)
    before = record()
    job = confirm(
        bring(NEW, measure(1), row(weakness=weakness.ref, cause_kind="Chủ quan", cause="Thiếu người."))
    )
    job.undo(by=actor(official), today=SUMMER, now=NOW + timedelta(hours=23))

    assert record() == before
    assert job.state == "undone"


def test_after_undoing_the_same_file_may_come_again(bring, confirm, official):
    confirm(bring(NEW)).undo(by=actor(official), today=SUMMER, now=NOW)
    confirm(bring(NEW))

    assert Weakness.objects.filter(title="Chậm công khai thủ tục").count() == 1


def test_what_was_changed_since_keeps_the_import_from_being_undone_and_is_named(bring, confirm, official):
    job = confirm(bring(measure(1), measure(2)))
    changed = Action.objects.get(statement__contains="đợt 2")
    changed.revise(by=actor(official), today=SUMMER, statement="Khác")

    with pytest.raises(Refused, match=rf"{changed.ref} .*3"):
        job.undo(by=actor(official), today=SUMMER, now=NOW)
    assert Action.objects.count() == 2


def test_after_a_day_an_import_stays(bring, confirm, official):
    job = confirm(bring(measure(1)))

    with pytest.raises(Refused):
        job.undo(by=actor(official), today=SUMMER, now=NOW + timedelta(hours=24, seconds=1))


def test_a_submission_that_went_to_the_head_meanwhile_refuses_and_keeps_the_file(bring, confirm, submission):
    job = bring(measure(1))
    Submission.objects.filter(pk=submission.pk).update(state="head_review")

    with pytest.raises(Refused):
        confirm(job)
    assert ImportJob.objects.get(pk=job.pk).state == "checked" and job.file.storage.exists(job.file.name)


def test_only_the_unit_itself_imports(submission, home_affairs, foreign_official, official):
    job = ImportJob.bring(submission, by=actor(official), now=NOW, file=upload(book(measure(1))))

    for stranger in (home_affairs, foreign_official):
        with pytest.raises(Refused):
            ImportJob.bring(submission, by=actor(stranger), now=NOW, file=upload(book(measure(2))))
        assert not ImportJob.objects.visible_to(actor(stranger)).exists()
    assert ImportJob.objects.visible_to(actor(official)).get() == job


def test_a_weakness_that_home_affairs_accepted_takes_no_more(bring, submission, weakness):
    submission.rows.create(weakness=weakness, decision="accepted", decided_on=SUMMER)

    assert [fault["problem"] for fault in bring(measure(1)).faults] == ["settled"]


def test_mending_the_cells_makes_the_rows_sound(bring, confirm, official):
    job = bring(measure(1, due_on="31/6/2022", owner=None))
    job.mend(by=actor(official), today=SUMMER, now=NOW,
             cells={(2, "due_on"): "30/9/2022", (2, "owner"): "khoi@sample.test"})  # fmt: skip

    assert job.faults == []
    confirm(job)
    assert Action.objects.get().due_on == date(2022, 9, 30)


def test_old_encodings_are_converted_at_one_go(bring, official):
    job = bring(measure(1, measure="Sè hãa hå s¬ ®Êt ®ai", coordinating="Sôû Noäi vuï"))
    assert {fault["problem"] for fault in job.faults} == {"tcvn3", "vni"}
    job.convert(by=actor(official), today=SUMMER, now=NOW)

    assert job.faults == []
    assert job.rows[0]["cells"]["measure"] == "Số hóa hồ sơ đất đai"
