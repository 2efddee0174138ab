"""Amendments through the API: prepared beside the plan, issued, read by everybody afterwards."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests.plans.api.conftest import PLAN
from tests.plans.api.test_life import SCAN, SIGNED

PAPER = SIGNED | {"number": "205/KH-UBND", "issued_on": "2022-08-01"}


def test_one_amendment_is_begun_at_a_time(snv, issued, begun):
    version = snv.read(PLAN).json()["version"]
    second = snv.change(f"{PLAN}amendments/", version, reason="Nữa.")

    assert (begun["state"], begun["changes"], begun["begun_by"]) == ("open", [], "Nguyễn Văn Bình")
    assert second.status_code == 409


def test_a_draft_is_not_amended(snv, draft):
    assert snv.change(f"{PLAN}amendments/", draft.version, reason="x").status_code == 409


def test_changes_are_planned_beside_the_plan_and_taken_back(snv, amend, items):
    changed = amend("changes", line=items[0].pk, measure="Số hóa toàn bộ.", reason="Rõ hơn.")
    withdrawn = amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    back = amend(f"changes/{changed.json()['changes'][0]['id']}/undoing")

    assert changed.json()["changes"][0] | {"id": 0} == {
        "id": 0, "kind": "change", "line": items[0].pk, "action": None, "after": {"measure": "Số hóa toàn bộ."},
        "reason": "Rõ hơn.",
    }  # fmt: skip
    assert [each["kind"] for each in withdrawn.json()["changes"]] == ["change", "withdraw"]
    assert [each["line"] for each in back.json()["changes"]] == [items[1].pk]
    assert snv.read(f"{PLAN}items/{items[0].pk}/").json()["measure"] == items[0].measure


def test_an_action_accepted_since_is_added(amend, weakness, official, home_affairs):
    late = factories.tracked_action(weakness, official, home_affairs)

    added = amend("additions", actions=[late.ref], reason="Bổ sung.")

    assert [(each["kind"], each["action"]) for each in added.json()["changes"]] == [("add", late.ref)]


def test_without_granted_extensions_there_is_nothing_to_take_over(amend):
    assert amend("extensions").status_code == 409


def test_an_amendment_in_preparation_is_not_there_for_a_unit(snv, unit, begun):
    address = f"{PLAN}amendments/"

    assert unit.read(address).json()["results"] == []
    assert unit.read(f"{address}{begun['id']}/").status_code == 404
    assert unit.change(f"{address}{begun['id']}/cancel/", begun["version"], reason="x").status_code == 404
    assert len(snv.read(address).json()["results"]) == 1


def test_an_issued_amendment_is_read_by_units_without_who_began_it(unit, amend, begun, items):
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    amend("issue", **PAPER)

    read = unit.read(f"{PLAN}amendments/{begun['id']}/").json()

    assert (read["number"], read["begun_by"]) == ("205/KH-UBND", None)
    assert unit.read(f"{PLAN}amendments/{begun['id']}/signed-file/").status_code == 404


def test_the_scan_is_brought_after_the_issue_and_stays(snv, unit, amend, begun, items):
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    amend("issue", **PAPER)
    address = f"{PLAN}amendments/{begun['id']}/"

    def bring(caller):
        headers = {"If-Match": f'"{snv.read(address).json()["version"]}"'}
        file = {"signed_file": SimpleUploadedFile("205.pdf", SCAN)}
        return caller.post(f"/api/v1/{address}signed-file/", file, headers=headers)

    assert bring(unit).status_code == 403
    brought = bring(snv)
    assert (brought.status_code, brought.json()["signed_file_name"]) == (200, "205.pdf")
    assert len(brought.json()["signed_sha256"]) == 64
    assert bring(snv).status_code == 409
    file = unit.read(f"{address}signed-file/")
    assert b"".join(file.streaming_content) == SCAN
    file.close()


def test_an_amendment_is_given_up_with_a_reason(snv, amend, begun):
    given_up = amend("cancel", reason="UBND không đồng ý.")

    assert (given_up.status_code, given_up.json()["state"]) == (200, "cancelled")
    assert amend("cancel", reason="x").status_code == 409


@pytest.mark.parametrize(
    ("what", "words", "field"),
    [("changes", {"line": 999999}, "line"), ("changes", {"measure": "x"}, "line"),
     ("withdrawals", {"line": 1}, "reason"), ("additions", {"actions": ["HD-2022-999"]}, "actions"),
     ("issue", {"number": "1/KH"}, "issued_on"), ("cancel", {}, "reason")],
)  # fmt: skip
def test_unsound_words_are_refused_by_field(what, words, field, amend):
    answer = amend(what, **words)

    assert answer.status_code == 400
    assert field in answer.json()


def test_a_change_that_changes_nothing_is_refused(amend, items):
    assert amend("changes", line=items[0].pk, measure=items[0].measure).status_code == 400


def test_an_older_version_of_the_amendment_is_a_412(snv, amend, begun, items):
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    address = f"{PLAN}amendments/{begun['id']}/"

    assert (
        snv.change(f"{address}changes/", begun["version"], line=items[0].pk, measure="x").status_code == 412
    )
    assert snv.change(f"{address}changes/", line=items[0].pk, measure="x").status_code == 428


def test_the_reason_of_an_addition_is_kept(amend, weakness, official, home_affairs):
    late = factories.tracked_action(weakness, official, home_affairs)

    assert [
        each["reason"] for each in amend("additions", actions=[late.ref], reason="Bổ sung.").json()["changes"]
    ] == ["Bổ sung."]


def test_granted_dates_are_taken_over(amend, items, action, official, home_affairs):
    action.refresh_from_db()
    asked = action.ask_extension(
        by=factories.actor(official),
        today=factories.SUMMER,
        requested_due_on=date(2022, 9, 30),
        reason="Chờ vốn",
    )
    asked.approve(by=factories.actor(home_affairs), today=factories.SUMMER)
    planned = amend("extensions").json()["changes"]

    assert [(each["line"], each["after"]) for each in planned] == [(items[0].pk, {"due_on": "2022-09-30"})]


def test_the_scan_that_came_with_the_amendment_is_given_to_units_and_noted(
    snv, unit, amend, begun, items, caplog
):
    amend("withdrawals", line=items[1].pk, reason="Không còn phù hợp.")
    address = f"{PLAN}amendments/{begun['id']}/"
    headers = {"If-Match": f'"{snv.read(address).json()["version"]}"'}
    snv.post(
        f"/api/v1/{address}issue/",
        PAPER | {"signed_file": SimpleUploadedFile("205.pdf", SCAN)},
        headers=headers,
    )
    caplog.set_level("INFO", "tracker.reading")
    file = unit.read(f"{address}signed-file/")

    assert b"".join(file.streaming_content) == SCAN
    assert (
        file["Content-Disposition"].startswith("attachment") and "sandbox" in file["Content-Security-Policy"]
    )
    assert f"amendment {begun['id']} taken" in caplog.text
    file.close()


def test_another_amendment_s_change_is_not_taken_back_here(snv, amend, begun, items):
    change = amend("changes", line=items[0].pk, measure="Số hóa toàn bộ.").json()["changes"][0]["id"]
    amend("cancel", reason="Thôi.")
    other = snv.change(f"{PLAN}amendments/", snv.read(PLAN).json()["version"], reason="Nữa.").json()
    address = f"{PLAN}amendments/{other['id']}/changes/{change}/undoing/"

    assert snv.change(address, other["version"]).status_code == 404
