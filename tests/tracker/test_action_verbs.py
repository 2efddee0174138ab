"""An action goes from todo to done by its verbs; every wrong step is refused with words that help."""

from datetime import date

import pytest

from tests.factories import DUE, SUMMER, actor
from tracker.errors import Invalid, Refused, Stale
from tracker.models import Action, Event

LATE = date(2022, 9, 5)


def prove(action, official):
    return action.add_document(
        by=actor(official), today=SUMMER, number="12/BC", issued_on=SUMMER, issuer="Sở", title="BC"
    )


def verbs(thing):
    return [event.verb for event in Event.objects.of(thing)]


def test_progress_starts_the_work_and_says_who_did_what(action, official):
    action.update_progress(by=actor(official), today=SUMMER, percent=40, note="Đã số hóa 16/40 hồ sơ.")

    assert (Action.objects.get().state, Action.objects.get().percent) == ("doing", 40)
    event = Event.objects.of(action).last()
    assert (event.verb, event.actor, event.reason) == ("progressed", official, "Đã số hóa 16/40 hồ sơ.")
    assert (event.role, event.unit.code, event.happened_on) == ("official", "STNMT", SUMMER)
    assert (event.before["percent"], event.after["percent"]) == (0, 40)


@pytest.mark.parametrize(
    ("percent", "note", "field"), [(101, "a", "percent"), (-1, "a", "percent"), (5, "  ", "note")]
)
def test_progress_names_the_field_that_cannot_be_taken(percent, note, field, action, official):
    with pytest.raises(Invalid) as refusal:
        action.update_progress(by=actor(official), today=SUMMER, percent=percent, note=note)

    assert list(refusal.value.errors) == [field]
    assert Action.objects.get().version == action.version


def test_an_action_nobody_accepted_yet_takes_no_progress(proposed, official):
    with pytest.raises(Refused):
        proposed.update_progress(by=actor(official), today=SUMMER, percent=10, note="Bắt đầu")


def test_an_official_of_another_unit_changes_nothing(action, foreign_official):
    with pytest.raises(Refused):
        action.update_progress(by=actor(foreign_official), today=SUMMER, percent=10, note="Bắt đầu")

    assert Action.objects.get().state == "todo"


def test_nothing_is_complete_without_evidence(action, official):
    with pytest.raises(Invalid) as refusal:
        action.report(by=actor(official), today=SUMMER)

    assert list(refusal.value.errors) == ["evidence"]


def test_every_expected_kind_of_evidence_is_asked_for_by_name(weakness, official, home_affairs):
    from tests.factories import tracked_action

    action = tracked_action(weakness, official, home_affairs, expected_evidence=["Quyết định", "Ảnh chụp"])
    prove(action, official)

    with pytest.raises(Invalid, match="Quyết định; Ảnh chụp"):
        action.report(by=actor(official), today=SUMMER)


def test_a_report_in_time_waits_for_verification(action, official):
    prove(action, official)

    action.report(by=actor(official), today=DUE, note="Xong")

    stored = Action.objects.get()
    assert (stored.state, stored.percent, stored.reported_on, stored.reported_by) == (
        "reported",
        100,
        DUE,
        official,
    )
    assert verbs(action)[-2:] == ["started", "reported"]


def test_a_late_report_needs_the_cause_of_delay(action, official):
    prove(action, official)

    with pytest.raises(Invalid) as refusal:
        action.report(by=actor(official), today=LATE)
    action.report(by=actor(official), today=LATE, delay_cause="Chờ phân bổ kinh phí")

    assert list(refusal.value.errors) == ["delay_cause"]
    assert Action.objects.get().time_status(LATE) == "done_late"


def test_nobody_verifies_his_own_report(action, home_affairs, official):
    action.assign(by=actor(home_affairs), today=SUMMER, owner=official)
    prove(action, official)
    action.report(by=actor(official), today=SUMMER)

    with pytest.raises(Refused):
        action.verify(by=actor(official), today=SUMMER)

    assert Action.objects.get().state == "reported"


def test_home_affairs_verifies_and_the_action_is_done(reported, home_affairs):
    reported.verify(by=actor(home_affairs), today=SUMMER, remark="Đúng nội dung")

    stored = Action.objects.get()
    assert (stored.state, stored.verified_by, stored.verified_on) == ("done", home_affairs, SUMMER)


def test_a_report_sent_back_is_worked_on_again(reported, home_affairs, official):
    reported.send_back(by=actor(home_affairs), today=SUMMER, reason="Thiếu dấu")
    reported.report(by=actor(official), today=SUMMER, note="Đã bổ sung")

    assert verbs(reported)[-3:] == ["returned", "started", "reported"]


def test_sending_back_needs_a_reason(reported, home_affairs):
    with pytest.raises(Invalid) as refusal:
        reported.send_back(by=actor(home_affairs), today=SUMMER, reason=" ")

    assert list(refusal.value.errors) == ["reason"]


def test_only_home_affairs_drops_and_reopens(reported, home_affairs, official):
    reported.verify(by=actor(home_affairs), today=SUMMER)

    with pytest.raises(Refused):
        reported.reopen(by=actor(official), today=SUMMER, reason="Chưa xong")
    reported.reopen(by=actor(home_affairs), today=SUMMER, reason="Chưa xong")

    assert (Action.objects.get().state, Action.objects.get().verified_by) == ("doing", None)


def test_a_dropped_action_takes_no_more_progress(action, home_affairs, official):
    action.drop(by=actor(home_affairs), today=SUMMER, reason="Trùng nhiệm vụ")

    with pytest.raises(Refused, match=r"No longer applicable|Không thực hiện nữa"):
        action.update_progress(by=actor(official), today=SUMMER, percent=10, note="Tiếp tục")


def test_a_colleagues_change_is_never_overwritten_in_silence(action, official, head):
    seen = action.version
    mine, theirs = Action.objects.get(), Action.objects.get()
    theirs.update_progress(by=actor(head), today=SUMMER, percent=30, note="Tổ 1 xong", version=seen)

    with pytest.raises(Stale):
        mine.update_progress(by=actor(official), today=SUMMER, percent=60, note="Tổ 2 xong", version=seen)

    assert Action.objects.get().percent == 30
    assert verbs(action).count("progressed") == 1


def test_the_head_hands_over_within_the_unit_only(action, head, official, foreign_official, environment):
    from tests.factories import person

    phuoc = person("phuoc@sample.test", "Lê Hữu Phước", "official", environment)
    action.assign(by=actor(head), today=SUMMER, owner=phuoc)
    with pytest.raises(Invalid):
        action.assign(by=actor(head), today=SUMMER, owner=foreign_official)
    with pytest.raises(Refused):
        action.assign(by=actor(official), today=SUMMER, owner=official)

    assert Action.objects.get().owner == phuoc


def test_a_deadline_before_the_start_is_refused(weakness, official):
    from tests.factories import action as plan_action

    with pytest.raises(Invalid) as refusal:
        plan_action(weakness, official, starts_on=date(2022, 9, 1), due_on=DUE)

    assert list(refusal.value.errors) == ["due_on"]
    assert not Action.objects.exists()


def test_references_count_up_within_the_plan_year(weakness, official):
    from tests.factories import action as plan_action

    assert [plan_action(weakness, official).ref for _ in range(2)] == ["HD-2022-001", "HD-2022-002"]
