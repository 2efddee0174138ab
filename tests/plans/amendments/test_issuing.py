"""An amendment comes into force with its signed paper: all of it or nothing, the version frozen, the work follows."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from plans.models import Contribution, LeftOut
from plans.models.planning.version import digest
from plans.reading.numbers import numbers_of
from plans.versions.differences import differences
from plans.versions.planned_content import around
from tests import factories
from tests.factories import DUE, ISSUED, SUMMER
from tests.files import PDF
from tests.plans.amendments.steps import finished, reported
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event, Unit

SEPTEMBER = date(2022, 9, 30)


@pytest.fixture
def prepared(amendment, lines, late_action, health, by):
    """Line 1 later and in other words, line 2 withdrawn, one action more."""
    amendment.change(
        lines[0], **by, reason="Chờ kinh phí", measure="Số hóa toàn bộ hồ sơ", due_on=SEPTEMBER,
        weakness_statement="Hồ sơ trễ hạn kéo dài.", coordinating_units=[health],
    )  # fmt: skip
    amendment.withdraw(lines[1], **by, reason="Trùng nhiệm vụ")
    amendment.add(late_action, **by, reason="Bổ sung")
    return amendment


def test_the_lines_say_what_was_planned(prepared, lines, late_action, plan, by, paper):
    prepared.issue(**by, **paper)

    for line in lines:
        line.refresh_from_db()
    assert (lines[0].measure, lines[0].due_on) == ("Số hóa toàn bộ hồ sơ", SEPTEMBER)
    assert [unit.code for unit in lines[0].coordinating_units.all()] == ["SYT"]
    assert lines[1].withdrawn_on == paper["issued_on"]
    assert late_action.contribution.item.measure == "Thuê dịch vụ số hóa"
    plan.refresh_from_db()
    assert (plan.state, plan.number) == ("amended", "118/KH-UBND")


def test_the_version_is_what_was_shown_before_the_issue(prepared, by, paper):
    promised = [
        (each.kind, each.line["number"], each.line["measure"]) for each in differences(*around(prepared))
    ]
    version = prepared.issue(**by, **paper)
    kept = [(each.kind, each.line["number"], each.line["measure"]) for each in differences(*around(prepared))]

    assert kept == promised
    assert (version.number, version.amendment, version.sha256) == (2, prepared, digest(version.content))


def test_numbers_of_standing_lines_do_not_shift(prepared, plan, lines, late_action, by, paper):
    prepared.issue(**by, **paper)

    numbers = numbers_of(plan)
    assert [numbers[line.pk] for line in lines] == ["1", "2", "3"]
    assert numbers[late_action.contribution.item_id] == "2a"


def test_a_line_added_to_the_last_index_takes_the_next_number(amendment, lines, review, environment, official,
                                                             home_affairs, by, paper):  # fmt: skip
    last = factories.weakness(review, environment, home_affairs, index=lines[2].index, criterion=None)
    late = factories.tracked_action(last, official, home_affairs)
    amendment.add(late, **by)
    version = amendment.issue(**by, **paper)

    assert [line["number"] for line in version.content] == ["1", "2", "3", "4"]


def test_the_work_reads_and_ends_as_the_line_does(prepared, action, by, paper, health):
    prepared.issue(**by, **paper)

    action.refresh_from_db()
    action.weakness.refresh_from_db()
    assert action.statement_in_plan == "Số hóa toàn bộ hồ sơ"
    assert action.statement != action.statement_in_plan
    assert (action.due_on, action.original_due_on) == (SEPTEMBER, DUE)
    assert list(action.coordinating_units.all()) == [health]
    verbs = set(Event.objects.of(action).values_list("verb", flat=True))
    assert {"due_amended", "amended", "coordination_amended"} <= verbs


def test_the_open_work_of_a_withdrawn_line_is_dropped_with_number_and_reason(prepared, lines, by, paper):
    prepared.issue(**by, **paper)

    work = Contribution.objects.get(item=lines[1]).action
    assert work.state == "dropped"
    assert Event.objects.of(work).last().reason == "205/KH-UBND: Trùng nhiệm vụ"


def test_what_is_added_has_its_original_date_and_is_left_out_no_more(amendment, plan, late_action, by, paper):
    LeftOut.objects.create(plan=plan, action=late_action, reason="Chờ", on=ISSUED)
    amendment.add(late_action, **by)
    amendment.issue(**by, **paper)

    late_action.refresh_from_db()
    assert (late_action.baselined_on, late_action.original_due_on) == (SUMMER, late_action.due_on)
    assert not LeftOut.objects.exists()


def test_in_a_merged_line_what_was_due_last_moves_and_nothing_passes_the_line(amendment, lines, by, paper):
    Contribution.objects.filter(item=lines[1]).update(item=lines[0])
    first, second = [part.action for part in lines[0].contributions.order_by("pk")]
    earlier = DUE - timedelta(days=20)
    type(second).objects.filter(pk=second.pk).update(due_on=earlier)
    amendment.change(lines[0], **by, due_on=SEPTEMBER, measure="Việc chung")
    amendment.issue(**by, **paper)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.due_on, second.due_on) == (SEPTEMBER, earlier)
    assert first.statement_in_plan == first.statement


def test_an_amendment_without_changes_is_not_issued(amendment, by, paper):
    with pytest.raises(Refused):
        amendment.issue(**by, **paper)


@pytest.mark.parametrize(
    ("field", "value"),
    [("number", "118/KH-UBND"), ("number", " "), ("signer_name", ""), ("issued_on", SUMMER + timedelta(days=1)),
     ("issued_on", ISSUED - timedelta(days=1))],
)  # fmt: skip
def test_what_no_signed_paper_can_say_is_answered_at_its_field(prepared, plan, by, paper, field, value):
    with pytest.raises(Invalid) as refusal:
        prepared.issue(**by, **(paper | {field: value}))

    assert set(refusal.value.errors) == {field}
    plan.refresh_from_db()
    assert (plan.state, plan.versions.count(), prepared.changes.count()) == ("issued", 1, 3)


def test_work_that_was_completed_meanwhile_keeps_its_date_and_nothing_is_applied(prepared, action, lines, official,
                                                                                home_affairs, by, paper):  # fmt: skip
    finished(action, official, home_affairs)

    with pytest.raises(Refused) as refusal:
        prepared.issue(**by, **paper)

    assert "1" in str(refusal.value)
    lines[1].refresh_from_db()
    assert lines[1].withdrawn_on is None
    [sentence] = prepared.problems()
    assert sentence.startswith(f"{prepared.changes.get(item=lines[0]).title}: ")


def test_a_line_whose_work_waits_for_verification_is_not_withdrawn(amendment, lines, action, official, by):
    reported(action, official)

    with pytest.raises(Refused) as refusal:
        amendment.withdraw(lines[0], **by, reason="Trùng")
    assert action.ref in str(refusal.value)


def test_whoever_read_an_older_state_issues_nothing(prepared, by, paper):
    with pytest.raises(Stale):
        prepared.issue(**by, **paper, version=1)


def test_the_signed_file_is_kept_with_its_sha256(prepared, by, paper):
    prepared.issue(**by, **paper, signed_file=SimpleUploadedFile("205-KH-UBND.pdf", PDF))

    prepared.refresh_from_db()
    assert prepared.signed_file_name == "205-KH-UBND.pdf"
    with prepared.signed_file.open("rb") as file:
        assert file.read() == PDF


def test_a_number_of_an_amendment_is_used_for_the_next_one_too(plan, prepared, lines, by, paper):
    prepared.issue(**by, **paper)
    following = type(prepared).begin(plan, **by, reason="Tiếp")
    following.change(lines[2], **by, note="Ghi chú")

    with pytest.raises(Invalid) as refusal:
        following.issue(**by, **paper)
    assert set(refusal.value.errors) == {"number"}
    assert following.issue(**by, **(paper | {"number": "206/KH-UBND"})).number == 3


@pytest.fixture
def province(admin):
    """An administrator, on the day of the amendment."""
    return {"by": factories.actor(admin), "today": SUMMER, "valid_to": SUMMER - timedelta(days=1)}


@pytest.fixture
def tax() -> Unit:
    return factories.unit("CT", "Cục Thuế")


def test_a_unit_dissolved_since_it_was_named_is_told_and_nothing_is_changed(
    amendment, lines, health, tax, province, by, paper
):
    amendment.change(lines[0], **by, note="Rõ hơn")
    amendment.change(lines[1], **by, coordinating_units=[health, tax])
    tax.dissolve(**province, reason="Sáp nhập")
    told = len(Event.objects.all())

    with translation.override("en"), pytest.raises(Refused) as refusal:
        amendment.issue(**by, **paper)
    assert "Line 2: Cục Thuế ended on" in str(refusal.value)
    assert len(Event.objects.all()) == told and not lines[1].coordinating_units.exists()


def test_a_dissolved_unit_that_the_line_names_already_may_stay(amendment, lines, tax, province, by, paper):
    lines[0].coordinating_units.add(tax)
    tax.dissolve(**province, reason="Sáp nhập")
    amendment.change(lines[0], **by, note="Rõ hơn", coordinating_units=[tax])

    assert amendment.issue(**by, **paper).number == 2
