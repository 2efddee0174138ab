"""The review is opened once, by somebody who has read what is opened; every unit owes a submission and is told."""

from datetime import timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.factories import actor
from tests.reading import Reader, in_english, text
from tracker import calendar
from tracker.models import Event, Membership, Review, Weakness


@pytest.fixture
def preparing(home_affairs, second_home_affairs, environment, health, official, head) -> Review:
    """The review of last year; its deadline lies ahead."""
    in_english(home_affairs, second_home_affairs, official)
    today = calendar.today()
    review = Review.prepare(
        by=actor(home_affairs), today=today, year=today.year - 1, conference_on=today,
        submissions_due_on=today + timedelta(days=12), plan_due_on=today + timedelta(days=50),
    )  # fmt: skip
    Weakness.assign(
        by=actor(home_affairs), today=today, review=review, units=[environment], title="Hồ sơ trễ hạn",
        statement="12/40 hồ sơ trễ hạn.", index=factories.index(),
    )  # fmt: skip
    return review


def place(review, part: str = "mo/") -> str:
    return f"/dot-danh-gia/{review.year}/{part}"


def test_the_page_counts_and_names_what_is_opened_and_who_is_told(preparing, home_affairs, official, head):
    page = Reader(home_affairs).get(place(preparing))
    ready = page.context["ready"]

    assert (len(ready.units), len(ready.weaknesses), ready.recipients) == (3, 1, [head, official])
    assert [each.unit.code for each in ready.silent] == ["SNV", "SYT"]
    assert [each.unit.code for each in ready.without_weaknesses] == ["SNV", "SYT"]
    assert "Open the review for 3 units" in text(page) and "No index has a result" in text(page)


def test_the_letter_on_the_page_is_the_one_that_is_sent(preparing, home_affairs, head):
    page = text(Reader(home_affairs).get(place(preparing)))

    assert "Kính gửi" in page and f"{preparing.submissions_due_on:%d/%m/%Y}" in page
    assert not Event.objects.filter(verb="opened").exists() and not Submission.objects.exists()


@pytest.mark.parametrize(("server", "warns"), [("", True), ("mail.test", False)])
def test_without_a_mail_server_nobody_is_said_to_get_the_letter(
    preparing, home_affairs, settings, server, warns
):
    settings.EMAIL_HOST = server
    reader = Reader(home_affairs)
    pages = [text(reader.get(place(preparing)))]
    answer = reader.fill_in(place(preparing), **seen(home_affairs, preparing))
    pages.append(text(reader.get(answer.url)))

    assert ["No mail server is set" in page for page in pages] == [warns, warns]
    assert ["The letter leaves at once" in pages[0], "The units are told" in pages[1]] == [not warns] * 2


def test_people_who_left_or_cannot_log_in_get_no_letter(preparing, home_affairs, head, official):
    Membership.objects.filter(user=head).update(valid_to=calendar.today() - timedelta(days=1))
    official.is_active = False
    official.save(update_fields=["is_active"])
    page = Reader(home_affairs).get(place(preparing))

    assert page.context["ready"].recipients == [] and "Nobody would get it" in text(page)


def test_opening_makes_every_unit_owe_a_submission(preparing, home_affairs):
    answer = Reader(home_affairs).fill_in(place(preparing), **seen(home_affairs, preparing))

    assert (answer.status_code, answer.url) == (303, place(preparing, ""))
    assert Review.objects.get().state == "open"
    assert [each.unit.code for each in Submission.objects.all()] == ["SNV", "STNMT", "SYT"]


def test_a_second_click_and_a_slower_colleague_open_nothing_twice(
    preparing, home_affairs, second_home_affairs
):
    first, second = Reader(home_affairs), Reader(second_home_affairs)
    form, late = sent(first, preparing), sent(second, preparing)

    assert [first.post(place(preparing), form).status_code for _ in range(2)] == [303, 303]
    refused = second.post(place(preparing), late)
    assert refused.status_code == 409 and f"{home_affairs.full_name} opened this review on" in text(refused)
    assert Event.objects.filter(verb="opened").count() == 1 and Submission.objects.count() == 3
    assert second.get(place(preparing)).url == place(preparing, "")


def test_what_a_colleague_changed_meanwhile_is_read_before_it_is_opened(preparing, home_affairs, health):
    reader = Reader(home_affairs)
    form = sent(reader, preparing)
    Weakness.assign(
        by=actor(home_affairs), today=calendar.today(), review=preparing, units=[health], title="Chậm",
        statement="Chậm.", index=factories.index(),
    )  # fmt: skip
    page = reader.post(place(preparing), form)
    shown = page.context["form"]

    assert page.status_code == 422 and "A colleague has changed the review" in text(page)
    assert Review.objects.get().state == "preparing"
    again = {name: shown[name].value() for name in ("seen", "idempotency")}
    assert reader.post(place(preparing), again).status_code == 303


def test_a_review_without_units_is_not_opened(preparing, home_affairs):
    Weakness.objects.all().delete()
    preparing.assessed_units.all().delete()
    reader = Reader(home_affairs)
    page = reader.get(place(preparing))

    assert "No unit has been chosen" in text(page) and 'id="verb-form"' not in text(page)
    assert reader.post(place(preparing), sent(reader, preparing)).status_code == 409
    assert Review.objects.get().state == "preparing"


def test_a_deadline_that_is_over_keeps_the_review_shut(preparing, home_affairs):
    yesterday = calendar.today() - timedelta(days=1)
    Review.objects.update(submissions_due_on=yesterday, conference_on=yesterday)
    reader = Reader(home_affairs)
    page, answer = reader.get(place(preparing)), reader.post(place(preparing), sent(reader, preparing))

    assert page.context["obstacles"] and 'id="verb-form"' not in text(page)
    assert answer.status_code == 409 and "Set the dates of the review first" in text(answer)


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector"])
def test_only_home_affairs_opens(who, preparing, request):
    reader = Reader(request.getfixturevalue(who))

    assert reader.get(place(preparing)).status_code == 403
    assert reader.post(place(preparing), {"seen": "x", "idempotency": "x" * 20}).status_code == 403
    assert Review.objects.get().state == "preparing"


def test_a_unit_reads_nothing_of_what_is_prepared(preparing, official):
    reader = Reader(official)

    assert reader.get(f"/ban-nop/{preparing.year}/STNMT/").status_code == 404
    assert "Hồ sơ trễ hạn" not in text(reader.get("/tim/?q=hồ+sơ+trễ"))


def seen(person, review) -> dict:
    return {"seen": Reader(person).get(place(review)).context["form"]["seen"].value()}


def sent(reader, review) -> dict:
    """What the button of the page sends."""
    form = reader.get(place(review)).context["form"]
    return {name: form[name].value() for name in ("seen", "idempotency")}
