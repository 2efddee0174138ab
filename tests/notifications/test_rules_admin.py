"""The rules in the administration: read in words, superseded by saving, ended by a form of its own."""

from datetime import timedelta

import pytest
from django.utils import translation

from notifications.models import ReminderRule
from notifications.rule_wording import when, whom
from tests import factories
from tests.reading import Reader
from tracker import calendar

LIST = "/quan-tri/notifications/reminderrule/"
LATER_ON = calendar.today() + timedelta(days=9)
LATER = f"{LATER_ON:%d/%m/%Y}"
NUMBERS = {"offsets": "-5, 0", "repeat_every": "", "in_working_days": "on", "audiences": ["owner"]}
NUMBERS |= {"is_compulsory": "on", "valid_from": LATER}


@pytest.fixture
def reader(admin) -> Reader:
    type(admin).objects.filter(pk=admin.pk).update(language="en")
    admin.refresh_from_db()
    return Reader(admin)


@pytest.fixture
def rule(db) -> ReminderRule:
    return ReminderRule.objects.get(code="action-due")


def page_of(rule, part: str = "change") -> str:
    return f"{LIST}{rule.pk}/{part}/"


def the(code: str) -> ReminderRule:
    return ReminderRule.objects.get(code=code)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("action-due", "7, 3, 1 working days before the deadline; on the day of the deadline"),
        ("action-overdue-1", "1 working day after the deadline"),
        ("action-overdue-15", "15 working days after the deadline; then every 10 working days"),
        ("action-quiet", "after 14 working days without progress"),
        ("decision-waiting", "after 3 working days of waiting; then every 3 working days"),
        ("weekly-overview", "on the first working day of each week"),
        ("action-assigned", "at once"),
        ("action-reported", "with the next daily bundle"),
        ("delivery-failed", "at once"),
    ],
)
def test_when_a_rule_tells_is_said_in_words(code, words, db):
    with translation.override("en"):
        assert when(the(code)) == words


def test_whom_a_rule_tells_is_said_in_words(db):
    with translation.override("en"):
        assert whom(the("submission-overdue")) == "head of the unit, Home Affairs"
        assert whom(the("submission-submitted")).endswith("whoever did it included")


def test_the_list_shows_each_rule_once_with_what_holds_comes_and_was(rule, admin, reader):
    today = calendar.today()
    by = {"by": factories.actor(admin)}
    second = rule.supersede(
        **by, today=today - timedelta(days=9), valid_from=today - timedelta(days=5), offsets=[-2]
    )
    third = second.supersede(**by, today=today, valid_from=today + timedelta(days=5), offsets=[-4])
    stories = {story.code: story for story in reader.get(LIST).context["stories"]}

    found = stories["action-due"]
    assert (found.present, found.coming, found.past) == (second, third, [rule])
    assert len(stories) == ReminderRule.objects.values("code").distinct().count()


@pytest.mark.parametrize("code", ["action-due", "action-assigned", "weekly-overview", "delivery-failed"])
def test_every_kind_of_rule_has_its_page(code, reader):
    page = reader.get(page_of(the(code)))

    assert page.status_code == 200
    assert ("offsets" in page.context["form"].fields) is (code == "action-due")


def test_saving_supersedes_the_rule_from_the_chosen_day_on(rule, reader):
    answer = reader.fill_in(page_of(rule), **NUMBERS)

    assert (answer.status_code, answer.url) == (303, LIST)
    newer, older = ReminderRule.objects.of("action-due")
    assert (newer.offsets, newer.valid_from) == ([-5, 0], LATER_ON)
    assert (older.offsets, older.valid_to) == ([-7, -3, -1, 0], newer.valid_from - timedelta(days=1))


def test_tomorrow_is_proposed_as_the_first_day(rule, reader):
    form = reader.get(page_of(rule)).context["form"]

    assert form["valid_from"].value() == calendar.today() + timedelta(days=1)
    assert form["offsets"].value() == "-7, -3, -1, 0"


def test_the_page_of_a_rule_tells_its_history(rule, reader, admin):
    reader.fill_in(page_of(rule), **NUMBERS)

    history = reader.get(page_of(rule)).context["history"]
    assert [(event.verb, event.actor) for event in history] == [("superseded", admin)]


def test_a_form_sent_twice_supersedes_once(rule, reader):
    key = reader.get(page_of(rule)).context["form"]["idempotency"].value()
    answers = [reader.post(page_of(rule), NUMBERS | {"idempotency": key}).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert ReminderRule.objects.of("action-due").count() == 2


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("offsets", ""), ("offsets", "seven"), ("offsets", "1,5.5"), ("offsets", "-400"), ("offsets", "3, 3"),
        ("offsets", "9" * 199), ("repeat_every", "0"), ("repeat_every", "often"), ("repeat_every", "9" * 40),
        ("audiences", []), ("audiences", ["former_owner"]), ("audiences", ["everybody"]),
        ("valid_from", "yesterday"), ("valid_from", "01/01/2020"), ("valid_from", "01/01/2999"), ("valid_from", ""),
    ],
)  # fmt: skip
def test_bad_input_comes_back_with_its_error_beside_the_field(field, typed, rule, reader):
    page = reader.fill_in(page_of(rule), **NUMBERS | {field: typed})

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert ReminderRule.objects.of("action-due").count() == 1


def test_a_minus_sign_of_a_word_processor_is_understood(rule, reader):
    reader.fill_in(page_of(rule), **NUMBERS | {"offsets": "−9; –4 0"})

    assert ReminderRule.objects.of("action-due")[0].offsets == [-9, -4, 0]


def test_saving_without_a_change_is_answered_and_writes_nothing(rule, reader):
    words = NUMBERS | {"offsets": "-7, -3, -1, 0"}

    assert reader.fill_in(page_of(rule), **words).status_code == 409
    assert ReminderRule.objects.of("action-due").count() == 1


def test_who_was_slower_is_told_and_changes_nothing(rule, reader, admin):
    form = reader.get(page_of(rule)).context["form"]
    by = {"by": factories.actor(admin), "today": calendar.today()}
    rule.supersede(**by, valid_from=calendar.today() + timedelta(days=1), offsets=[-2])
    answer = reader.post(page_of(rule), NUMBERS | {"idempotency": form["idempotency"].value()})

    assert answer.status_code == 409
    assert ReminderRule.objects.of("action-due").count() == 2


def test_a_rule_is_ended_on_a_form_of_its_own(rule, reader):
    assert reader.fill_in(page_of(rule, "retire"), valid_until="01/01/2020").status_code == 422
    assert reader.fill_in(page_of(rule, "retire"), valid_until=LATER).status_code == 303

    assert f"{ReminderRule.objects.get(code='action-due').valid_to:%d/%m/%Y}" == LATER


def test_news_can_be_told_to_other_people(reader):
    words = {"audiences": ["owner", "unit_head"], "is_compulsory": "on", "valid_from": LATER}

    assert reader.fill_in(page_of(the("action-assigned")), **words).status_code == 303
    assert ReminderRule.objects.of("action-assigned")[0].audiences == ["owner", "unit_head"]


@pytest.mark.parametrize("part", ["999999/change/", "abc/change/", "999999/retire/", "²/change/"])
def test_a_rule_that_is_not_there_is_404(part, reader):
    assert reader.get(LIST + part).status_code == 404


def test_no_rule_is_added_or_deleted_here(rule, reader):
    assert reader.get(f"{LIST}add/").status_code == 403
    assert reader.post(page_of(rule, "delete"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("who", ["official", "head", "home_affairs", "leader", "inspector"])
@pytest.mark.parametrize("part", ["", "{}/change/", "{}/retire/"])
def test_nobody_else_gets_in_even_when_he_may_open_the_administration(who, part, rule, request):
    person = request.getfixturevalue(who)
    type(person).objects.filter(pk=person.pk).update(is_staff=True)
    person.refresh_from_db()

    assert Reader(person).get(LIST + part.format(rule.pk)).status_code == 403
    assert Reader(person).post(LIST + part.format(rule.pk), NUMBERS).status_code == 403
