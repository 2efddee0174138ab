"""What holds for every page: its language, its headers, its answers to what is not there."""

import re

import pytest
from django.test import Client

from tests.reading import Reader
from tracker.models import ApiToken, User

CSP_KEEPS_OUT = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:")
PAGES = ["/theo-doi/", "/tong-quan/", "/hanh-dong/", "/ke-hoach/2022/", "/tro-giup/"]


def test_the_language_switch_is_remembered_and_leads_back_to_the_same_page(official):
    reader = Reader(official)
    answer = reader.get("/hanh-dong/?time=overdue&lang=en")

    assert answer.url == "/hanh-dong/?time=overdue"
    assert User.objects.get(pk=official.pk).language == "en"
    assert '<html lang="en">' in reader.get(answer.url).content.decode()


def test_a_stranger_reads_the_log_in_page_in_english(db):
    client = Client()
    client.get("/dang-nhap/?lang=en")

    assert '<html lang="en">' in client.get("/dang-nhap/").content.decode()


def test_the_language_switch_never_leads_to_another_site(db):
    assert Client().get("//elsewhere.test/?lang=en").headers.get("Location", "/").startswith("/") and not (
        Client().get("//elsewhere.test/?lang=en").headers.get("Location", "/").startswith("//")
    )


@pytest.mark.parametrize("page", PAGES)
def test_nothing_on_a_page_needs_what_the_content_policy_forbids(page, action, home_affairs):
    answer = Reader(home_affairs).get(page)

    assert CSP_KEEPS_OUT.findall(answer.content.decode()) == []
    assert (
        "unsafe" not in answer["Content-Security-Policy"]
        and "default-src 'none'" in answer["Content-Security-Policy"]
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_one_heading_and_the_mark_of_sample_data(page, action, home_affairs, settings):
    settings.SAMPLE_MODE = True
    text = Reader(home_affairs).get(page).content.decode()

    assert text.count("<h1") == 1
    assert "DỮ LIỆU MINH HỌA" in text


def test_every_entry_of_the_navigation_leads_to_a_page(action, home_affairs, official, admin, leader):
    for person in (home_affairs, official, leader, admin):
        reader = Reader(person)
        links = re.findall(
            r'<li><a href="([^"]+)"', reader.get("/", follow=True).content.decode().split("<nav")[1]
        )
        assert {reader.get(link, follow=True).status_code for link in links} == {200}


def test_what_is_not_there_is_404_in_the_sites_own_words(official):
    page = Reader(official).get("/khong-co-trang-nay/")

    assert page.status_code == 404
    assert 'class="top"' in page.content.decode()


def test_the_request_id_of_the_caller_is_answered_and_nonsense_is_replaced(db):
    assert Client().get("/tro-giup/", headers={"X-Request-ID": "abc-12345"})["X-Request-ID"] == "abc-12345"
    assert len(Client().get("/tro-giup/", headers={"X-Request-ID": "<x>"})["X-Request-ID"]) == 32


def test_pages_travel_compressed_and_the_answers_of_the_api_keep_their_version(client, official, action):
    client.force_login(official)
    asked = {"Accept-Encoding": "gzip"}
    page = client.get("/hanh-dong/", headers=asked)
    token = {"Authorization": f"Bearer {ApiToken.issue(official)}"}
    answer = client.get(f"/api/v1/actions/{action.ref}/", headers=asked | token)

    assert page["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in answer and answer["ETag"] == f'"{action.version}"'
