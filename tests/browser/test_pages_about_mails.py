"""The pages of those who see to the mails, with every kind of mail in them: accessible, and fit for a phone."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from notifications.models import Hold
from tests import factories
from tests.browser.test_accessible_pages import SMALL, WCAG
from tests.notifications import envelopes
from tracker import calendar

pytestmark = pytest.mark.browser

MONTH = f"/thong-bao/thang/{timezone.localdate():%Y-%m}/"
PAGES = [
    ("home_affairs", "/thong-bao/"),
    ("home_affairs", "/thong-bao/?last_day=nonsense"),
    ("admin", "/thong-bao/"),
    ("official", "/thong-bao/"),
    ("home_affairs", "{failed}"),
    ("home_affairs", "{failed}gui-lai/"),
    ("home_affairs", "{failed}huy/"),
    ("home_affairs", "{test}"),
    ("home_affairs", "/thong-bao/gui-lai/"),
    ("home_affairs", MONTH),
    ("leader", "/thong-bao/thang/2020-01/"),
    ("official", "/tinh-trang/"),
    ("home_affairs", "/tinh-trang/"),
]
WHILE_HELD = ["/thong-bao/tam-giu/", "/thong-bao/tam-giu/gui/", "/thong-bao/tam-giu/huy/", "/thong-bao/"]


@pytest.fixture
def mails(official, head, home_affairs) -> dict[str, str]:
    """Sent, opened, waiting, discarded; three that failed in a row, and a test mail that was refused."""
    now = timezone.now() - timedelta(minutes=1)
    envelopes.owed(envelopes.sent(head, now, opened_at=now, kind="bundle"))
    envelopes.owed(envelopes.waiting(head, now), state="suppressed", reason="discarded")
    envelopes.waiting(head, now, state="suppressed", reason="discarded")
    failed = [envelopes.failed(official, now, possible_duplicates=1) for _ in range(3)]
    test = envelopes.failed(home_affairs, now, kind="test", subject_line="Thư thử")
    return {"failed": f"/thong-bao/{failed[0].pk}/", "test": f"/thong-bao/{test.pk}/"}


def look_at(page, address: str, language: str) -> None:
    """The page as axe, a finger and the smallest phone see it."""
    page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
    assert [rule["id"] for rule in Axe().run(page, options=WCAG).response["violations"]] == []
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.complaints == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("person", "place"), PAGES)
def test_a_page_about_mails_is_accessible_and_fits_a_phone(person, place, language, mails, open_as, request):
    look_at(open_as(request.getfixturevalue(person)), place.format(**mails), language)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("place", WHILE_HELD)
def test_so_are_the_pages_while_sending_is_held(place, language, mails, home_affairs, open_as):
    hold(home_affairs)
    page = open_as(home_affairs)
    look_at(page, place, language)

    assert page.locator(".alarm").is_visible()


def test_the_account_prints_without_its_controls_and_without_the_alarm(mails, home_affairs, open_as):
    hold(home_affairs)
    page = open_as(home_affairs)
    page.goto(MONTH)
    page.emulate_media(media="print")

    assert page.locator(".nav, .btn, .alarm").locator("visible=true").count() == 0
    assert page.locator("table").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_mail_is_sent_again_and_another_discarded_without_javascript(mails, home_affairs, open_as):
    page = open_as(home_affairs, java_script_enabled=False)
    page.goto(mails["failed"])
    page.locator(f"form[action='{mails['failed']}gui-lai/'] button").click()
    assert page.locator(".notice-ok").first.is_visible()

    page.locator(f"a[href='{mails['failed']}huy/']").click()
    page.fill("textarea", "Gửi nhầm")
    page.locator("#verb-form .btn-primary").click()
    assert "Gửi nhầm" in page.locator("main").inner_text()


def hold(person) -> None:
    by, today = factories.actor(person, calendar.today()), calendar.today()
    Hold.objects.begin(by=by, today=today, cause="by_hand", note="Đổi máy chủ thư")
