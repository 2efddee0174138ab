"""The second opinion finds every miss and every surplus, and names it exactly."""

from datetime import date, time, timedelta

from notifications import reconcile
from notifications.models import Discrepancy, Obligation, ReminderRule
from notifications.reconcile import books
from tests import factories
from tests.notifications.days import at, live
from tests.notifications.ledger import LAST, NOW, delete, found, named, rogue

NONSENSE = [
    {"subject_id": 987654},  # nothing there
    {"subject_type": "submission"},
    {"due_on": date(2022, 9, 1)},  # a deadline it never had
    {"occurrence": 2, "fire_on": date(2022, 9, 6)},  # a step the rule does not know
    {"occurrence": 7, "fire_on": date(2022, 9, 13)},  # not yet
    {"occurrence": 17, "fire_on": date(2022, 9, 6)},  # on the wrong day
]


def test_a_fortnight_of_true_books_has_no_discrepancy(fortnight):
    done = reconcile.compare(NOW)

    assert found() == []
    assert (done.missing, done.surplus) == (0, 0)
    assert done.expected >= 12


def test_one_deleted_and_one_rogue_line_are_both_named(fortnight, official, head):
    lost = delete(subject_id=fortnight.pk, recipient=official, occurrence=1)
    model = Obligation.objects.get(subject_id=fortnight.pk, recipient=head, occurrence=1)
    written = rogue(model, occurrence=5)

    reconcile.compare(NOW)

    assert found() == [named("missing", lost), named("surplus", written)]
    assert reconcile.open_discrepancies() == 2


def test_whichever_reminders_of_the_fortnight_are_lost_they_are_found(fortnight, official):
    reminders = Obligation.objects.filter(
        subject_id=fortnight.pk, recipient=official, rule__anchor="action_due"
    )
    lost = sorted(named("missing", row) for row in reminders)
    reminders.delete()

    reconcile.compare(NOW)

    assert [row[-1] for row in lost] == [-7, -3, -1, 0, 1]
    assert sorted(found()) == lost


def test_of_two_people_of_one_thing_the_one_who_lacks_his_line_is_named(fortnight, head):
    lost = delete(subject_id=fortnight.pk, recipient=head, occurrence=1)

    reconcile.compare(NOW)

    assert found() == [named("missing", lost)]


def test_a_changed_date_in_a_line_is_a_miss_and_a_surplus(fortnight, official):
    row = Obligation.objects.get(subject_id=fortnight.pk, recipient=official, occurrence=-3)
    true = named("missing", row)
    Obligation.objects.filter(pk=row.pk).update(due_on=row.due_on + timedelta(days=1))
    row.refresh_from_db()

    reconcile.compare(NOW)

    assert found() == [true, named("surplus", row)]


def test_a_line_given_to_somebody_else_is_a_miss_and_a_surplus(fortnight, official, foreign_official):
    row = Obligation.objects.get(subject_id=fortnight.pk, recipient=official, occurrence=-1)
    true = named("missing", row)
    Obligation.objects.filter(pk=row.pk).update(recipient=foreign_official)
    row.refresh_from_db()

    reconcile.compare(NOW)

    assert found() == [true, named("surplus", row)]


def test_all_lines_of_one_mail_deleted_are_all_named(fortnight, official):
    mail = (
        Obligation.objects.filter(recipient=official, state="done", rule__anchor="action_due").last().envelope
    )
    lost = sorted(named("missing", row) for row in mail.obligations.all())
    Obligation.objects.filter(envelope=mail).delete()

    reconcile.compare(NOW)

    assert len(lost) == 2
    assert sorted(found()) == lost


def test_lost_news_is_named(fortnight, official):
    lost = delete(rule__code="action-assigned", recipient=official)

    reconcile.compare(NOW)

    assert found() == [named("missing", lost)]


def test_news_of_an_event_of_another_thing_is_a_surplus(fortnight, official):
    news = Obligation.objects.get(rule__code="action-assigned", recipient=official)
    written = rogue(news, subject_id=fortnight.pk, subject_ref=fortnight.ref)

    reconcile.compare(NOW)

    assert found() == [named("surplus", written)]


def test_news_under_the_number_of_another_event_is_a_surplus(fortnight, official):
    written = rogue(Obligation.objects.get(rule__code="action-assigned", recipient=official), occurrence=2)

    reconcile.compare(NOW)

    assert found() == [named("surplus", written)]


def test_news_told_to_a_stranger_is_a_surplus(fortnight, foreign_official):
    written = rogue(Obligation.objects.get(rule__code="action-assigned"), recipient=foreign_official)

    reconcile.compare(NOW)

    assert found() == [named("surplus", written)]


def test_every_line_nothing_justifies_is_a_surplus(fortnight, official):
    rule = ReminderRule.objects.get(code="action-overdue-7")
    key = {"subject_id": fortnight.pk, "recipient": official, "occurrence": 1}
    written = [
        rogue(Obligation.objects.get(**key, rule__code="action-overdue-1"), rule=rule, **changes)
        for changes in NONSENSE
    ]

    reconcile.compare(NOW)

    assert sorted(found()) == sorted(named("surplus", row) for row in written)


def test_a_reminder_of_a_finished_thing_is_a_surplus(reported, official, home_affairs, review, monkeypatch):
    monkeypatch.setattr(books, "SLACK", timedelta(0))  # all these days pass within seconds
    review.submissions.update(state="exempt")
    live(date(2022, 8, 29), date(2022, 8, 30))
    reported.verify(by=factories.actor(home_affairs), today=date(2022, 8, 31))
    live(date(2022, 8, 31), LAST)
    model = Obligation.objects.get(rule__code="action-verified", recipient=official)
    first_overdue = {"event": None, "due_on": reported.due_on, "occurrence": 1, "fire_on": date(2022, 9, 5)}
    written = rogue(model, rule=ReminderRule.objects.get(code="action-overdue-1"), **first_overdue)

    reconcile.compare(NOW)

    assert found() == [named("surplus", written)]


def test_a_discrepancy_is_opened_once_and_settled_when_it_is_mended(fortnight, official):
    lost = delete(subject_id=fortnight.pk, recipient=official, occurrence=1)
    reconcile.compare(NOW)
    reconcile.compare(NOW)
    assert Discrepancy.objects.count() == 1

    lost.save(force_insert=True)
    reconcile.compare(NOW)
    assert reconcile.open_discrepancies() == 0
    assert Discrepancy.objects.get().settled_at is not None


def test_what_is_lost_today_is_found_before_the_next_plan(fortnight, official):
    seventh = date(2022, 9, 13)
    live(date(2022, 9, 9), seventh)
    lost = delete(subject_id=fortnight.pk, recipient=official, occurrence=7)

    reconcile.compare(at(seventh, time(9)))

    assert found() == [named("missing", lost)]
