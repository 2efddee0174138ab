"""Administrators who turn against each other, and names that fill a column: the site stays open, nothing breaks."""

import pytest

from tests import factories
from tests.factories import SUMMER, actor
from tests.tracker.test_many_at_once import together
from tracker.errors import Refused
from tracker.models import Membership, Unit, User


@pytest.fixture
def second_admin(home_affairs_unit):
    return factories.person("hai@sample.test", "Lê Hai", "admin", home_affairs_unit, is_staff=True)


def ends(of, by):
    Membership.objects.get(user=of).end(by=actor(by), today=SUMMER, valid_to=SUMMER)


def disables(of, by):
    User.objects.get(pk=of.pk).disable(by=actor(by), today=SUMMER, reason="Nghỉ việc")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", [ends, disables])
@pytest.mark.parametrize("second", [ends, disables])
def test_two_administrators_who_turn_each_other_out_at_once_do_not_both_go(
    first, second, admin, second_admin
):
    doors = [lambda: first(second_admin, admin), lambda: second(admin, second_admin)]
    results = together(2, lambda n: doors[n]() or "gone")
    left = Membership.objects.filter(role="admin", valid_to=None, user__is_active=True)

    assert sorted(map(str, results)) == sorted(map(str, ["gone", Refused])) and left.count() == 1


def test_a_unit_with_the_longest_names_is_kept_and_found(db):
    unit = factories.unit("STNMT", "Sở " + "ấ" * 297, name_en="Department " + "e" * 289)

    assert Unit.objects.filter(plain__contains="so aaa").get() == unit
