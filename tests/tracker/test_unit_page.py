"""The page of one unit: what it is, how its work stands, and whom to call for those who may know."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.reading import Reader

PAGE = "/don-vi/STNMT/"


def test_the_unit_and_those_who_watch_see_its_work_and_its_people(action, official, head, leader):
    for reader in (official, leader):
        page = Reader(reader).get(PAGE)
        assert [row.ref for row in page.context["rows"]] == [action.ref]
        assert [held.user for held in page.context["people"]] == [head, official]
        assert page.context["submission"]["what"].unit == action.lead_unit


def test_another_unit_sees_no_people_no_submission_and_no_action_it_does_not_work_on(
    action, proposed, official, foreign_official
):
    page = Reader(foreign_official).get(PAGE)

    assert page.status_code == 200
    assert (list(page.context["rows"]), list(page.context["people"]), page.context["submission"]) == (
        [],
        [],
        None,
    )
    assert page.context["totals"]["total"] == page.context["totals"]["listed"] == 0
    assert official.full_name not in page.content.decode()


def test_another_unit_sees_and_counts_the_actions_it_coordinates(
    action, weakness, official, home_affairs, health, foreign_official
):
    factories.tracked_action(weakness, official, home_affairs)
    proposal = factories.action(weakness, official)
    for each in (action, proposal):
        each.coordinating_units.add(health)
    page = Reader(foreign_official).get(PAGE)

    assert [row.ref for row in page.context["rows"]] == [action.ref]
    assert page.context["totals"]["total"] == 1


def test_each_number_is_the_number_of_rows_of_the_list_behind_it(action, weakness, official, home_affairs):
    factories.tracked_action(weakness, official, home_affairs, due_on=date(2022, 7, 1))
    factories.tracked_action(weakness, official, home_affairs, due_on=date(2099, 7, 1))
    reader = Reader(official)
    totals = reader.get(PAGE).context["totals"]
    lists = {"overdue": "time=overdue", "due_soon": "time=due_soon", "open": "state=open",
             "reported": "state=reported", "done": "state=done", "listed": ""}  # fmt: skip

    for name, query in lists.items():
        assert reader.get(f"/hanh-dong/?unit=STNMT&{query}").context["count"] == totals[name], name


def test_a_unit_that_is_no_more_names_who_took_its_work_over(environment, health, official):
    environment.successors.add(health)
    environment.valid_to = date(2022, 1, 1)
    environment.save()

    assert "/don-vi/SYT/" in Reader(official).get(PAGE).content.decode()
    assert PAGE in Reader(official).get("/don-vi/SYT/").content.decode()


def test_a_unit_that_does_not_exist_is_not_found(official):
    assert Reader(official).get("/don-vi/NOWHERE/").status_code == 404


def test_the_page_asks_as_often_for_twenty_actions_as_for_one(weakness, official, home_affairs, head):
    def queries() -> int:
        reader = Reader(official)
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(PAGE).status_code == 200
        return len(captured)

    factories.tracked_action(weakness, official, home_affairs)
    queries()  # what is read once a minute is known from now on
    for_one = queries()
    for _ in range(19):
        factories.tracked_action(weakness, official, home_affairs)

    assert queries() == for_one
