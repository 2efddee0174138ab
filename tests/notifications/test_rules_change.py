"""Rules are superseded, never edited: from the next day on, by an administrator, and nonsense is answered."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from notifications.models import ReminderRule
from tests import factories
from tests.notifications.days import MONDAY
from tests.tracker.test_many_at_once import together
from tracker.errors import Invalid, Refused
from tracker.models import Event

TOMORROW, YESTERDAY = MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)
NEXT_WEEK = MONDAY + timedelta(days=7)


@pytest.fixture
def rule(db) -> ReminderRule:
    return ReminderRule.objects.get(code="action-due")


@pytest.fixture
def by(admin) -> dict:
    return {"by": factories.actor(admin), "today": MONDAY}


def test_the_old_row_ends_the_day_before_the_new_one_begins(rule, by):
    newer = rule.supersede(**by, valid_from=NEXT_WEEK, offsets=[0, -5], repeat_every=None)

    rows = ReminderRule.objects.of("action-due")
    assert [(row.valid_from, row.valid_to) for row in rows] == [
        (NEXT_WEEK, None),
        (rule.valid_from, NEXT_WEEK - timedelta(days=1)),
    ]
    assert (newer.offsets, newer.audiences, newer.anchor) == ([-5, 0], ["owner"], "action_due")


def test_on_every_day_exactly_one_row_is_in_force(rule, by):
    rule.supersede(**by, valid_from=NEXT_WEEK, offsets=[-5])

    for day in (MONDAY, NEXT_WEEK - timedelta(days=1), NEXT_WEEK, date(2030, 1, 1)):
        assert ReminderRule.objects.in_force(day).filter(code="action-due").count() == 1


def test_the_history_tells_the_numbers_before_and_after(rule, by, admin):
    newer = rule.supersede(**by, valid_from=TOMORROW, offsets=[-5])

    event = Event.objects.of(rule).get()
    assert (event.verb, event.actor, event.reason) == ("superseded", admin, "action-due")
    assert (event.before["offsets"], event.after["offsets"]) == ([-7, -3, -1, 0], [-5])
    assert (event.after["rule"], event.after["valid_from"]) == (newer.pk, "2022-08-23")


def test_a_retired_rule_holds_until_its_last_day_and_the_history_says_so(rule, by):
    rule.retire(**by, valid_until=MONDAY)

    assert ReminderRule.objects.in_force(MONDAY).filter(code="action-due").exists()
    assert not ReminderRule.objects.in_force(TOMORROW).filter(code="action-due").exists()
    assert Event.objects.of(rule).get().after == {"valid_to": "2022-08-22"}


def test_a_retired_rule_comes_back_when_it_is_superseded(rule, by):
    rule.retire(**by, valid_until=TOMORROW)
    with pytest.raises(Invalid, match="valid_from"):
        rule.supersede(**by, valid_from=TOMORROW)
    rule.supersede(**by, valid_from=NEXT_WEEK)

    assert [row.valid_to for row in ReminderRule.objects.of("action-due")] == [None, TOMORROW]


@pytest.mark.parametrize("day", [YESTERDAY, MONDAY, MONDAY + timedelta(days=367), None, "2022-08-30"])
def test_a_change_takes_effect_tomorrow_at_the_earliest_and_within_a_year(day, rule, by):
    with pytest.raises(Invalid, match="valid_from"):
        rule.supersede(**by, valid_from=day, offsets=[-5])

    assert ReminderRule.objects.of("action-due").count() == 1


def test_no_rule_ends_in_the_past(rule, by):
    with pytest.raises(Invalid, match="valid_until"):
        rule.retire(**by, valid_until=YESTERDAY)


@pytest.mark.parametrize(
    ("field", "nonsense"),
    [
        ("offsets", []), ("offsets", [1, 1]), ("offsets", [366]), ("offsets", [-366]), ("offsets", [1.5]),
        ("offsets", ["7"]), ("offsets", [True]), ("offsets", [None]), ("offsets", 7), ("offsets", [10**30]),
        ("repeat_every", 0), ("repeat_every", 366), ("repeat_every", -1), ("repeat_every", 2.5), ("repeat_every", "3"),
        ("audiences", []), ("audiences", ["everybody"]), ("audiences", ["owner", "owner"]), ("audiences", "owner"),
        ("audiences", ["former_owner"]), ("audiences", ["second_contact"]), ("in_working_days", None),
        ("is_compulsory", "yes"), ("code", "other"), ("verbs", ["action.assigned"]), ("anchor", "event"),
    ],
)  # fmt: skip
def test_nonsense_is_refused_at_its_field_and_nothing_is_written(field, nonsense, rule, by):
    with pytest.raises(Invalid) as refusal:
        rule.supersede(**by, valid_from=TOMORROW, **{field: nonsense})

    assert list(refusal.value.errors) == [field]
    assert ReminderRule.objects.get(code="action-due").valid_to is None


@pytest.mark.parametrize(
    ("code", "audience"),
    [
        ("submission-due", "owner"), ("submission-due", "former_owner"), ("submission-submitted", "owner"),
        ("action-assigned", "second_contact"), ("action-verified", "former_owner"), ("action-verified", "leadership"),
        ("review-opened", "owner"), ("weekly-overview", "official"), ("delivery-failed", "unit_head"),
        ("decision-waiting", "owner"), ("unit-chased", "owner"),
    ],
)  # fmt: skip
def test_nobody_is_named_whom_the_rule_cannot_know(code, audience, by):
    with pytest.raises(Invalid, match="audiences"):
        ReminderRule.objects.get(code=code).supersede(**by, valid_from=TOMORROW, audiences=[audience])


@pytest.mark.parametrize("code", ["action-assigned", "weekly-overview", "delivery-failed"])
def test_what_comes_when_it_comes_has_no_days_to_choose(code, by):
    with pytest.raises(Invalid, match="offsets"):
        ReminderRule.objects.get(code=code).supersede(**by, valid_from=TOMORROW, offsets=[1])


def test_what_counts_from_a_past_deed_cannot_be_told_before_it(by):
    with pytest.raises(Invalid, match="offsets"):
        ReminderRule.objects.get(code="action-quiet").supersede(**by, valid_from=TOMORROW, offsets=[-3, 5])


def test_every_rule_of_the_first_day_could_be_written_by_hand(by):
    from notifications.models.rule_numbers import has_offsets, sound

    for rule in ReminderRule.objects.all():
        kept = rule.numbers if has_offsets(rule) else {"audiences": rule.audiences}
        assert sound(rule, kept) == kept


def test_a_row_that_is_not_the_latest_any_more_is_refused(rule, by):
    stale = ReminderRule.objects.get(pk=rule.pk)
    rule.supersede(**by, valid_from=TOMORROW, offsets=[-5])

    with pytest.raises(Refused):
        stale.supersede(**by, valid_from=NEXT_WEEK, offsets=[-6])
    with pytest.raises(Refused):
        stale.retire(**by, valid_until=NEXT_WEEK)


def test_a_row_that_does_not_hold_yet_is_refused(rule, by):
    newer = rule.supersede(**by, valid_from=NEXT_WEEK, offsets=[-5])

    with pytest.raises(Refused):
        newer.supersede(**by, valid_from=NEXT_WEEK + timedelta(days=9), offsets=[-6])


def test_a_change_that_changes_nothing_is_refused(rule, by):
    with pytest.raises(Refused):
        rule.supersede(**by, valid_from=TOMORROW, offsets=[0, -1, -3, -7])


@pytest.mark.parametrize("who", ["official", "head", "home_affairs", "leader", "inspector"])
def test_only_administrators_change_rules(who, rule, request):
    by = {"by": factories.actor(request.getfixturevalue(who)), "today": MONDAY}

    with pytest.raises(Refused):
        rule.supersede(**by, valid_from=TOMORROW, offsets=[-5])
    with pytest.raises(Refused):
        rule.retire(**by, valid_until=TOMORROW)


@pytest.mark.django_db(transaction=True)
def test_of_several_administrators_at_once_one_changes_the_rule_and_the_others_are_told(rule, by):
    rows = [ReminderRule.objects.get(pk=rule.pk) for _ in range(4)]

    def change(number: int) -> str:
        rows[number].supersede(**by, valid_from=TOMORROW, offsets=[-5 - number])
        return "changed"

    assert sorted(map(str, together(4, change))) == sorted(map(str, ["changed", *[Refused] * 3]))
    assert ReminderRule.objects.filter(code="action-due", valid_to=None).count() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"offsets": [-9]}, {"audiences": ["unit_head"]}, {"valid_from": MONDAY}, {"code": "other"},
        {"valid_to": MONDAY, "repeat_every": 3},
    ],
)  # fmt: skip
def test_the_database_itself_refuses_to_edit_a_row(change, rule):
    with pytest.raises(IntegrityError, match="superseded"), transaction.atomic():
        ReminderRule.objects.filter(pk=rule.pk).update(**change)


def test_the_database_itself_refuses_to_delete_a_row_or_to_end_it_again(rule, by):
    rule.retire(**by, valid_until=MONDAY)

    for day in (None, TOMORROW):
        with pytest.raises(IntegrityError, match="superseded"), transaction.atomic():
            ReminderRule.objects.filter(pk=rule.pk).update(valid_to=day)
    with pytest.raises(IntegrityError, match="superseded"), transaction.atomic():
        ReminderRule.objects.filter(pk=rule.pk).delete()
