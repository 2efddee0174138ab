"""Changing an action through the API: the same verbs and refusals as on the pages."""

import pytest

from tests.calling import Caller
from tracker.models import Action, Event


def test_progress_is_kept_with_its_line_of_history(action, official):
    answer = Caller(official).change(
        f"actions/{action.ref}/progress/", action.version, percent=40, note="Đã quét 12/40 hồ sơ."
    )

    assert answer.status_code == 200
    assert (answer.json()["state"], answer.json()["percent"]) == ("doing", 40)
    assert answer["ETag"] == f'"{action.version + 1}"'
    last = Event.objects.of(action).last()
    assert (last.verb, last.actor, last.channel, last.reason) == (
        "progressed",
        official,
        "api",
        "Đã quét 12/40 hồ sơ.",
    )


def test_the_whole_way_from_progress_to_verified(action, official, home_affairs):
    unit, snv, address = Caller(official), Caller(home_affairs), f"actions/{action.ref}/"
    proof = {"number": "12/BC", "issued_on": "2022-08-01", "issuer": "STNMT", "title": "Báo cáo"}

    version = unit.change(f"{address}progress/", action.version, percent=90, note="Gần xong.").json()[
        "version"
    ]
    added = unit.change(f"{address}evidence/documents/", version, **proof)
    assert added.status_code == 201
    version = unit.change(
        f"{address}report/", added.json()["version"], note="Xong.", delay_cause="Chờ vốn."
    ).json()["version"]
    done = snv.change(f"{address}verification/", version, remark="Đạt.", is_delay_objective=True)

    assert (done.status_code, done.json()["state"]) == (200, "done")
    assert (
        snv.change(f"{address}reopening/", done.json()["version"], reason="Thiếu biên bản.").json()["state"]
        == "doing"
    )


def test_a_report_may_be_sent_back_and_an_action_dropped(reported, home_affairs):
    snv, address = Caller(home_affairs), f"actions/{reported.ref}/"

    back = snv.change(f"{address}return/", reported.version, reason="Chưa có số liệu.")
    dropped = snv.change(f"{address}drop/", back.json()["version"], reason="Đã gộp.")

    assert (back.json()["state"], dropped.json()["state"]) == ("returned", "dropped")


def test_the_head_gives_the_action_to_another_person_of_the_unit(action, head, foreign_official):
    caller, address = Caller(head), f"actions/{action.ref}/owner/"

    refused = caller.change(address, action.version, owner=foreign_official.pk)
    assert (refused.status_code, list(refused.json())) == (400, ["owner"])
    assert caller.change(address, action.version, owner=head.pk).json()["owner"]["id"] == head.pk


def test_without_a_version_nothing_is_changed(action, official):
    answer = Caller(official).change(f"actions/{action.ref}/progress/", percent=40, note="x")

    assert (answer.status_code, list(answer.json())) == (428, ["detail"])


@pytest.mark.parametrize("version", ["", "*", "abc", '"1", "2"', '"-1"', "9" * 30])
def test_a_version_that_is_none_is_a_400(version, action, official):
    address = f"/api/v1/actions/{action.ref}/progress/"
    answer = Caller(official).post(
        address, {"percent": 1, "note": "x"}, "application/json", headers={"If-Match": version}
    )

    assert (answer.status_code, list(answer.json())) == (400, ["If-Match"])


def test_a_version_of_yesterday_is_a_412(action, official):
    answer = Caller(official).change(
        f"actions/{action.ref}/progress/", action.version - 1 or 99, percent=40, note="x"
    )

    assert answer.status_code == 412
    assert Action.objects.get().percent == 0


def test_what_the_state_does_not_allow_is_a_409_with_the_words_of_the_rule(action, home_affairs):
    answer = Caller(home_affairs).change(f"actions/{action.ref}/verification/", action.version)

    assert answer.status_code == 409
    assert action.get_state_display() in answer.json()["detail"]


@pytest.mark.parametrize("verb", ["verification", "return", "drop", "reopening"])
def test_what_the_role_does_not_do_is_a_403(verb, reported, official):
    words = {} if verb == "verification" else {"reason": "Vì thế."}

    assert (
        Caller(official).change(f"actions/{reported.ref}/{verb}/", reported.version, **words).status_code
        == 403
    )


@pytest.mark.parametrize("verb", ["progress", "report", "evidence/links", "extensions"])
def test_home_affairs_does_not_do_the_units_work(verb, action, home_affairs):
    words = {"progress": {"percent": 1, "note": "x"}, "evidence/links": {"url": "https://a.vn", "title": "x"},
             "extensions": {"requested_due_on": "2030-01-01", "reason": "x"}}  # fmt: skip

    answer = Caller(home_affairs).change(
        f"actions/{action.ref}/{verb}/", action.version, **words.get(verb, {})
    )

    assert answer.status_code == 403


def test_another_units_action_is_a_404_for_changes_too(action, foreign_official):
    answer = Caller(foreign_official).change(
        f"actions/{action.ref}/progress/", action.version, percent=1, note="x"
    )

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("words", "field"),
    [({"percent": 101, "note": "x"}, "percent"), ({"percent": -1, "note": "x"}, "percent"),
     ({"percent": "?", "note": "x"}, "percent"),
     ({"percent": True, "note": "x"}, "percent"), ({"percent": 10}, "note"), ({"percent": 10, "note": "  "}, "note"),
     ({"percent": 10, "note": {"a": 1}}, "note"), ({"percent": 10, "note": "x" * 6000}, "note"),
     ({"percent": 10, "note": "a\x00b"}, "note"), ({"percent": 10, "note": "x", "precent": 1}, "precent"),
     ({"percent": None, "note": "x"}, "percent"), ({"percent": 10.5, "note": "x"}, "percent")],
)  # fmt: skip
def test_a_field_that_cannot_be_taken_is_named_with_its_reason(words, field, action, official):
    answer = Caller(official).change(f"actions/{action.ref}/progress/", action.version, **words)

    assert (answer.status_code, list(answer.json())) == (400, [field])


@pytest.mark.parametrize(
    "body", [b"{", b"\xff", b'"\\ud800"', b"[" * 5000, b"[]", b"1", b"null", b"", b'{"percent": NaN}']
)
def test_what_is_not_json_is_a_400(body, action, official):
    address = f"/api/v1/actions/{action.ref}/progress/"
    answer = Caller(official).generic("POST", address, body, "application/json", headers={"If-Match": '"1"'})

    assert answer.status_code == 400, answer.content


def test_a_form_is_not_json(action, official):
    address = f"/api/v1/actions/{action.ref}/progress/"
    answer = Caller(official).post(address, {"percent": 1, "note": "x"}, headers={"If-Match": '"1"'})

    assert answer.status_code == 415


def test_a_body_without_end_is_refused(action, official, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = Caller(official).change(
        f"actions/{action.ref}/progress/", action.version, percent=1, note="x" * 2000
    )

    assert answer.status_code == 413


def test_a_change_costs_at_most_eight_queries(action, official, django_assert_max_num_queries):
    caller = Caller(official)
    with django_assert_max_num_queries(8):
        answer = caller.change(f"actions/{action.ref}/progress/", action.version, percent=40, note="x")

    assert answer.status_code == 200
