"""Two colleagues decide the same case at the same moment: one is heard, the other is told and loses no word."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.reading import Reader
from tests.tracker.waiting import asked, question, reported
from tracker.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(home_affairs, second_home_affairs):
    return [Reader(home_affairs), Reader(second_home_affairs)]


def together(readers, place: str, thing, *words):
    """Both open the case, then send at once, each on a connection of his own."""
    forms = [reader.get(f"{place}?viec={thing.pk}").context["form"] for reader in readers]
    own = [{name: form[name].value() for name in ("version", "idempotency", "viec")} for form in forms]

    def send(reader, typed):
        try:
            return reader.post(place, typed)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        typed = [each | said for each, said in zip(own, words, strict=True)]
        return list(pool.map(send, readers, typed))


def loser(answers):
    """The one who was told; the other was heard."""
    assert sorted(each.status_code for each in answers) == [303, 409]
    return next(each for each in answers if each.status_code == 409).content.decode()


def test_a_request_is_granted_or_refused_never_both(weakness, official, home_affairs, two):
    request = asked(weakness, official, home_affairs)
    page = loser(together(two, "/cho-xu-ly/gia-han/", request, {"decision": "grant", "remark": "Chữ của Bình"},
                          {"decision": "refuse", "remark": "Chữ của Lan"}))  # fmt: skip

    assert Event.objects.of(request).filter(verb__in=("approved", "refused")).count() == 1
    assert "Chữ của" in page and 'class="kept"' in page and 'class="queue-case"' in page


def test_a_report_is_verified_or_sent_back_never_both(weakness, official, home_affairs, two):
    action = reported(weakness, official, home_affairs)
    page = loser(together(two, "/cho-xu-ly/xac-minh/", action, {"decision": "holds", "remark": "Chữ của Bình"},
                          {"decision": "return", "remark": "Chữ của Lan"}))  # fmt: skip

    assert Event.objects.of(action).filter(verb__in=("verified", "returned")).count() == 1
    assert 'class="kept"' in page


def test_a_question_is_answered_once(action, official, two):
    thread = question(action, official)
    page = loser(together(two, "/cho-xu-ly/cau-hoi/", thread, {"words": "Một"}, {"words": "Hai"}))

    assert thread.replies.count() == 1 and 'class="kept"' in page
