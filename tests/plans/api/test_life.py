"""The life of the plan through the API: texts, checks, sent, taken back, issued, made public."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import ALL_THE_SAME
from tests.plans.api.conftest import PLAN

SIGNED = {"number": "118/KH-UBND", "issued_on": "2022-07-15", "signer_name": "Nguyễn Văn A"}
SCAN = b"%PDF-1.7\n%%EOF"


@pytest.fixture
def send(snv, draft):
    def at(version=draft.version, reason=ALL_THE_SAME):
        return snv.change(f"{PLAN}sending/", version, reason=reason)

    return at


def test_the_texts_of_the_plan_are_written_in_part(snv, draft):
    first = snv.send("PATCH", PLAN, draft.version, grounds="Luật một.\nLuật hai.")
    second = snv.send("PATCH", PLAN, first.json()["version"], purpose="Khắc phục hạn chế.")

    assert second.status_code == 200
    assert second.json()["texts"]["grounds"] == "Luật một.\nLuật hai."
    assert second.json()["texts"]["purpose"] == "Khắc phục hạn chế."


def test_a_text_the_plan_does_not_have_is_refused(snv, draft):
    assert list(snv.send("PATCH", PLAN, draft.version, preamble="x").json()) == ["preamble"]


def test_the_end_of_the_period_is_set_and_given_back_to_the_year(snv, draft):
    first = snv.send("PUT", f"{PLAN}period-end/", draft.version, ends_on="2023-06-30")
    wrong = snv.send("PUT", f"{PLAN}period-end/", first.json()["version"], ends_on="2050-01-01")
    back = snv.send("PUT", f"{PLAN}period-end/", first.json()["version"], ends_on=None)

    assert (first.json()["period_end"], list(wrong.json())) == ("2023-06-30", ["ends_on"])
    assert (back.status_code, back.json()["period_end"]) == (200, "2022-12-31")


def test_the_checks_say_what_is_lacking_and_where(snv, draft):
    whole = snv.read(f"{PLAN}checks/").json()

    unmet = {each["name"]: each for each in whole["checks"] if not each["is_met"]}
    assert whole["version"] == draft.version
    assert unmet["evidence"]["count"] == len(unmet["evidence"]["things"]) == 2
    assert all(thing["page"].startswith("/") for thing in unmet["evidence"]["things"])


def test_with_unmet_checks_the_plan_goes_only_with_a_reason(send, snv, unit):
    refused, sent = send(reason=""), send()

    assert refused.status_code == 400 or refused.status_code == 409
    assert (sent.status_code, sent.json()["state"]) == (200, "sent")
    assert "evidence" in sent.json()["unmet"] and sent.json()["unmet_reason"] == ALL_THE_SAME


def test_the_plan_is_taken_back_and_sent_again(send, snv):
    version = send().json()["version"]
    back = snv.change(f"{PLAN}recall/", version, reason="UBND yêu cầu bổ sung.")

    assert (back.status_code, back.json()["state"]) == (200, "draft")
    assert send(back.json()["version"]).json()["state"] == "sent"


def test_the_issue_is_recorded_without_a_file_which_follows_later(send, snv, unit, official):
    version = send().json()["version"]
    issued = snv.change(f"{PLAN}issue/", version, reason=ALL_THE_SAME, **SIGNED)

    assert (issued.status_code, issued.json()["state"], issued.json()["number"]) == (
        200,
        "issued",
        "118/KH-UBND",
    )
    assert issued.json()["latest_version"] == 1
    assert snv.read(f"{PLAN}signed-file/").status_code == 404
    headers = {"If-Match": f'"{issued.json()["version"]}"'}
    brought = snv.post(f"/api/v1/{PLAN}signed-file/", {"signed_file": SimpleUploadedFile("ke-hoach.pdf", SCAN)},
                       headers=headers)  # fmt: skip
    assert (brought.status_code, len(brought.json()["signed_sha256"])) == (200, 64)
    file = unit.read(f"{PLAN}signed-file/")
    assert b"".join(file.streaming_content) == SCAN
    file.close()


def test_the_scan_may_come_along_with_the_issue(send, snv):
    headers = {"If-Match": f'"{send().json()["version"]}"'}
    form = SIGNED | {"reason": ALL_THE_SAME, "signed_file": SimpleUploadedFile("ke-hoach.pdf", SCAN)}

    issued = snv.post(f"/api/v1/{PLAN}issue/", form, headers=headers)

    assert (issued.status_code, issued.json()["signed_file_name"]) == (200, "ke-hoach.pdf")


@pytest.mark.parametrize(
    ("words", "field"),
    [({"issued_on": "2999-01-01"}, "issued_on"), ({"number": ""}, "number"), ({"issued_on": "15/07/2022"}, "issued_on"),
     ({"signer_name": " "}, "signer_name"), ({"number": "x" * 41}, "number"), ({"signed_file": "x"}, "signed_file")],
)  # fmt: skip
def test_what_no_signed_paper_says_is_refused_by_field(words, field, send, snv):
    version = send().json()["version"]

    answer = snv.change(f"{PLAN}issue/", version, **{"reason": ALL_THE_SAME, **SIGNED, **words})

    assert (answer.status_code, list(answer.json())) == (400, [field])


def test_what_was_lacking_is_not_told_to_units(snv, unit, issued):
    assert unit.read(PLAN).json()["unmet"] is None
    assert snv.read(PLAN).json()["unmet"]


def test_the_public_page_is_put_up_and_taken_down(snv, unit, issued):
    up = snv.send("PUT", f"{PLAN}publication/", issued.version, is_public=True)
    again = snv.send("PUT", f"{PLAN}publication/", up.json()["version"], is_public=True)
    down = snv.send("PUT", f"{PLAN}publication/", again.json()["version"], is_public=False)

    assert [answer.json()["is_public"] for answer in (up, again, down)] == [True, True, False]
    assert again.json()["version"] == up.json()["version"]
    assert unit.send("PUT", f"{PLAN}publication/", down.json()["version"], is_public=True).status_code == 403


def test_a_draft_is_not_made_public(snv, draft):
    assert snv.send("PUT", f"{PLAN}publication/", draft.version, is_public=True).status_code == 409


def test_plan_and_line_give_their_version_as_etag(snv, draft, items):
    assert snv.read(PLAN)["ETag"] == f'"{draft.version}"'
    assert snv.read(f"{PLAN}items/{items[0].pk}/")["ETag"] == f'"{items[0].version}"'


def test_the_signed_file_is_saved_never_shown_and_its_reader_noted(send, snv, unit, official, caplog):
    headers = {"If-Match": f'"{send().json()["version"]}"'}
    form = SIGNED | {"reason": ALL_THE_SAME, "signed_file": SimpleUploadedFile("ke-hoach.pdf", SCAN)}
    snv.post(f"/api/v1/{PLAN}issue/", form, headers=headers)
    caplog.set_level("INFO", "tracker.reading")
    file = unit.read(f"{PLAN}signed-file/")

    assert file["Content-Disposition"].startswith("attachment")
    assert (file["Content-Type"], file["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert "no-store" in file["Cache-Control"] and "sandbox" in file["Content-Security-Policy"]
    assert f"taken by user {official.pk} (api)" in caplog.text
    file.close()


def test_the_signed_file_of_a_draft_is_not_there(snv, unit, draft):
    assert snv.read(f"{PLAN}signed-file/").status_code == unit.read(f"{PLAN}signed-file/").status_code == 404
