"""A plan is sent, perhaps taken back, and issued with what the signed paper says; nothing is ever half done."""

from datetime import date, timedelta

import pytest

from plans.models import Plan
from tests import factories
from tests.factories import DUE, ISSUED, actor
from tests.files import pdf, png
from tests.plans.life.steps import SIGNED
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Event

WHY = "UBND tỉnh yêu cầu ban hành trong tháng 7."


def issue(plan, by, **changes) -> None:
    plan.issue(by=actor(by), today=ISSUED, **(SIGNED | changes))


def objections(plan, by, **changes) -> set[str]:
    with pytest.raises(Invalid) as refusal:
        issue(plan, by, **changes)
    return set(refusal.value.errors)


def test_a_plan_that_lacks_nothing_goes_without_a_reason(issued):
    assert (issued.state, issued.unmet, issued.unmet_reason) == ("issued", [], "")


def test_what_is_lacking_wants_a_reason_that_is_kept_with_the_plan_and_in_its_history(sound, home_affairs):
    sound.items.update(output="")
    with pytest.raises(Invalid) as refusal:
        sound.send(by=actor(home_affairs), today=ISSUED, reason="  ")
    assert set(refusal.value.errors) == {"reason"} and Plan.objects.get().state == "draft"

    sound.send(by=actor(home_affairs), today=ISSUED, reason=WHY)
    event = Event.objects.of(sound).last()
    assert (sound.unmet, sound.unmet_reason) == (["product"], WHY)
    assert (event.verb, event.reason, event.after["unmet"]) == ("sent", WHY, ["product"])


def test_issuing_with_something_lacking_wants_the_reason_again(with_committee, home_affairs):
    with_committee.items.update(output="")
    assert objections(with_committee, home_affairs) == {"reason"}

    issue(with_committee, home_affairs, reason=WHY)
    assert (with_committee.state, with_committee.unmet) == ("issued", ["product"])


def test_every_objection_to_the_signed_paper_is_told_at_once(with_committee, home_affairs):
    with_committee.items.update(output="")
    wrong = {"number": " ", "signer_name": "", "issued_on": ISSUED + timedelta(days=1), "signed_file": png()}

    assert objections(with_committee, home_affairs, **wrong) == {*wrong, "reason"}
    plan = Plan.objects.get()
    assert (plan.state, bool(plan.signed_file), plan.versions.count()) == ("sent", False, 0)


@pytest.mark.parametrize("number", ["118/kh-ubnd ", "118 / KH-UBND", "Số: 118/KH–UBND", "0118/KH-UBND"])
def test_a_number_is_used_once_a_year_however_it_is_written(number, issued, official, home_affairs):
    other = factories.review(home_affairs, year=2020)
    weakness = factories.weakness(other, official.memberships.get().unit, home_affairs)
    factories.tracked_action(weakness, official, home_affairs)
    second = Plan.compile(other, by=actor(home_affairs), today=ISSUED)
    second.send(by=actor(home_affairs), today=ISSUED, reason=WHY)

    assert objections(second, home_affairs, number=number, reason=WHY) == {"number"}
    issue(second, home_affairs, number="119/KH-UBND", reason=WHY)


def test_the_date_lies_between_the_conference_and_today(with_committee, home_affairs, review):
    before = review.conference_on - timedelta(days=1)
    assert objections(with_committee, home_affairs, issued_on=before) == {"issued_on"}
    assert objections(with_committee, home_affairs, issued_on=ISSUED + timedelta(days=1)) == {"issued_on"}


def test_a_paper_signed_before_its_sending_was_written_down_is_taken(with_committee, home_affairs):
    issue(with_committee, home_affairs, issued_on=ISSUED - timedelta(days=2))

    assert with_committee.is_issued


def test_the_signed_paper_is_kept_with_its_checksum(with_committee, home_affairs):
    issue(with_committee, home_affairs, signed_file=pdf("KH 118.pdf"))

    kept = Plan.objects.get()
    with kept.signed_file.open("rb") as file:
        assert file.read().startswith(b"%PDF-")
    assert kept.signed_file_name == "KH 118.pdf" and len(kept.signed_sha256) == 64


def test_the_date_of_a_line_becomes_the_deadline_of_its_one_action(with_committee, home_affairs, accepted):
    with_committee.items.update(due_on=date(2022, 9, 15))
    issue(with_committee, home_affairs)

    accepted.refresh_from_db()
    assert (accepted.due_on, accepted.original_due_on, accepted.baselined_on) == (
        date(2022, 9, 15), date(2022, 9, 15), ISSUED
    )  # fmt: skip


def test_in_a_merged_line_each_action_keeps_its_date_but_none_passes_the_lines(
    sound, weakness, official, home_affairs
):
    by, later = {"by": actor(home_affairs), "today": ISSUED}, date(2022, 11, 30)
    factories.tracked_action(weakness, official, home_affairs, due_on=later)
    plan = Plan.compile(sound.review, **by)
    merged = plan.merge(plan.items.all(), **by)
    merged.edit(due_on=date(2022, 10, 31), **by)
    plan.refresh_from_db()
    plan.send(reason=WHY, **by)
    issue(plan, home_affairs, reason=WHY)

    dates = plan.actions.order_by("pk").values_list("due_on", "original_due_on")
    assert list(dates) == [(DUE, DUE), (date(2022, 10, 31), date(2022, 10, 31))]


def test_what_was_extended_before_the_issue_keeps_its_later_deadline(
    with_committee, home_affairs, official, accepted
):
    asked = accepted.ask_extension(
        by=actor(official), today=ISSUED, requested_due_on=date(2022, 9, 30), reason="Chờ kinh phí"
    )
    asked.approve(by=actor(home_affairs), today=ISSUED, remark="Đồng ý")
    issue(with_committee, home_affairs)

    accepted.refresh_from_db()
    assert (accepted.due_on, accepted.original_due_on) == (date(2022, 9, 30), DUE)


def test_a_date_before_the_work_begins_is_refused_and_nothing_is_frozen(
    with_committee, home_affairs, accepted
):
    type(accepted).objects.update(starts_on=date(2022, 8, 15))
    with_committee.items.update(due_on=date(2022, 8, 1))

    with pytest.raises(Refused, match=accepted.ref):
        issue(with_committee, home_affairs)
    assert Plan.objects.get().state == "sent"


def test_what_was_dropped_before_the_issue_gets_no_date_and_hinders_nothing(
    sound, weakness, official, home_affairs, accepted
):
    by = {"by": actor(home_affairs), "today": ISSUED}
    gone = factories.tracked_action(weakness, official, home_affairs, starts_on=date(2022, 8, 20))
    plan = Plan.compile(sound.review, **by)
    merged = plan.merge(plan.items.all(), **by)
    merged.edit(due_on=date(2022, 8, 15), **by)
    gone.drop(reason="Không làm nữa", **by)
    plan.refresh_from_db()
    plan.send(reason=WHY, **by)
    issue(plan, home_affairs, reason=WHY)

    gone.refresh_from_db()
    accepted.refresh_from_db()
    assert (gone.baselined_on, accepted.original_due_on) == (None, date(2022, 8, 15))


def test_the_committee_wants_changes_and_the_plan_is_a_draft_again(with_committee, home_affairs, head):
    with pytest.raises(Refused):
        with_committee.recall(by=actor(head), today=ISSUED, reason="Sửa")
    with pytest.raises(Invalid):
        with_committee.recall(by=actor(home_affairs), today=ISSUED, reason=" ")

    with_committee.recall(by=actor(home_affairs), today=ISSUED, reason="Bổ sung căn cứ")
    assert (with_committee.state, with_committee.sent_on) == ("draft", None)
    assert Event.objects.of(with_committee).last().reason == "Bổ sung căn cứ"


def test_nobody_sends_what_a_colleague_has_changed_meanwhile(sound, home_affairs):
    seen = sound.version
    sound.write_texts(by=actor(home_affairs), today=ISSUED, purpose="Khắc phục ngay.")

    with pytest.raises(Stale):
        sound.send(by=actor(home_affairs), today=ISSUED, version=seen)


def test_an_issued_plan_is_neither_issued_again_nor_taken_back(issued, home_affairs):
    with pytest.raises(Refused, match="118/KH-UBND"):
        issue(issued, home_affairs, number="119/KH-UBND")
    with pytest.raises(Refused):
        issued.recall(by=actor(home_affairs), today=ISSUED, reason="Sửa")


def test_only_home_affairs_sends_issues_and_attaches(sound, leader, inspector, head):
    for person in (leader, inspector, head):
        with pytest.raises(Refused):
            sound.send(by=actor(person), today=ISSUED)
    Plan.objects.update(state="sent")
    for person in (leader, inspector, head):
        with pytest.raises(Refused):
            issue(sound, person)
