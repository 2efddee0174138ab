"""Samples of every mail, for those who answer for the wording; looking at them leaves nothing behind."""

import pytest
from django.apps import apps

from notifications.mails.samples import SAMPLES
from tracker.models import Review

PAGE = "/thong-bao/mau/"


@pytest.fixture
def reader(client, home_affairs):
    client.force_login(home_affairs)
    return client


def rows() -> dict[str, int]:
    """How many rows each table of ours holds."""
    rooms = [
        config for config in apps.get_app_configs() if config.label in ("tracker", "plans", "notifications")
    ]
    return {model.__name__: model.objects.count() for room in rooms for model in room.get_models()}


def test_the_list_names_every_kind_with_its_subject(reader):
    page = reader.get(PAGE)

    assert [row["name"] for row in page.context["previews"]] == list(SAMPLES)
    assert all(row["letter"].subject for row in page.context["previews"])


@pytest.mark.parametrize("name", SAMPLES)
def test_each_is_shown_in_both_languages_without_leaving_a_trace(reader, name):
    before = rows()
    for language in ("vi", "en"):
        page = reader.get(f"{PAGE}{name}/{language}/")
        box = reader.get(f"{PAGE}{name}/{language}/html/")
        assert page.status_code == box.status_code == 200
        assert page.context["letter"].subject.rstrip("…") in box.content.decode()
        assert box["Content-Security-Policy"].startswith("sandbox; default-src 'none'")

    assert rows() == before


def test_it_works_beside_real_work_and_on_an_empty_site(reader, action):
    assert reader.get(PAGE).status_code == 200
    assert Review.objects.count() == 1


def test_administrators_see_them_too_and_others_do_not(client, admin, official, leader):
    for person, status in ((admin, 200), (official, 403), (leader, 403)):
        client.force_login(person)
        assert client.get(PAGE).status_code == client.get(f"{PAGE}bundle/vi/").status_code == status


@pytest.mark.parametrize("address", ["gossip/vi/", "bundle/fr/", "bundle/vi/pdf/"])
def test_what_there_is_no_sample_of_is_not_found(reader, address):
    assert reader.get(PAGE + address).status_code == 404
