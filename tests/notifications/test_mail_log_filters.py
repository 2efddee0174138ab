"""The log is narrowed by unit and day as well, paged by key, and asks as often for a thousand mails as for one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from notifications.models import PlannerRun, Tick
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, THURSDAY, WEDNESDAY, at
from tests.reading import Reader

LOG = "/thong-bao/"


@pytest.fixture
def three_days(official, head, foreign_official) -> dict:
    """A mail to each of three people, on three days."""
    people = {"khoi": (official, MONDAY), "hoa": (head, WEDNESDAY), "tuyet": (foreign_official, THURSDAY)}
    return {name: envelopes.sent(person, at(day)) for name, (person, day) in people.items()}


@pytest.fixture
def found(three_days, home_affairs):
    """The names whose mail stands in the log under this filter."""
    reader, names = Reader(home_affairs), {mail.pk: name for name, mail in three_days.items()}
    return lambda **query: [names[mail.pk] for mail in reader.get(LOG, query).context["page"].rows]


def test_a_unit_shows_the_mails_to_its_people(found):
    assert found(unit="STNMT") == ["hoa", "khoi"]
    assert found(unit="SYT") == ["tuyet"]
    assert found(unit="SNV") == []


def test_days_are_both_included_and_may_be_open_ended(found):
    assert found(first_day="24/08/2022") == ["tuyet", "hoa"]
    assert found(last_day="24/08/2022") == ["hoa", "khoi"]
    assert found(first_day="23/08/2022", last_day="24/08/2022") == ["hoa"]
    assert found(first_day="2022-08-26") == []


def test_a_person_is_found_by_a_name_without_accents_or_by_the_address(found):
    assert found(person="anh tuyet") == ["tuyet"]
    assert found(person="KHOI@sample") == ["khoi"]


def test_filters_narrow_together(found):
    assert found(unit="STNMT", last_day="22/08/2022", state="sent") == ["khoi"]
    assert found(unit="STNMT", state="failed") == []


@pytest.mark.parametrize(
    "query",
    ["first_day=32/13/2022", "last_day=yesterday", "unit=NOWHERE", "state=x", "kind=x", f"person={'x' * 201}",
     "first_day=22%2F08%2F2022%00"],
)  # fmt: skip
def test_a_value_that_makes_no_sense_is_named_beside_its_field(query, home_affairs):
    page = Reader(home_affairs).get(f"{LOG}?{query}")

    assert page.status_code == 400
    assert 'id="errors"' in page.content.decode()


@pytest.mark.parametrize(
    "after", ["abc", "2022-08-22", "2022-13-01_5", "_5", "2022-08-22_", "2022-08-22_x", "5"]
)
def test_a_page_of_days_that_does_not_exist_is_refused(after, home_affairs):
    assert Reader(home_affairs).get(f"{LOG}?last_day=22/08/2022&after={after}").status_code == 422


@pytest.mark.parametrize("narrowed", ["", "last_day=31/08/2022"])
def test_page_after_page_every_mail_is_seen_once(narrowed, official, home_affairs):
    mails = [envelopes.sent(official, at(MONDAY + timedelta(days=number % 3))).pk for number in range(120)]
    reader, seen, after = Reader(home_affairs), [], ""
    while after is not None:
        page = reader.get(f"{LOG}?{narrowed}&after={after}").context["page"]
        seen += [mail.pk for mail in page.rows]
        after = page.after or None

    assert sorted(seen) == sorted(mails) and len(set(seen)) == len(seen)


def test_the_latest_day_comes_first(official, home_affairs):
    for day in (THURSDAY, MONDAY, WEDNESDAY):
        envelopes.sent(official, at(day))
    rows = Reader(home_affairs).get(f"{LOG}?last_day=31/08/2022").context["page"].rows

    assert [mail.business_date for mail in rows] == [THURSDAY, WEDNESDAY, MONDAY]


def test_the_head_of_the_log_says_how_the_sending_goes(home_affairs, official):
    now = timezone.now()
    Tick.objects.create(driver="beat", last_at=now)
    PlannerRun.objects.create(business_date=date(2026, 11, 20), finished_at=now)
    envelopes.waiting(official, now - timedelta(minutes=2))
    watch = Reader(home_affairs).get(LOG).context["watch"]

    assert (watch.queue, watch.failures.ended) == (1, 0)
    assert [at for _driver, at in watch.drivers] == [now]
    assert watch.signs.last_planned == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("security", "words"),
    [({}, ":25"), ({"EMAIL_USE_TLS": True}, ":25, STARTTLS"), ({"EMAIL_USE_SSL": True}, ":25, TLS")],
)  # fmt: skip
def test_the_mail_server_is_named_without_its_password(security, words, home_affairs, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_PASSWORD = (
        "smtp.haugiang.test",
        25,
        "very-secret",
    )
    for name, value in security.items():
        setattr(settings, name, value)
    page = Reader(home_affairs).get(LOG).content.decode()

    assert f"smtp.haugiang.test{words}" in page and "very-secret" not in page


def test_others_see_their_own_mails_without_the_head(three_days, official):
    page = Reader(official).get(LOG)

    assert "watch" not in page.context
    assert [mail.recipient for mail in page.context["page"].rows] == [official]
    assert reverse("mail-trial") not in page.content.decode()


def test_the_three_kinds_of_emptiness_have_their_own_words(home_affairs, official):
    reader = Reader(home_affairs)
    reader.get(f"{LOG}?lang=en")

    assert "No e-mail has been written yet" in reader.get(LOG).content.decode()
    assert "No e-mail matches the filter" in reader.get(f"{LOG}?state=failed").content.decode()
    assert "No mail of the last 7 days has failed" in reader.get(f"{LOG}gui-lai/").content.decode()
