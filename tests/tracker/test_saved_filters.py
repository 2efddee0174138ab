"""Filters kept under a name: each person's own, and those Home Affairs shares."""

import pytest

from tests import factories
from tests.reading import Reader, refs
from tracker.models import SavedFilter

NEW, ALL = "/hanh-dong/bo-loc/moi/", "/hanh-dong/bo-loc/"


def keep(user, query: str, name: str = "Quá hạn", **words):
    return Reader(user).fill_in(f"{NEW}?{query}", name=name, **words)


def chips(user) -> list[tuple[str, int]]:
    return [
        (str(saved), number) for saved, number in Reader(user).get("/hanh-dong/").context["saved_filters"]
    ]


def test_a_filter_is_kept_as_the_list_had_it_without_the_page_one_was_on(action, official):
    answer = keep(official, "time=overdue&q=&sort=-due&after=xyz&lang=")

    assert (answer.status_code, answer["Location"]) == (303, "/hanh-dong/?time=overdue&sort=-due")
    assert SavedFilter.objects.get().query == "time=overdue&sort=-due"
    assert refs(Reader(official).get(answer["Location"])) == [action.ref]


def test_each_chip_counts_what_its_reader_would_find(
    action, weakness, home_affairs, official, foreign_official
):
    factories.action(weakness, official)
    keep(home_affairs, "unit=STNMT", "Môi trường", is_shared="on")
    keep(official, "state=done", "Xong")

    assert chips(home_affairs) == [("Môi trường", 2)]
    assert chips(official) == [("Môi trường", 2), ("Xong", 0)]
    assert chips(foreign_official) == [("Môi trường", 0)]


def test_only_home_affairs_shares(action, official, foreign_official):
    keep(official, "time=overdue", is_shared="on")

    assert not SavedFilter.objects.get().is_shared
    assert chips(foreign_official) == []
    assert "Quá hạn" not in Reader(foreign_official).get(ALL).context["saved"]


def test_the_same_name_twice_and_no_name_are_answered_beside_the_field(action, official):
    keep(official, "time=overdue")

    assert keep(official, "state=open").status_code == 422
    assert keep(official, "state=open", name=" ").status_code == 422
    assert SavedFilter.objects.count() == 1


def test_a_double_click_keeps_one_filter(action, official):
    reader = Reader(official)
    key = reader.get(f"{NEW}?state=open").context["form"]["idempotency"].value()
    answers = [reader.post(f"{NEW}?state=open", {"name": "A", "idempotency": key}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert SavedFilter.objects.count() == 1


@pytest.mark.parametrize(("person", "status"), [("official", 303), ("home_affairs", 404), ("head", 404)])
def test_only_its_maker_removes_a_filter(person, status, action, official, request):
    keep(official, "time=overdue")
    address = f"{ALL}{SavedFilter.objects.get().pk}/go-bo/"

    assert Reader(request.getfixturevalue(person)).post(address).status_code == status
    assert SavedFilter.objects.exists() == (status == 404)


def test_a_shared_filter_is_not_removed_by_those_it_is_shared_with(action, home_affairs, official):
    keep(home_affairs, "time=overdue", is_shared="on")

    assert Reader(official).post(f"{ALL}{SavedFilter.objects.get().pk}/go-bo/").status_code == 409
    assert SavedFilter.objects.exists()


def test_a_filter_for_something_that_is_no_more_counts_nothing_and_breaks_nothing(action, official):
    SavedFilter.keep(by=factories.actor(official), name="Cũ", query="unit=NOWHERE&sort=colour")

    assert chips(official) == [("Cũ", 0)]
    assert Reader(official).get(ALL).status_code == 200
