"""A real Chromium in front of a real server. Without one the tests are skipped and say so; in CI they fail."""

import os
import shutil
from functools import wraps

import pytest
from django.conf import settings as site
from django.contrib.staticfiles import handlers
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 30_000  # milliseconds: a slow machine is no fault of the pages
WHERE = os.getenv("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")


def pytest_collection_modifyitems(items):
    """Skipping is for machines without a browser; in CI the absence is an error of the machine."""
    if WHERE or os.getenv("CI") == "true":
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(
                pytest.mark.skip(
                    reason=f"no Chromium found: install one of {', '.join(NAMES)} or set CHROMIUM"
                )
            )


@pytest.fixture(scope="session")
def chromium() -> Browser:
    assert WHERE, "In CI the browser tests must run, and no Chromium was found."
    expect.set_options(timeout=PATIENCE)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "true"  # Playwright's loop runs in the thread that also asks the database
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=WHERE, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def clicks_arrive():
    """A click ends when the page it leads to has come whole; Playwright's own ends when its first byte has."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Page, "click", _arriving(Page.click, lambda page: page))
        patch.setattr(Locator, "click", _arriving(Locator.click, lambda element: element.page))
        yield


def _arriving(click, page_of):
    @wraps(click)
    def clicked(where, *args, **options):
        click(where, *args, **options)
        page_of(where).wait_for_load_state()

    return clicked


@pytest.fixture(scope="session")
def live_server():
    """The site as it runs: collected files come from WhiteNoise, not from Django's handler for development.

    Its threads give their database connections back, so that the test database can be dropped.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handlers, "StaticFilesHandler", lambda application: application)
        patch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
        server = LiveServer("localhost")
        yield server
        server.stop()


@pytest.fixture
def open_as(chromium, live_server, settings):
    """Opens pages as a person: in a window of a size, with or without JavaScript. Complaints are collected."""
    settings.SAMPLE_MODE = True
    contexts = []

    def window(user=None, width: int = 1366, height: int = 620, **options) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        if user:
            context.add_cookies([_session(user, live_server.url)])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.complaints = []
        page.on("console", lambda message: _note(page, message))
        return page

    yield window
    for context in contexts:
        context.close()


def _session(user, address: str) -> dict:
    client = Client()
    client.force_login(user)
    return {
        "name": site.SESSION_COOKIE_NAME,
        "value": client.cookies[site.SESSION_COOKIE_NAME].value,
        "url": address,
    }


def _note(page, message) -> None:
    """What the browser complains of, among it every violation of the content policy; status codes are no fault."""
    if message.type == "error" and "the server responded with a status of" not in message.text:
        page.complaints.append(message.text)
