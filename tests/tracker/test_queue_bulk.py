"""Short requests for more time are granted many at once: each on its own, each outcome named."""

from datetime import timedelta

import pytest

from tests import factories
from tests.reading import Reader, in_english, text
from tests.tracker.waiting import asked
from tracker.models import Event, ExtensionRequest, Membership

QUEUE, PAGE = "/cho-xu-ly/gia-han/", "/cho-xu-ly/gia-han/nhieu/"


@pytest.fixture
def three(weakness, official, home_affairs):
    return [asked(weakness, official, home_affairs, days=days) for days in (5, 10, 15)]


@pytest.fixture
def long(weakness, official, home_affairs):
    return asked(weakness, official, home_affairs, days=16)


@pytest.fixture
def reader(home_affairs):
    in_english(home_affairs)
    return Reader(home_affairs)


def ticked(*requests) -> str:
    return f"{PAGE}?{'&'.join(f'viec={each.pk}' for each in requests)}"


def words(reader, address: str, remark: str = "") -> dict:
    form = reader.get(address).context["form"]
    return {name: form[name].value() for name in ("seen", "idempotency")} | {"remark": remark}


def outcome(reader) -> tuple[list, list]:
    context = reader.get(f"{PAGE}ket-qua/").context
    return context["done"], [each for each, _reason in context["not_done"]]


def states() -> list[str]:
    return list(ExtensionRequest.objects.order_by("pk").values_list("state", flat=True))


def test_only_short_requests_have_a_box(three, long, reader):
    page = text(reader.get(QUEUE))

    assert all(f'name="viec" value="{each.pk}" form="bulk"' in page for each in three)
    assert f'name="viec" value="{long.pk}" form="bulk"' not in page


def test_the_page_names_each_before_anything_is_granted(three, reader):
    page = reader.get(ticked(*three))

    assert page.context["taken"] == three and states() == ["pending"] * 3
    assert all(each.action.ref in text(page) for each in three) and "Grant 3 requests" in text(page)


def test_each_is_granted_the_date_it_asked_for(three, reader):
    answer = reader.post(ticked(*three), words(reader, ticked(*three), "Theo đề nghị"))

    assert (answer.status_code, answer.url) == (303, f"{PAGE}ket-qua/")
    assert outcome(reader) == (three, [])
    granted = ExtensionRequest.objects.select_related("action")
    assert all(each.action.due_on == each.requested_due_on for each in granted)
    assert {each.remark for each in granted} == {"Theo đề nghị"}


def test_what_is_long_own_or_settled_is_named_with_its_reason_and_stops_none_of_the_others(
    three, long, weakness, home_affairs, environment, second_home_affairs, reader
):
    Membership.objects.create(user=home_affairs, unit=environment, role="official")
    own = asked(weakness, home_affairs, home_affairs, days=5)
    everything = ticked(*three, long, own)
    typed = words(reader, everything)
    three[1].refuse(by=factories.actor(second_home_affairs), today=factories.SUMMER, reason="Chưa đủ căn cứ")
    reader.post(everything, typed)

    assert outcome(reader) == ([three[0], three[2]], [three[1], long, own])
    assert states() == ["approved", "refused", "approved", "pending", "pending"]


def test_a_request_at_another_version_than_the_one_seen_is_left(three, reader):
    typed = words(reader, ticked(*three))
    ExtensionRequest.objects.filter(pk=three[0].pk).update(version=7)
    reader.post(ticked(*three), typed)

    assert outcome(reader) == (three[1:], three[:1])


def test_a_request_that_was_ticked_by_hand_in_the_address_only_is_left(three, reader):
    typed = words(reader, ticked(three[0]))
    reader.post(ticked(*three), typed)

    assert states() == ["approved", "pending", "pending"]


def test_a_double_click_grants_each_once_and_says_the_same(three, reader):
    typed = words(reader, ticked(*three))
    answers = [reader.post(ticked(*three), typed).status_code for _ in range(2)]

    assert answers == [303, 303] and outcome(reader) == (three, [])
    assert Event.objects.filter(subject="extensionrequest", verb="approved").count() == 3


@pytest.mark.parametrize(
    "query", ["", "?viec=", "?viec=x&viec=9999999999999999999999", "?viec=999999", "?viec=٣"]
)
def test_without_a_row_that_can_be_granted_the_list_says_so(query, three, reader):
    page = reader.get(f"{PAGE}{query}", follow=True)

    assert page.redirect_chain == [(QUEUE, 302)] and "Tick the requests" in text(page)


def test_only_long_ones_ticked_leads_back_with_the_reason(long, reader):
    assert "None of the ticked requests" in text(reader.get(ticked(long), follow=True))


@pytest.mark.parametrize("seen", ["", "1", "x:1", "1:x", "1:1;2:1", "1:1 " * 3000])
def test_rows_that_cannot_be_read_are_asked_for_again(seen, three, reader):
    typed = words(reader, ticked(*three), "Giữ lại chữ này") | {"seen": seen}
    page = reader.post(ticked(*three), typed)

    assert page.status_code == 422 and "Giữ lại chữ này" in text(page) and states() == ["pending"] * 3


def test_after_going_back_other_words_are_asked_to_be_sent_again(three, reader):
    typed = words(reader, ticked(*three), "Một")
    reader.post(ticked(*three), typed)
    page = reader.post(ticked(*three), typed | {"remark": "Hai"})

    assert page.status_code == 422 and {each.remark for each in ExtensionRequest.objects.all()} == {"Một"}


def test_the_outcome_without_a_grant_leads_to_the_queue(reader):
    assert reader.get(f"{PAGE}ket-qua/").url == QUEUE


def test_the_limit_is_a_setting(three, settings, reader):
    settings.EXTENSION_BULK_DAYS = 5
    typed = words(reader, ticked(*three))
    reader.post(ticked(*three), typed)

    assert outcome(reader) == (three[:1], three[1:])
    assert three[0].requested_due_on == factories.DUE + timedelta(days=5)
