"""The last letter to each unit, on the pages of other rooms: how often, when, opened or not."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils import timezone

from notifications.models import Chase
from tests import factories
from tests.notifications.days import MONDAY, WEDNESDAY, at
from tests.notifications.test_chase_pages import mail_to
from tracker import calendar

PAGE = Template(
    "{% load chase %}{% last_chases as chases %}{% for pk in units %}<p>{% last_chase chases pk %}{% endfor %}"
)


@pytest.fixture
def chases(review, environment, health, home_affairs, monkeypatch) -> list[Chase]:
    """STNMT was chased on two days of this year, SYT in an earlier year only."""
    monkeypatch.setattr(calendar, "today", lambda: WEDNESDAY)
    days = [(environment, MONDAY), (environment, WEDNESDAY), (health, MONDAY.replace(year=2021))]
    return [
        Chase.objects.create(unit=unit, words="Gấp", chased_on=day, chased_at=at(day), chased_by=home_affairs)
        for unit, day in days
    ]


def test_each_unit_has_its_last_letter_and_the_number_of_this_year(
    chases, home_affairs, environment, health, official
):
    mail_to(official, chases[1], opened_at=timezone.now())
    found = _last_chases(home_affairs)

    ours, theirs = found[environment.pk], found[health.pk]
    assert (ours.address, ours.count_this_year, ours.was_opened) == (f"/don-doc/{chases[1].pk}/", 2, True)
    assert ours.chased_on == chases[1].chased_on
    assert (theirs.count_this_year, theirs.was_opened) == (0, False)


def test_an_earlier_letter_that_was_opened_does_not_count_for_the_last(
    chases, home_affairs, environment, official
):
    mail_to(official, chases[0], opened_at=timezone.now())

    assert not _last_chases(home_affairs)[environment.pk].was_opened


def test_a_unit_sees_the_letters_to_itself_alone(chases, foreign_official, environment, health):
    assert set(_last_chases(foreign_official)) == {health.pk}


def test_a_page_of_all_units_costs_two_statements(
    chases, home_affairs, environment, health, django_assert_num_queries
):
    context = _context(home_affairs) | {"units": [environment.pk, health.pk, 0] * 20}
    with django_assert_num_queries(2):
        page = PAGE.render(Context(context))

    assert page.count(f'"/don-doc/{chases[1].pk}/"') == 20


def _context(person) -> dict:
    return {"request": SimpleNamespace(actor=factories.actor(person))}


def _last_chases(person) -> dict:
    context = Context(_context(person))
    Template("{% load chase %}{% last_chases as chases %}").render(context)
    return context["chases"]
