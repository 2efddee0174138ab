"""A colleague stands in while one is away: named by oneself, for some days, and seen by both."""

from datetime import date, time, timedelta

import pytest

from notifications.models import Envelope, Obligation
from plans.models import Submission
from tests import factories
from tests.notifications.days import tick
from tests.reading import Reader
from tracker import calendar
from tracker.models import Delegation

PAGE = "/cai-dat/vang-mat/"
TODAY = calendar.today()
WEEK = timedelta(days=7)
MONDAY = date(2022, 8, 22)


@pytest.fixture
def old_news(action, head):
    """What has happened so far was told already; nobody owes a submission any more."""
    action.weakness.review.submissions.update(state="exempt")
    tick(date(2022, 6, 25))
    return action


@pytest.fixture
def colleague(environment):
    return factories.person("nam@sample.test", "Đỗ Nam", "official", environment)


def appoint(person, colleague, first=TODAY, last=TODAY + WEEK, **words):
    days = {"starts_on": f"{first:%d/%m/%Y}", "ends_on": f"{last:%d/%m/%Y}"}
    return Reader(person).fill_in(PAGE, **({"stand_in": colleague.pk} | days | words))


def told(person, code) -> list[str]:
    return list(
        Obligation.objects.filter(recipient=person, rule__code=code).values_list("audience", flat=True)
    )


def test_a_colleague_is_appointed_and_both_see_it(official, colleague):
    assert appoint(official, colleague).status_code == 303
    absence = Delegation.objects.get()

    assert (absence.absentee, absence.stand_in, absence.ends_on) == (official, colleague, TODAY + WEEK)
    assert list(Reader(official).get(PAGE).context["absences"]) == [absence]
    for page in ("/viec-cua-toi/", "/tro-giup/", PAGE):
        text = Reader(colleague).get(page).content.decode()
        assert 'class="standing-in"' in text and official.full_name in text
    assert 'class="standing-in"' not in Reader(official).get(PAGE).content.decode()


def test_the_notice_is_there_during_these_days_only(official, colleague):
    appoint(official, colleague, TODAY + WEEK, TODAY + WEEK)

    assert 'class="standing-in"' not in Reader(colleague).get("/viec-cua-toi/").content.decode()


def test_a_second_click_appoints_once(official, colleague):
    reader = Reader(official)
    form = reader.get(PAGE).context["form"]
    words = {"idempotency": form["idempotency"].value(), "stand_in": colleague.pk,
             "starts_on": f"{TODAY:%d/%m/%Y}", "ends_on": f"{TODAY:%d/%m/%Y}"}  # fmt: skip

    assert [reader.post(PAGE, words).status_code for _ in range(2)] == [303, 303]
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"starts_on": "32/13/2026"}, "starts_on"),
        ({"ends_on": ""}, "ends_on"),
        ({"ends_on": "01/01/2020"}, "ends_on"),
        ({"starts_on": "01/01/2020"}, "starts_on"),
        ({"stand_in": ""}, "stand_in"),
        ({"stand_in": "999999"}, "stand_in"),
        ({"stand_in": "Nam"}, "stand_in"),
    ],
)
def test_bad_days_and_people_are_answered_beside_their_field_and_the_rest_stays(
    words, field, official, colleague
):
    answer = appoint(official, colleague, **words)

    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert "/20" in answer.content.decode() and not Delegation.objects.exists()


def test_oneself_and_people_of_other_units_are_not_offered_and_not_taken(
    official, colleague, foreign_official
):
    offered = Reader(official).get(PAGE).context["form"].fields["stand_in"].queryset
    assert list(offered) == [colleague]

    for person in (official, foreign_official):
        assert appoint(official, person).status_code == 422
    assert not Delegation.objects.exists()


def test_two_absences_at_once_are_refused_with_a_word(official, colleague):
    appoint(official, colleague)
    answer = appoint(official, colleague, TODAY + WEEK, TODAY + 2 * WEEK)

    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["starts_on"]


def test_back_earlier(official, colleague):
    appoint(official, colleague)
    answer = Reader(official).post(f"{PAGE}{Delegation.objects.get().pk}/ket-thuc/")

    assert answer.status_code == 303
    assert 'class="standing-in"' not in Reader(colleague).get("/viec-cua-toi/").content.decode()


def test_nobody_ends_the_absence_of_another(official, colleague, head):
    appoint(official, colleague)
    absence = Delegation.objects.get()

    for person in (colleague, head):
        assert Reader(person).post(f"{PAGE}{absence.pk}/ket-thuc/").status_code == 404
    assert Delegation.objects.filter(ends_on=TODAY + WEEK).exists()


def test_whoever_is_alone_in_the_unit_is_told_so(official):
    page = Reader(official).get(PAGE)

    assert page.status_code == 200 and 'id="verb-form"' not in page.content.decode()


def test_the_stand_in_of_a_head_may_decide_and_the_notice_says_so(head, colleague):
    appoint(head, colleague)

    assert factories.actor(colleague, TODAY).is_head_of(head.memberships.get().unit_id)
    assert head.full_name in Reader(colleague).get("/viec-cua-toi/").content.decode()


def test_mails_for_an_absent_official_and_an_absent_head_go_to_the_stand_in(
    old_news, official, head, colleague, home_affairs
):
    for person in (official, head):
        Delegation.objects.create(absentee=person, stand_in=colleague, starts_on=MONDAY, ends_on=MONDAY)
    asked = old_news.ask_extension(
        by=factories.actor(official), today=MONDAY, requested_due_on=date(2022, 9, 15), reason="Chờ kinh phí"
    )
    asked.approve(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY)

    assert told(official, "extension-decided") == told(head, "extension-decided") == []
    assert told(colleague, "extension-decided") == ["owner"]
    assert Envelope.objects.filter(recipient=colleague, kind="extension-decided", state="sent").count() == 1


def test_what_awaits_the_approval_of_an_absent_head_is_told_to_the_stand_in(
    review, weakness, official, head, colleague
):
    factories.action(weakness, official)
    Delegation.objects.create(
        absentee=head, stand_in=colleague, starts_on=factories.IN_JUNE, ends_on=factories.IN_JUNE
    )
    submission = Submission.objects.get(unit=weakness.unit)
    for each in submission.weaknesses:
        each.add_cause(**by(official), kind="internal", statement="Chưa phân công rõ.")
        each.name_responsible(**by(official), person=official, level="direct")
    submission.draft(**by(official), strengths="Đúng hạn")
    submission.send_to_head(**by(official))
    tick(factories.IN_JUNE, time(7))

    assert told(colleague, "submission-to-head") == ["unit_head"] and told(head, "submission-to-head") == []


def by(person) -> dict:
    return {"by": factories.actor(person, factories.IN_JUNE), "today": factories.IN_JUNE}
