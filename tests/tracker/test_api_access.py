"""Who gets into the API, and what a stranger is told."""

import pytest

from tests.calling import Caller
from tracker.api.urls import urlpatterns

READS = [
    "units/",
    "units/STNMT/",
    "reviews/",
    "reviews/2021/",
    "weaknesses/",
    "actions/",
    "plans/2022/",
    "nowhere/",
]


@pytest.fixture(autouse=True)
def a_sample_site(settings):
    settings.SAMPLE_MODE = True


@pytest.mark.parametrize("address", READS)
def test_a_stranger_is_asked_for_a_token(address, db):
    answer = Caller().read(address)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer a b", "Bearer wrong", "Bearer \xff", "Basic YTpi", "Token x"]
)
def test_what_is_not_a_token_opens_nothing(header, official):
    assert Caller(official).get("/api/v1/actions/", headers={"Authorization": header}).status_code == 401


def test_the_word_token_is_as_good_as_bearer(official):
    caller = Caller(official)
    caller.defaults["HTTP_AUTHORIZATION"] = caller.defaults["HTTP_AUTHORIZATION"].replace("Bearer", "Token")

    assert caller.read("actions/").status_code == 200


def test_a_disabled_person_keeps_no_access(official):
    caller = Caller(official)
    type(official).objects.filter(pk=official.pk).update(is_active=False)

    assert caller.read("actions/").status_code == 401


def test_sample_accounts_are_refused_outside_sample_mode(official, settings):
    type(official).objects.filter(pk=official.pk).update(is_sample=True)
    caller = Caller(official)

    assert caller.read("actions/").status_code == 200
    settings.SAMPLE_MODE = False
    assert caller.read("actions/").status_code == 401


def test_a_session_of_the_pages_opens_nothing_here(official, client):
    client.force_login(official)

    assert client.get("/api/v1/actions/").status_code == 401


def test_an_address_that_does_not_exist_is_a_404_in_json(official):
    for address in (
        "nowhere/",
        "actions/HD-2022-999/",
        "actions/x%00y/",
        "units/none/",
        "reviews/99999999999999999999/",
    ):
        answer = Caller(official).read(address)

        assert (answer.status_code, answer["Content-Type"]) == (404, "application/json"), address


def test_messages_are_in_the_language_of_the_person(official):
    official.language = "en"
    official.save()

    answer = Caller(official).read("actions/", size=0)

    assert answer.json() == {"size": ["Give a whole number from 1 to 100."]}
    assert answer["Content-Language"] == "en"


def test_description_and_schema_are_open_to_read(client, db):
    assert client.get("/api/docs/").status_code == 200
    assert client.get("/api/schema/").json()["openapi"].startswith("3.1")


def test_every_route_answers_reads_to_a_stranger_with_401_or_405(client, db):
    routes = [route.pattern for route in urlpatterns if str(route.pattern).startswith("v1/")]
    for route in routes:
        address = str(route).replace("<reference:ref>", "HD-2022-001").replace("<int:pk>", "1")
        address = address.replace("<int:year>", "2021").replace("<slug:code>", "STNMT")

        assert client.get(f"/api/{address}").status_code == 401, address
