"""The administration is safe to use: nothing bypasses the history, nothing is deleted, odd input breaks nothing."""

import pytest
from django.contrib import admin as django_admin

from tests.reading import Reader, text
from tracker.models import Membership, Unit, User

UNIT = "/quan-tri/tracker/unit/"
CATALOGUES = ("unit", "unitgroup", "index", "criteriaset", "ratingscale")


@pytest.fixture
def reader(admin) -> Reader:
    return Reader(admin)


def models():
    return [
        f"/quan-tri/{each._meta.app_label}/{each._meta.model_name}/" for each in django_admin.site._registry
    ]


@pytest.mark.parametrize("query", ["", "?q=%00", "?q=%25'%22", "?e=1", "?p=abc", "?o=99", "?group__id__exact=abc",
                                   "?is_active__exact=maybe", "?nonsense=1"])  # fmt: skip
def test_no_list_breaks_over_an_odd_query(reader, action, query):
    broken = [place for place in models() if reader.get(place + query).status_code not in (200, 302, 400)]
    assert broken == []


@pytest.mark.parametrize("number", ["0", "999999", "abc", "99999999999999999999999", "-1", "%00", "1_2", "٣"])
def test_no_row_breaks_over_an_odd_number(reader, action, number):
    for place in models():
        for page in ("change", "delete", "history"):
            assert reader.get(f"{place}{number}/{page}/").status_code in (200, 302, 400, 403, 404), (
                place,
                page,
            )


@pytest.mark.parametrize("model", CATALOGUES)
def test_an_administrator_keeps_the_catalogues_and_deletes_nothing(reader, action, model, environment):
    place = f"/quan-tri/tracker/{model}/"
    assert [reader.status_of(place), reader.status_of(f"{place}add/")] == [200, 200]
    if model == "unit":
        assert reader.status_of(f"{UNIT}{environment.pk}/delete/") == 403
    assert "delete_selected" not in text(reader.get(place))


@pytest.mark.parametrize("who", ["official", "head", "home_affairs", "leader", "inspector"])
def test_nobody_else_is_let_in_even_when_he_may_open_the_administration(who, environment, request):
    person = request.getfixturevalue(who)
    User.objects.filter(pk=person.pk).update(is_staff=True)
    reader = Reader(person)

    assert {reader.status_of(place) for place in models()} <= {403}


def test_how_a_unit_ends_is_not_written_here(reader, environment, health):
    words = {
        "code": "KHAC", "abbreviation": "TNMT", "name_vi": "Sở TN&MT", "name_en": "", "group": environment.group_id,
        "is_reviewed": "on", "valid_from": "2001-01-01", "valid_to": "2020-01-01", "successors": [health.pk],
    }  # fmt: skip
    assert reader.post(f"{UNIT}{environment.pk}/change/", words).status_code == 302

    environment.refresh_from_db()
    assert (environment.name_vi, environment.code) == ("Sở TN&MT", "STNMT")
    assert (
        environment.valid_to is None
        and environment.valid_from is None
        and not environment.successors.exists()
    )
    assert "/don-vi/STNMT/" in text(reader.get(f"{UNIT}{environment.pk}/change/"))


def test_a_unit_with_a_code_that_exists_is_refused_in_words(reader, environment):
    words = {"code": "STNMT", "abbreviation": "x", "name_vi": "x", "is_reviewed": "on"}

    assert reader.post(f"{UNIT}add/", words).status_code == 200
    assert Unit.objects.filter(code="STNMT").count() == 1


def test_people_are_led_to_their_page_and_changed_only_there(reader, official):
    place = f"/quan-tri/tracker/user/{official.pk}/"
    changed = {"email": "x@y.vn", "is_superuser": "on", "memberships-TOTAL_FORMS": "0"}

    assert reader.get(f"{place}change/").url == f"/nguoi/{official.pk}/"
    assert reader.post(f"{place}change/", changed).status_code == 302
    assert reader.status_of(f"{place}password/") in (302, 404) and reader.status_of(f"{place}delete/") == 403
    assert reader.status_of("/quan-tri/tracker/user/add/") == 403
    official.refresh_from_db()
    assert official.email == "khoi@sample.test" and not official.is_superuser
    assert Membership.objects.filter(user=official).count() == 1


@pytest.mark.parametrize("model", ["review", "indexresult", "grouprating", "weakness", "action", "event"])
def test_the_record_is_only_read(reader, reported, model):
    assert reader.status_of(f"/quan-tri/tracker/{model}/") == 200
    assert reader.status_of(f"/quan-tri/tracker/{model}/add/") == 403
