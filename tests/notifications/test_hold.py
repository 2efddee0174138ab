"""Sending is held and released by a person; while it is held nothing leaves, and the page says what waits."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from notifications.models import Envelope, Hold, Obligation
from tests import factories
from tests.notifications import envelopes
from tests.notifications.days import MONDAY, WEDNESDAY, at, tick
from tests.reading import Reader
from tracker.errors import Invalid, Refused
from tracker.models import Event

BY_HAND = Hold.Cause.BY_HAND


@pytest.fixture
def hold(home_affairs, official, head) -> Hold:
    """Home Affairs holds while one mail to Khởi and two to Hòa wait."""
    for person in (official, head, head):
        envelopes.owed(envelopes.waiting(person, at(MONDAY)))
    return Hold.objects.begin(
        by=factories.actor(home_affairs), today=MONDAY, cause=BY_HAND, note="Đổi máy chủ thư"
    )


def test_while_sending_is_held_nothing_leaves_and_afterwards_everything_does(
    old_news, home_affairs, official, sink
):
    hold = Hold.objects.begin(
        by=factories.actor(home_affairs), today=MONDAY, cause=BY_HAND, note="Đổi máy chủ"
    )
    tick(MONDAY)
    assert sink.mails == []

    hold.release(by=factories.actor(home_affairs), today=MONDAY)
    tick(MONDAY)
    assert [mail["To"] for mail in sink.mails] == [official.email]


def test_nobody_holds_by_hand_without_a_reason(home_affairs):
    with pytest.raises(Invalid):
        Hold.objects.begin(by=factories.actor(home_affairs), today=MONDAY, cause=BY_HAND, note=" ")


def test_sending_is_held_once_and_released_once(hold, home_affairs):
    by = {"by": factories.actor(home_affairs), "today": MONDAY}
    with pytest.raises(Refused):
        Hold.objects.begin(**by, cause=BY_HAND, note="Lần nữa")

    assert hold.release(**by) == 3
    with pytest.raises(Refused):
        hold.release(**by)
    assert [(event.verb, event.after["mails"]) for event in Event.objects.of(hold)] == [
        ("held", 3),
        ("released", 3),
    ]


@pytest.mark.parametrize("who", ["official", "leader", "inspector"])
def test_others_neither_hold_nor_release(who, hold, request):
    by = {"by": factories.actor(request.getfixturevalue(who)), "today": MONDAY}
    with pytest.raises(Refused):
        hold.release(**by)
    with pytest.raises(Refused):
        hold.discard_waiting(**by, reason="x")
    with pytest.raises(Refused):
        Hold.objects.begin(**by, cause=BY_HAND, note="x")


def test_discarding_what_waits_leaves_nothing_to_send_nor_to_tell(hold, home_affairs):
    count = hold.discard_waiting(
        by=factories.actor(home_affairs), today=WEDNESDAY, reason="Đã gửi trước khi khôi phục"
    )

    assert count == 3
    assert set(Envelope.objects.values_list("state", "reason")) == {("suppressed", "discarded")}
    assert set(Obligation.objects.values_list("state", "reason")) == {("suppressed", "discarded")}
    assert Event.objects.of(hold).last().reason == "Đã gửi trước khi khôi phục"


def test_the_page_counts_what_waits_by_kind_and_age(hold, home_affairs):
    envelopes.waiting(home_affairs, at(WEDNESDAY), kind="bundle")
    page = Reader(home_affairs).get(reverse("hold"))

    assert [(row["kind"], row["count"], row["oldest"]) for row in page.context["kinds"]] == [
        ("action-assigned", 3, at(MONDAY)), ("bundle", 1, at(WEDNESDAY)),
    ]  # fmt: skip
    assert "Đổi máy chủ thư" in page.content.decode()


def test_release_is_confirmed_with_the_number_and_the_names_by_unit(hold, admin):
    reader = Reader(admin)
    page = reader.get(reverse("hold-release"))
    named = {
        row["unit"].code: [person["recipient__full_name"] for person in row["people"]]
        for row in page.context["units"]
    }

    assert [row["count"] for row in page.context["units"]] == [3]
    assert named == {"STNMT": ["Lê Thị Hòa", "Trần Quốc Khởi"]}
    assert reader.fill_in(reverse("hold-release")).status_code == 303
    assert Hold.objects.current() is None and Envelope.objects.filter(state="queued").count() == 3


def test_holding_discarding_and_releasing_are_done_on_pages_that_ask_first(home_affairs, official):
    envelopes.waiting(official, at(MONDAY))
    reader = Reader(home_affairs)
    assert reader.fill_in(reverse("hold"), reason="").status_code == 422
    assert reader.fill_in(reverse("hold"), reason="Kiểm tra").status_code == 303
    assert reader.fill_in(reverse("hold-discard"), reason="").status_code == 422
    assert reader.fill_in(reverse("hold-discard"), reason="Thư cũ").status_code == 303

    assert Envelope.objects.get().reason == "discarded"
    assert reader.fill_in(reverse("hold-release")).status_code == 303
    assert "Kiểm tra" in reader.get(reverse("hold")).content.decode()


def test_a_release_that_comes_second_is_told_so(hold, home_affairs, second_home_affairs):
    form = Reader(second_home_affairs).get(reverse("hold-release")).context["form"]
    Reader(home_affairs).fill_in(reverse("hold-release"))
    answer = Reader(second_home_affairs).post(
        reverse("hold-release"), {"idempotency": form["idempotency"].value()}
    )

    assert answer.status_code == 409


def test_without_a_hold_there_is_nothing_to_release(home_affairs):
    reader = Reader(home_affairs)

    assert [reader.get(reverse(name)).url for name in ("hold-release", "hold-discard")] == [
        reverse("hold")
    ] * 2


@pytest.mark.parametrize("name", ["hold", "hold-release", "hold-discard"])
def test_the_pages_are_for_those_who_see_to_the_mails(name, hold, official):
    assert Reader(official).get(reverse(name)).status_code == 403


def test_commands_hold_and_release_through_the_same_verbs(home_affairs, official):
    envelopes.waiting(official, at(MONDAY))
    said = StringIO()
    call_command("hold", "Đổi máy chủ thư", stdout=said)
    assert Envelope.objects.get().state == "held"

    call_command("release", by=home_affairs.email, stdout=said)
    assert "1 mails leave" in said.getvalue()
    assert [(event.verb, event.actor_name) for event in Event.objects.filter(subject="hold")] == [
        ("held", "hold"), ("released", home_affairs.full_name),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "complaint"),
    [(["hold", " "], "Say why"), (["hold", "x" * 501], "500"), (["hold", "x", "--by", "nobody@x.test"], "Nobody"),
     (["hold", "x", "--by", "khoi@sample.test"], "Only Home Affairs"), (["release"], "not held")],
)  # fmt: skip
def test_a_command_that_cannot_be_done_says_why_in_one_line(words, complaint, official):
    with pytest.raises(CommandError, match=complaint) as refusal:
        call_command(*words)

    assert "\n" not in str(refusal.value)
    assert not Hold.objects.exists()
