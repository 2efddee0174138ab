"""Every button of a submission pressed by everybody in every wrong moment: refused with words, nothing changes."""

import pytest
from django.db import connection
from django.utils import timezone

from plans.models import ImportJob
from tests import factories
from tests.factories import actor
from tests.plans.chain_writing import filled, place, submission
from tests.plans.excel import book, measure, upload
from tests.reading import Reader
from tracker import calendar
from tracker.models import Delegation

HERE = "/ban-nop/2021/STNMT/"
TABLES = ("tracker_weakness", "tracker_cause", "tracker_action", "tracker_responsibility", "plans_submission",
          "plans_submissioncopy", "plans_submissionfile", "plans_importjob", "tracker_event")  # fmt: skip
STEPS = ("sua", "tiep-tuc", "xac-nhan", "hoan-tac")
ALLOWED = {
    ("head_review", "head"): {"nop/", "tra-lai/", "rut/"},
    ("head_review", "official"): {"rut/"},
}


@pytest.fixture(autouse=True)
def in_june(monkeypatch):
    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)


@pytest.fixture
def job(proposed, official):
    job = ImportJob.bring(submission(), by=actor(official), now=timezone.now(), file=upload(book(measure(1))))
    job.begin_check(today=factories.IN_JUNE, now=timezone.now())
    return job


@pytest.fixture
def parts(job, weakness, official) -> dict[str, dict]:
    """What each address is sent; all of it would be sound in the right moment."""
    attached = submission().attach(upload(book()), by=actor(official), today=factories.IN_JUNE)
    card = filled(Reader(official), weakness, official)
    card_at = place(weakness).removeprefix(HERE)
    plain = {
        "reason": "Chưa đủ.", "strengths": "Tốt hơn.", "head_responsibility": "Nhận.", "title": "Mới",
        "statement": "Mới", "index": factories.index().pk, "weaknesses": weakness.pk, "cell-2-measure": "Khác",
    }  # fmt: skip
    names = (
        "diem-manh/", "trach-nhiem/", "kiem-tra/", "trinh/", "nop/", "tra-lai/", "rut/", "hc/moi/", "hc/nam-truoc/",
        f"tep/{attached.pk}/go-bo/", f"{card_at}xoa/", *(f"nhap/{job.pk}/{step}/" for step in STEPS),
    )  # fmt: skip
    return {card_at: card, f"{card_at}tu-luu/": card, f"{card_at}dong/": card} | dict.fromkeys(names, plain)


def bring_to(state: str, official, head, home_affairs) -> None:
    handed = factories.complete(submission(), official)
    handed.send_to_head(by=actor(official), today=factories.IN_JUNE)
    if state in ("submitted", "accepted"):
        handed.submit(by=actor(head), today=factories.IN_JUNE)
    if state == "accepted":
        handed.accept(by=actor(home_affairs), today=factories.ACCEPTED)
    if state == "exempt":
        type(handed).objects.filter(pk=handed.pk).update(state="exempt")


def checksum() -> dict[str, str]:
    sums = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM {table} t")
            sums[table] = cursor.fetchone()[0]
    return sums


def changed_by(reader, parts, state: str, role: str) -> list[str]:
    """The addresses that changed something though they should not, or answered with a crash."""
    found = []
    for part, words in parts.items():
        if part in ALLOWED.get((state, role), ()):
            continue
        before, version = checksum(), submission().version
        answer = reader.post(HERE + part, {"version": version} | words | {"idempotency": "k" * 12})
        if answer.status_code >= 500 or checksum() != before:
            found.append(f"{role}: {part} {answer.status_code}")
    return found


@pytest.mark.parametrize("state", ["head_review", "submitted", "accepted", "exempt"])
def test_out_of_hand_nobody_changes_anything(
    state, parts, official, head, home_affairs, inspector, leader, foreign_official
):
    bring_to(state, official, head, home_affairs)
    people = {"official": official, "head": head, "home_affairs": home_affairs, "inspector": inspector,
              "leader": leader, "foreign": foreign_official}  # fmt: skip

    assert [
        each for role, person in people.items() for each in changed_by(Reader(person), parts, state, role)
    ] == []


def test_a_draft_is_changed_by_its_unit_alone(
    parts, official, home_affairs, inspector, leader, foreign_official
):
    people = {
        "home_affairs": home_affairs,
        "inspector": inspector,
        "leader": leader,
        "foreign": foreign_official,
    }

    assert [
        each for role, person in people.items() for each in changed_by(Reader(person), parts, "draft", role)
    ] == []


def test_the_stand_in_of_a_head_hands_in_only_during_those_days(
    proposed, official, head, environment, monkeypatch
):
    whole = factories.complete(submission(), official)
    whole.send_to_head(by=actor(official), today=factories.IN_JUNE)
    Delegation.appoint(by=actor(head), today=factories.IN_JUNE, absentee=head, stand_in=official,
                       starts_on=factories.IN_JUNE, ends_on=factories.IN_JUNE)  # fmt: skip
    words = {"version": whole.version, "idempotency": "k" * 12}
    monkeypatch.setattr(calendar, "today", lambda: factories.DEADLINE)
    assert Reader(official).get(HERE + "nop/").status_code == 403
    assert Reader(official).post(HERE + "nop/", words).status_code == 409

    monkeypatch.setattr(calendar, "today", lambda: factories.IN_JUNE)
    assert Reader(official).post(HERE + "nop/", words).status_code == 303
    assert submission().copies.get().content["handed_in_by"] == "Trần Quốc Khởi, thay Lê Thị Hòa"


def test_a_disabled_head_hands_nothing_in(proposed, official, head):
    whole = factories.complete(submission(), official)
    whole.send_to_head(by=actor(official), today=factories.IN_JUNE)
    reader = Reader(head)
    type(head).objects.filter(pk=head.pk).update(is_active=False)

    assert reader.post(HERE + "nop/", {"version": whole.version, "idempotency": "k" * 12}).status_code in (
        401,
        403,
    )
    assert submission().state == "head_review"
