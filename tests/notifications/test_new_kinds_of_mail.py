"""What the later kinds of mail tell: the receipt, the chasing letter, the week in one page, and who was not reached."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from notifications.mails import items_of, write
from notifications.models import Chase, Envelope, Obligation, ReminderRule
from plans.models import ProgressSnapshot, Submission
from tests import factories
from tests.notifications.days import MONDAY, at, tick
from tests.notifications.envelopes import waiting

LATE = date(2022, 9, 19)


def written(kind: str, reader, things: list, today: date, audience: str, rule: str = ""):
    """The mail of this kind about these things for this reader, in English."""
    reader.language = "en"
    mail = waiting(reader, at(today), kind=kind)
    for thing in things:
        Obligation.objects.create(
            subject_type=thing._meta.model_name, subject_id=thing.pk, subject_ref=getattr(thing, "ref", ""),
            recipient=reader, audience=audience, rule=ReminderRule.objects.get(code=rule or kind), due_on=today,
            occurrence=99, fire_on=today, state="bound", envelope=mail,
        )  # fmt: skip
    actor = factories.actor(reader, today)
    with translation.override("vi"):  # the reader's language counts, not the sender's
        return write(mail, items_of(mail, actor), actor, today)


@pytest.fixture
def plan(action, review, official, head, home_affairs):
    submission = factories.submitted(
        Submission.objects.get(review=review, unit=action.lead_unit), official, head
    )
    submission.accept(by=factories.actor(home_affairs), today=factories.ACCEPTED)
    return factories.issued_plan(review, home_affairs)


def snapshot(plan, on: date, overdue: int, done: int = 0):
    names = ("todo", "doing", "reported", "returned", "done_late", "dropped", "due_soon")
    ProgressSnapshot.objects.create(
        plan=plan, on=on, dimension="total", overdue=overdue, done_on_time=done, **dict.fromkeys(names, 0)
    )


@pytest.mark.parametrize(
    ("before", "words"),
    [(0, "1 overdue (1 more)"), (1, "1 overdue, "), (3, "1 overdue (2 fewer)"), (None, "1 overdue, ")],
)
def test_the_week_is_compared_with_the_one_before_when_it_was_counted(plan, leader, before, words):
    if before is not None:
        snapshot(plan, LATE - timedelta(days=7), before)

    letter = written("weekly-overview", leader, [plan.review], LATE, "leadership")

    assert letter.subject.startswith(f"Week 38: {words}") and letter.subject.endswith("0/1 completed")
    assert ("Completed since" in " ".join(letter.text.split())) is (before is not None)
    assert letter.is_optional


def test_a_count_of_long_ago_is_not_last_week(plan, leader):
    snapshot(plan, LATE - timedelta(days=30), 9)
    snapshot(plan, LATE - timedelta(days=2), 9)

    assert "fewer" not in written("weekly-overview", leader, [plan.review], LATE, "leadership").subject


def test_the_week_names_groups_and_what_is_overdue_the_longest(plan, action, home_affairs):
    letter = written("weekly-overview", home_affairs, [plan.review], LATE, "home_affairs")

    assert "1 actions, 0 completed, 1 overdue" in letter.text
    assert f"19 days overdue – {action.ref}" in letter.text and "Department of Environment" in letter.text
    assert "/tong-quan/" in letter.text


def test_leadership_is_told_by_name_of_everything_it_is_owed(action, official, home_affairs, leader):
    more = [factories.tracked_action(action.weakness, official, home_affairs) for _ in range(12)]

    letter = written("weekly-overview", leader, more, LATE, "leadership", rule="action-overdue-15")

    assert all(each.ref in letter.text for each in more) and letter.subject == "Week 38: 13 overdue"
    assert not letter.is_optional


def test_a_week_without_anything_overdue_is_quiet(plan, leader):
    letter = written("weekly-overview", leader, [plan.review], factories.ISSUED, "leadership")

    assert "0 overdue" in letter.subject and "No action is overdue." in letter.html


def test_the_chasing_letter_quotes_home_affairs_and_lists_what_is_still_open(
    old_news, official, head, home_affairs, sink
):
    type(home_affairs).objects.filter(pk=home_affairs.pk).update(phone="0293 3878 878")
    other = factories.tracked_action(old_news.weakness, official, home_affairs)
    home_affairs.refresh_from_db()
    chase = Chase.objects.send(
        old_news.lead_unit, by=factories.actor(home_affairs), now=at(LATE), words="Gấp\n\nHai"
    )
    other.drop(by=factories.actor(home_affairs), today=LATE, reason="Không còn phù hợp")

    letter = written("unit-chased", head, [chase], LATE, "unit_head")

    assert letter.subject == "Urgent request: 1 overdue – Department of Environment"
    assert "  Gấp\n\n  Hai" in letter.text and "0293 3878 878" in letter.text
    assert old_news.ref in letter.text and other.ref not in letter.text


def test_a_chased_unit_that_was_faster_is_thanked(old_news, head, home_affairs):
    chase = Chase.objects.send(
        old_news.lead_unit, by=factories.actor(home_affairs), now=at(LATE), words="Gấp"
    )
    old_news.drop(by=factories.actor(home_affairs), today=LATE, reason="Không còn phù hợp")

    letter = written("unit-chased", head, [chase], LATE, "unit_head")
    assert letter.subject == "Urgent request of Home Affairs – Department of Environment"
    assert "Nothing of it is overdue any more" in letter.text


def test_a_receipt_says_when_by_whom_and_how_much(action, official, head, home_affairs, sink):
    factories.submitted(Submission.objects.get(unit=action.lead_unit), official, head)
    type(head).objects.update(language="en")
    tick(factories.DEADLINE, time(9))

    receipt = next(mail for mail in sink.to(head.email) if "Handed in" in mail["Subject"])
    text = receipt.get_body(("plain",)).get_content()
    assert "Handed in by: Lê Thị Hòa" in text and "Attempt: 1" in text
    assert "weaknesses: 1, causes: 1" in " ".join(text.split())


@pytest.fixture
def refused(old_news, official, head, home_affairs, sink) -> Envelope:
    """The mail server refuses Khởi's address; those who can put it right have heard of it."""
    sink.refuse[official.email] = "550 5.1.1 no such user here"
    for minute in range(3):
        tick(MONDAY, time(8, minute))
    return Envelope.objects.get(recipient=official, state="failed")


def test_who_was_not_reached_is_told_with_the_answer_and_what_it_was_about(
    refused, old_news, official, head, sink
):
    text = sink.to(head.email)[-1].get_body(("plain",)).get_content()

    assert official.email in text and "550 5.1.1 no such user here" in text and old_news.ref in text
    assert refused.subject_line in " ".join(text.split())
    assert "/quan-tri/" not in text and f"/thong-bao/{refused.pk}" not in text


def test_only_administrators_are_led_to_the_persons_page(refused, home_affairs, admin):
    for reader, is_led in ((home_affairs, False), (admin, True)):
        letter = written("delivery-failed", reader, [refused], MONDAY, "home_affairs")
        assert (f"/quan-tri/tracker/user/{refused.recipient_id}/change/" in letter.html) is is_led


def test_another_unit_hears_nothing_of_it(refused, foreign_official, inspector):
    for stranger in (foreign_official, inspector):
        mail = waiting(stranger, at(MONDAY), kind="delivery-failed")
        Obligation.objects.create(
            subject_type="envelope", subject_id=refused.pk, recipient=stranger, audience="second_contact",
            rule=ReminderRule.objects.get(code="delivery-failed"), due_on=MONDAY, occurrence=0, fire_on=MONDAY,
            state="bound", envelope=mail,
        )  # fmt: skip
        assert [item.thing for item in items_of(mail, factories.actor(stranger, MONDAY))] == [None]


def test_a_thing_told_under_two_rules_stands_in_the_bundle_once(old_news, official, home_affairs, sink):
    old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=LATE, reason="Chờ kinh phí"
    )
    tick(MONDAY)
    tick(MONDAY + timedelta(days=3))

    bundles = Envelope.objects.filter(recipient=home_affairs, kind="bundle", state="sent")
    assert [mail.text.count("Chờ kinh phí") for mail in bundles] == [1] * len(bundles)
