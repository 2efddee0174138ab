"""Damaged, oversized, repeated and belated requests: each gets one clear page, and no typed text is lost."""

import pytest
from django.test import Client

from tests.reading import Reader, address
from tracker.models import Event


def keys(reader, page) -> dict:
    form = reader.get(page).context["form"]
    return {name: form[name].value() for name in ("version", "idempotency")}


def test_other_words_under_a_used_key_can_be_sent_again(action, official):
    reader, page = Reader(official), address(action, "minh-chung/lien-ket/")
    first = keys(reader, page) | {"url": "https://haugiang.gov.vn/", "title": "Một"}
    reader.post(page, first)
    refused = reader.post(page, first | {"title": "Hai"})
    again = first | {"title": "Hai", "idempotency": refused.context["form"]["idempotency"].value()}

    assert refused.status_code == 422 and "Hai" in refused.content.decode()
    assert reader.post(page, again).status_code == 303
    assert Event.objects.of(action).filter(verb="evidence_added").count() == 2


def test_text_sent_after_the_log_in_ended_is_shown_to_be_copied(action, official):
    page = address(action, "tien-do/")
    answer = Client().post(page, keys(Reader(official), page) | {"note": "Đã số hóa 16/40 hồ sơ."})

    assert answer.status_code == 401
    assert "Đã số hóa 16/40 hồ sơ." in answer.content.decode()
    assert f"?next={page}" in answer.content.decode()


def test_whoever_logs_out_after_the_log_in_ended_is_simply_out(db):
    assert Client().post("/dang-xuat/").status_code == 302


def test_a_text_of_megabytes_is_refused_on_a_page_of_our_own(official, action):
    answer = Reader(official).post(address(action, "tien-do/"), "note=" + "x" * 3_000_000,
                                   "application/x-www-form-urlencoded")  # fmt: skip

    assert answer.status_code == 400
    assert "inner prose" in answer.content.decode()


def test_a_forged_host_is_refused_on_a_page_of_our_own(db):
    answer = Client().get("/dang-nhap/", headers={"Host": "elsewhere.test"})

    assert answer.status_code == 400
    assert "inner prose" in answer.content.decode() and "elsewhere.test" not in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    ["event/?q=a%00b", "user/?memberships__role__exact=%00", f"workingdayexception/?day__year={10**30}"],
)
def test_a_damaged_question_does_not_break_the_administration(query, admin):
    type(admin).objects.filter(pk=admin.pk).update(is_superuser=True)

    assert Reader(admin).get(f"/quan-tri/tracker/{query}").status_code in (200, 302, 400)
