"""The buttons beside a mail: send again, discard, and both for many; pressed twice they act once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from notifications.models import Envelope
from tests.notifications import envelopes
from tests.reading import Reader
from tracker.models import Event


@pytest.fixture
def failed(official) -> Envelope:
    return envelopes.failed(official, timezone.now())


def page(name: str, mail: Envelope) -> str:
    return reverse(name, args=[mail.pk])


def test_one_click_in_the_log_queues_the_mail_again(failed, home_affairs):
    reader = Reader(home_affairs)
    assert page("mail-again", failed) in reader.get(reverse("mail-log")).content.decode()
    answer = reader.post(page("mail-again", failed), {"idempotency": "one-click-1"})

    assert (answer.status_code, answer.url) == (303, page("mail", failed))
    assert Envelope.objects.get().state == "queued"


def test_a_second_click_acts_no_second_time_and_gets_the_same_answer(failed, home_affairs):
    reader = Reader(home_affairs)
    answers = [reader.post(page("mail-again", failed), {"idempotency": "one-click-2"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Event.objects.filter(verb="resent").count() == 1


def test_a_click_that_comes_too_late_is_told_why(failed, home_affairs):
    reader = Reader(home_affairs)
    reader.fill_in(page("mail-again", failed))

    answer = reader.post(page("mail-again", failed), {"idempotency": "another-key"})
    assert answer.status_code == 409


def test_without_its_key_a_form_is_not_taken(failed, home_affairs):
    assert Reader(home_affairs).post(page("mail-again", failed)).status_code == 422
    assert Envelope.objects.get().state == "failed"


def test_a_mail_is_discarded_on_a_page_that_asks_for_the_reason(failed, home_affairs):
    reader = Reader(home_affairs)
    assert reader.fill_in(page("mail-discard", failed), reason=" ").status_code == 422
    assert reader.fill_in(page("mail-discard", failed), reason="Gửi nhầm người").status_code == 303

    assert Envelope.objects.get().reason == "discarded"
    assert "Gửi nhầm người" in reader.get(page("mail", failed)).content.decode()


def test_the_recipient_reads_his_mail_but_has_no_buttons(failed, official):
    reader = Reader(official)
    text = reader.get(page("mail", failed)).content.decode()

    assert page("mail-again", failed) not in text and page("mail-discard", failed) not in text
    assert reader.get(page("mail-again", failed)).status_code == 403
    assert reader.post(page("mail-again", failed), {"idempotency": "not-mine-1"}).status_code == 409


@pytest.mark.parametrize("name", ["mail-again", "mail-discard"])
def test_mails_of_others_do_not_exist_for_a_person(name, failed, foreign_official):
    assert Reader(foreign_official).get(page(name, failed)).status_code == 404


def test_all_that_failed_lately_is_sent_again_after_the_names_were_shown(failed, head, home_affairs):
    envelopes.failed(head, timezone.now())
    reader = Reader(home_affairs)
    shown = reader.get(reverse("mails-again"))
    answer = reader.fill_in(reverse("mails-again"))

    assert [person["recipient__email"] for person in shown.context["people"]] == [
        "hoa@sample.test",
        "khoi@sample.test",
    ]
    assert answer.status_code == 303
    assert set(Envelope.objects.values_list("state", flat=True)) == {"queued"}


def test_only_the_mails_of_one_person_are_sent_again_when_one_is_named(failed, head, home_affairs):
    other = envelopes.failed(head, timezone.now())
    Reader(home_affairs).fill_in(f"{reverse('mails-again')}?person={failed.recipient_id}")

    assert Envelope.objects.get(pk=other.pk).state == "failed"
    assert Envelope.objects.get(pk=failed.pk).state == "queued"


@pytest.mark.parametrize("nonsense", ["abc", "-1", "1" * 40, "²", "1 OR 1=1"])
def test_nonsense_in_place_of_a_person_names_nobody(nonsense, failed, home_affairs):
    answer = Reader(home_affairs).get(reverse("mails-again"), {"person": nonsense})

    assert answer.status_code == 200 and not answer.context["people"]


@pytest.mark.parametrize("who", ["official", "leader", "inspector"])
def test_the_many_are_for_those_who_see_to_the_mails(who, request):
    assert Reader(request.getfixturevalue(who)).get(reverse("mails-again")).status_code == 403
