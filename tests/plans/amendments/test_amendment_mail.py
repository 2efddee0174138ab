"""Owners and heads are told what an amendment changes for them: before, after, and where to read it."""

from datetime import date, time

import pytest

from notifications.models import Obligation
from tests.factories import DUE, SUMMER
from tests.notifications.days import MONDAY, live, tick
from tests.reading import in_english

SEPTEMBER = date(2022, 9, 30)


@pytest.fixture
def told(plan, official, head, foreign_official, sink):
    """Everybody has heard of the plan; from now on the mails of an amendment count."""
    in_english(official, head, foreign_official)
    tick(SUMMER)
    sink.mails.clear()
    return sink


def mails_about_the_amendment(sink) -> dict[str, str]:
    tick(SUMMER)
    return {mail["To"]: text_of(mail) for mail in sink.mails if "205/KH-UBND" in mail["Subject"]}


def text_of(mail) -> str:
    return " ".join(mail.get_body(("plain",)).get_content().split())


def test_owner_and_head_read_what_changes_for_them(told, amendment, lines, by, paper, official, head):
    amendment.change(lines[0], **by, due_on=SEPTEMBER, reason="Chờ kinh phí")
    amendment.issue(**by, **paper)

    found = mails_about_the_amendment(told)
    assert {official.email, head.email} == set(found)
    for text in found.values():
        assert "31 August 2022 → 30 September 2022" in text
        assert "Chờ kinh phí" in text
        assert "/ke-hoach/2022/phien-ban/2/" in text
        assert lines[1].measure not in text


def test_whose_work_ends_or_begins_is_told_so(told, amendment, lines, late_action, by, paper):
    amendment.withdraw(lines[1], **by, reason="Trùng nhiệm vụ")
    amendment.add(late_action, **by)
    amendment.issue(**by, **paper)

    for text in mails_about_the_amendment(told).values():
        assert "Line 2 – withdrawn from the plan" in text
        assert "→" not in text  # a line taken out has no new words to stand beside the old ones
        assert "Nothing more is to be done." in text
        assert "Line 2a – new in the plan" in text


def test_nobody_is_told_before_it_is_issued(told, amendment, lines, by):
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    tick(SUMMER)

    assert told.mails == []


def test_reminders_follow_the_amended_deadline(told, amendment, lines, action, by, paper):
    tick(MONDAY, time(7))
    amendment.change(lines[0], **by, due_on=SEPTEMBER)
    amendment.issue(**by, **paper)
    live(MONDAY, date(2022, 9, 21))

    planned = Obligation.objects.filter(rule__code="action-due", subject_id=action.pk).order_by("pk")
    assert [(owed.due_on, owed.state) for owed in planned] == [(DUE, "cancelled"), (SEPTEMBER, "done")]
