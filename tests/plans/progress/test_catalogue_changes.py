"""What decides under which key an action is counted without being its own is counted at once too, and is no drift."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.progress.counting import roll_up
from plans.progress.nightly import count_every_plan
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.progress.agreeing import assert_agrees, kept
from tracker.models import Index, Unit, UnitGroup

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan(weakness, health, review, official, foreign_official, home_affairs):
    """Three actions of two units of one group, counted on a day in summer."""
    theirs = factories.weakness(review, health, home_affairs)
    for _ in range(2):
        factories.tracked_action(weakness, official, home_affairs)
    factories.tracked_action(theirs, foreign_official, home_affairs)
    plan = factories.issued_plan(review, home_affairs)
    roll_up(plan, SUMMER)
    return plan


def by_group(plan) -> dict[str, int]:
    """The actions that are not begun, which is all of them."""
    return {key: row[0] for (dimension, key), row in kept(plan, SUMMER).items() if dimension == "group"}


def saved(thing, **fields) -> None:
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()


def test_a_unit_that_changes_its_group_is_counted_there_at_once(plan, environment):
    saved(environment, group=factories.group("khac", "Khác"))

    assert by_group(plan) == {"so_nganh": 1, "khac": 2}
    assert_agrees(plan, SUMMER)
    assert count_every_plan(SUMMER + timedelta(days=1)).drift == []


def test_so_is_one_that_changes_it_in_the_administration(plan, environment, admin):
    other = factories.group("khac", "Khác")
    page = reverse("admin:tracker_unit_change", args=[environment.pk])
    words = {"abbreviation": "STNMT", "name_vi": environment.name_vi, "name_en": "", "is_reviewed": "on"}

    browser = Client()
    browser.force_login(admin)
    answer = browser.post(page, words | {"group": other.pk})

    assert answer["Location"] == reverse("admin:tracker_unit_changelist")
    assert by_group(plan) == {"so_nganh": 1, "khac": 2}
    assert_agrees(plan, SUMMER)


def test_a_unit_that_leaves_every_group_is_counted_in_none(plan, environment):
    saved(environment, group=None)

    assert by_group(plan) == {"so_nganh": 1, "": 2}
    assert_agrees(plan, SUMMER)


def test_a_group_and_an_index_under_another_code_are_counted_under_it(plan):
    saved(UnitGroup.objects.get(code="so_nganh"), code="so-ban-nganh")
    saved(Index.objects.get(code="PAR_INDEX"), code="PAR")

    assert {("group", "so-ban-nganh"), ("index", "PAR")} < set(kept(plan, SUMMER))
    assert_agrees(plan, SUMMER)


def test_a_weakness_under_another_index_takes_its_actions_along(plan, weakness, home_affairs):
    weakness.refresh_from_db()
    weakness._change("written", by=actor(home_affairs), today=SUMMER, index_id=factories.index("PAPI").pk)

    assert kept(plan, SUMMER)["index", "PAPI"][0] == 2
    assert_agrees(plan, SUMMER)


def test_units_of_one_change_are_counted_together_once_it_is_committed(plan, environment, health):
    other = factories.group("khac", "Khác")
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        for unit in (environment, health):
            saved(unit, group=other)
        assert by_group(plan) == {"so_nganh": 3}

    assert len([query for query in asked if "plans_increment" in query["sql"]]) == 1
    assert by_group(plan) == {"khac": 3}


def test_it_goes_into_the_day_last_counted_and_begins_no_other(plan, environment):
    last = SUMMER + timedelta(days=3)
    roll_up(plan, last)
    saved(environment, group=factories.group("khac", "Khác"))

    assert by_group(plan) == {"so_nganh": 3}
    assert plan.snapshots.dates("on", "day").last() == last
    assert_agrees(plan, last)


def test_a_unit_of_which_nothing_is_counted_costs_one_look(weakness, official, home_affairs, environment):
    factories.tracked_action(weakness, official, home_affairs)
    with CaptureQueriesContext(connection) as asked:
        saved(Unit.objects.get(pk=environment.pk), group=None)

    assert len([query for query in asked if "plans_" in query["sql"]]) == 1
