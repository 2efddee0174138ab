"""Settings: what a person chooses for himself holds from the next page on; the password; how long a log-in lasts."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests import factories
from tests.reading import Reader
from tracker.models import User

PAGE, PASSWORD_PAGE, PASSWORD = "/cai-dat/", "/cai-dat/mat-khau/", "Mat-khau-rat-dai-2022"
CHOICE = {
    "phone": "0293 3878 878",
    "job_title": "Chuyên viên",
    "language": "vi",
    "text_size": "0",
    "density": "normal",
}


@pytest.fixture
def khoi(official):
    official.set_password(PASSWORD)
    official.save()
    return official


def logged_in(person) -> Client:
    client = Client()
    assert client.post("/dang-nhap/", {"username": person.email, "password": PASSWORD}).status_code == 302
    return client


def change(client, old=PASSWORD, new="Mat-khau-moi-2023", again=None):
    words = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post(PASSWORD_PAGE, words)


def test_choices_hold_from_the_next_page_on(official):
    reader = Reader(official)
    answer = reader.post(
        PAGE, CHOICE | {"text_size": "2", "density": "dense", "shortcuts": "on", "language": "en"}
    )
    text = reader.get(answer["Location"]).content.decode()

    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    assert '<html lang="en" class="text-2 dense">' in text and 'data-shortcuts="on"' in text
    assert "Your settings are kept." in text
    official.refresh_from_db()
    assert (official.phone, official.job_title) == ("0293 3878 878", "Chuyên viên")


def test_without_a_choice_a_page_has_the_normal_look_and_no_shortcuts(official):
    text = Reader(official).get(PAGE).content.decode()

    assert '<html lang="vi">' in text and "data-shortcuts" not in text


def test_the_name_and_the_address_are_not_the_persons_to_change(official):
    Reader(official).post(
        PAGE, CHOICE | {"full_name": "Người Khác", "email": "khac@sample.test", "is_staff": "on"}
    )
    official.refresh_from_db()

    assert (official.full_name, official.email, official.is_staff) == (
        "Trần Quốc Khởi", "khoi@sample.test", False
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("phone", "gọi cho tôi"), ("phone", "12"), ("phone", "0" * 41), ("phone", "<b>0293387887</b>"),
        ("language", "fr"), ("text_size", "9"), ("text_size", "to"), ("density", ""), ("job_title", "x" * 121),
    ],
)  # fmt: skip
def test_what_cannot_be_is_answered_beside_its_field_and_nothing_is_kept(field, typed, official):
    answer = Reader(official).post(PAGE, CHOICE | {field: typed})

    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    official.refresh_from_db()
    assert official.phone == ""


@pytest.mark.parametrize(
    "typed", ["", "02933878878", "(0293) 3.878.878", "+84 293 3878 878", "0293 3878 878 máy lẻ 12"]
)
def test_phone_numbers_are_taken_as_offices_write_them(typed, official):
    assert Reader(official).post(PAGE, CHOICE | {"phone": typed}).status_code == 303


def test_the_page_leads_to_everything_else_one_can_settle(official):
    text = Reader(official).get(PAGE).content.decode()

    for place in ("vang-mat/", "thu/", "lich/", "mat-khau/"):
        assert f'href="/cai-dat/{place}"' in text
        assert Reader(official).get(f"/cai-dat/{place}").status_code == 200


def test_a_new_password_ends_every_other_log_in_and_not_this_one(khoi):
    here, elsewhere = logged_in(khoi), logged_in(khoi)

    assert change(here).status_code == 303
    assert (here.get(PAGE).status_code, elsewhere.get(PAGE).status_code) == (200, 302)
    khoi.refresh_from_db()
    assert khoi.check_password("Mat-khau-moi-2023")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"old": "nhầm"}, "old_password"), ({"new": "ngan"}, "new_password2"),
        ({"again": "Mat-khau-khac-2023"}, "new_password2"), ({"new": "khoi@sample.test"}, "new_password2"),
    ],
)  # fmt: skip
def test_a_password_that_cannot_be_is_refused_with_a_word(words, field, khoi):
    answer = change(logged_in(khoi), **words)

    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    khoi.refresh_from_db()
    assert khoi.check_password(PASSWORD)


def test_the_password_of_a_sample_account_stays(khoi, settings):
    settings.SAMPLE_MODE = True
    User.objects.update(is_sample=True)

    assert change(logged_in(khoi)).status_code == 409
    khoi.refresh_from_db()
    assert khoi.check_password(PASSWORD)


def test_a_log_in_lasts_its_hours_and_one_click_makes_it_last_as_long_again(khoi):
    client = logged_in(khoi)
    session = client.session
    session.set_expiry(timezone.now() + timedelta(minutes=4))
    session.save()
    assert 'data-seconds="2' in client.get(PAGE).content.decode()  # less than 300

    answer = client.post("/phien/").json()
    assert answer["person"] == khoi.pk and answer["seconds"] > settings.SESSION_COOKIE_AGE - 60
    assert client.session.get_expiry_age() > settings.SESSION_COOKIE_AGE - 60


def test_an_ended_log_in_is_not_brought_back(khoi):
    client = logged_in(khoi)
    client.session.flush()

    assert client.post("/phien/").status_code == 401
    assert Client().get("/phien/").status_code == 302


def test_a_part_of_a_page_is_told_401_instead_of_the_log_in_page(action):
    answer = Client().get("/hanh-dong/", headers={"HX-Request": "true"})

    assert answer.status_code == 401 and b'name="password"' not in answer.content


def test_the_log_in_page_names_whom_to_ask(settings, db):
    settings.SUPPORT_CONTACT = "Phòng CCHC – 0293 3878 878"

    assert "Phòng CCHC – 0293 3878 878" in Client().get("/dang-nhap/").content.decode()


def test_every_role_opens_its_settings(home_affairs, head, leader, inspector, admin):
    for person in (home_affairs, head, leader, inspector, admin):
        assert Reader(person).get(PAGE).status_code == 200


def test_a_person_without_a_role_can_still_change_the_password(db):
    alone = User.objects.create_user("mot-minh@sample.test", PASSWORD, full_name="Lê Một Mình")
    client = logged_in(alone)

    assert client.get(PAGE).status_code == 200 and change(client).status_code == 303
    assert factories.actor(alone).memberships == ()
