"""Somebody is invited, opens the link of the mail, chooses a password and is in; at the same door the next day, too."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from notifications import engine
from tests.notifications.sink import Sink
from tracker.models import User

pytestmark = pytest.mark.browser

PASSWORD = "Ba-con-ga-mai-2022"


@pytest.fixture
def sink(settings, live_server):
    settings.SITE_URL = live_server.url
    with Sink() as sink:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        yield sink


def link_to(address: str, sink) -> str:
    """The link in the last mail to this person, as the text shows it."""
    engine.tick(timezone.now(), driver="test")
    words = sink.to(address)[-1].get_body(("plain",)).get_content()
    return re.search(r"https?://\S+/kich-hoat/\S+", words)[0]


def choose(page, password: str) -> None:
    page.fill("[name=new_password1]", password)
    page.fill("[name=new_password2]", password)
    page.click("main .btn-primary")


def test_from_the_invitation_to_ones_own_work(environment, home_affairs, sink, open_as):
    page = open_as(home_affairs)
    page.goto("/don-vi/STNMT/nguoi/?lang=en")
    page.click("text=Invite somebody")
    page.fill("[name=full_name]", "Phan Văn Mới")
    page.fill("[name=email]", "moi@haugiang.gov.vn")
    page.click("text=Send the invitation")
    page.wait_for_url("**/nguoi/")
    assert page.locator("table", has_text="invited, no password yet").count() == 1

    new, address = open_as(), link_to("moi@haugiang.gov.vn", sink)
    new.goto(address)
    choose(new, "12345678")
    assert new.locator(".error-summary").is_visible() and new.url == address
    choose(new, PASSWORD)
    new.wait_for_url("**/viec-cua-toi/")
    assert "Phan Văn Mới" in new.locator("header").inner_text()
    new.goto(address)
    assert new.locator("main a[href='/quen-mat-khau/']").is_visible()
    assert new.complaints == page.complaints == []


def test_a_forgotten_password_without_javascript(official, sink, open_as):
    page = open_as(java_script_enabled=False)
    page.goto("/dang-nhap/")
    page.click("a[href='/quen-mat-khau/']")
    page.fill("[name=email]", official.email)
    page.click("main .btn-primary")
    assert page.locator(".notice-ok").is_visible()

    page.goto(link_to(official.email, sink))
    choose(page, PASSWORD)
    page.wait_for_url("**/viec-cua-toi/")
    cache.clear()
    assert User.objects.get(pk=official.pk).check_password(PASSWORD)
