"""The door, and where each role finds itself behind it."""

import pytest
from django.test import Client

from tests.reading import Reader

PASSWORD = "Mat-khau-rat-dai-2022"


@pytest.fixture
def khoi(official):
    official.set_password(PASSWORD)
    official.save()
    return official


def log_in(email: str, password: str, following: str = ""):
    return Client().post("/dang-nhap/", {"username": email, "password": password, "next": following})


@pytest.mark.parametrize(
    ("person", "home"),
    [
        ("official", "/viec-cua-toi/"),
        ("head", "/viec-cua-toi/"),
        ("home_affairs", "/theo-doi/"),
        ("admin", "/theo-doi/"),
        ("leader", "/tong-quan/"),
        ("inspector", "/tong-quan/"),
    ],
)
def test_every_role_lands_on_a_home_of_its_own(person, home, request):
    page = Reader(request.getfixturevalue(person)).get("/", follow=True)

    assert (page.status_code, page.request["PATH_INFO"]) == (200, home)


def test_the_right_pair_leads_to_the_address_that_was_asked_for(khoi):
    answer = log_in("KHOI@sample.test", PASSWORD, following="/h/HD-2022-001")

    assert (answer.status_code, answer.url) == (302, "/h/HD-2022-001")


def test_an_address_of_another_site_is_not_followed(khoi):
    assert log_in(khoi.email, PASSWORD, following="https://elsewhere.test/").url == "/"


def test_a_wrong_pair_does_not_say_which_of_the_two_is_wrong(khoi):
    wrong_password, unknown = log_in(khoi.email, "nhầm"), log_in("ai-do@sample.test", "nhầm")

    assert wrong_password.status_code == unknown.status_code == 422
    assert wrong_password.context["form"].errors == unknown.context["form"].errors
    assert khoi.email in wrong_password.content.decode()


def test_sample_accounts_are_on_show_only_in_sample_mode(khoi, settings):
    type(khoi).objects.update(email="official@sample.test", is_sample=True)
    settings.SAMPLE_MODE = False
    assert "official@sample.test" not in Client().get("/dang-nhap/").content.decode()

    settings.SAMPLE_MODE = True
    page = Client().get("/dang-nhap/").content.decode()
    assert "official@sample.test" in page and "DỮ LIỆU MINH HỌA" in page


def test_a_sample_account_is_refused_outside_sample_mode(khoi, settings):
    type(khoi).objects.update(is_sample=True)
    settings.SAMPLE_MODE = False
    assert log_in(khoi.email, PASSWORD).status_code == 422

    settings.SAMPLE_MODE = True
    assert log_in(khoi.email, PASSWORD).status_code == 302


def test_leaving_sample_mode_ends_the_open_sessions_of_the_sample(khoi, settings):
    settings.SAMPLE_MODE = True
    type(khoi).objects.update(is_sample=True)
    reader = Reader(khoi)
    assert reader.get("/viec-cua-toi/").status_code == 200

    settings.SAMPLE_MODE = False
    assert reader.get("/viec-cua-toi/").status_code == 302


@pytest.mark.parametrize(
    ("person", "page"), [("official", "/theo-doi/"), ("head", "/tong-quan/"), ("leader", "/theo-doi/")]
)
def test_a_page_of_another_role_is_not_shown(person, page, request):
    assert Reader(request.getfixturevalue(person)).get(page).status_code == 403
