"""An amended line of several actions: each keeps what is its own, and nothing finished is touched."""

from datetime import date

import pytest

from plans.models import Contribution
from plans.versions.planned_content import around
from tests import factories
from tests.factories import DUE
from tests.plans.amendments.steps import finished
from tracker.errors import Refused
from tracker.models import Action, Event

SEPTEMBER = date(2022, 9, 30)


@pytest.fixture
def merged(lines):
    """Line 1 with the action of line 2 as well."""
    Contribution.objects.filter(item=lines[1]).update(item=lines[0])
    return lines[0]


@pytest.fixture
def of_health(merged, health, foreign_official) -> Action:
    """The second action of the line, carried out by the health department."""
    second = actions_of(merged)[1]
    Action.objects.filter(pk=second.pk).update(lead_unit=health, owner=foreign_official)
    return second


def actions_of(item) -> list[Action]:
    return list(Action.objects.filter(contribution__item=item).order_by("pk"))


def test_of_a_withdrawn_line_only_the_open_work_ends(merged, amendment, official, home_affairs, by, paper):
    finished(actions_of(merged)[0], official, home_affairs)
    amendment.withdraw(merged, **by, reason="Trùng nhiệm vụ")
    amendment.issue(**by, **paper)

    assert [action.state for action in actions_of(merged)] == ["done", "dropped"]


def test_what_is_completed_keeps_its_date_when_the_line_moves(merged, amendment, official, home_affairs, by,
                                                              paper):  # fmt: skip
    finished(actions_of(merged)[0], official, home_affairs)
    amendment.change(merged, **by, due_on=SEPTEMBER)
    amendment.issue(**by, **paper)

    assert [action.due_on for action in actions_of(merged)] == [DUE, SEPTEMBER]


def test_when_the_line_comes_forward_none_of_its_work_passes_it(merged, amendment, by, paper):
    first = actions_of(merged)[0]
    Action.objects.filter(pk=first.pk).update(due_on=date(2022, 8, 20))
    amendment.change(merged, **by, due_on=date(2022, 8, 10))
    amendment.issue(**by, **paper)

    assert [action.due_on for action in actions_of(merged)] == [date(2022, 8, 10)] * 2


def test_another_unit_that_works_on_the_line_comes_to_lead_it(
    merged, of_health, amendment, by, paper, health
):
    amendment.change(merged, **by, lead_unit=health)
    line = around(amendment)[1][0]
    assert (line["lead_unit_code"], line["lead_unit"]) == ("SYT", "Sở Y tế")

    version = amendment.issue(**by, **paper)
    merged.refresh_from_db()
    assert (merged.lead_unit, version.content[0]["lead_unit_code"]) == (health, "SYT")


def test_whoever_works_on_the_line_no_more_does_not_come_to_lead_it(merged, of_health, amendment, by, paper, health,
                                                                   environment, official):  # fmt: skip
    amendment.change(merged, **by, lead_unit=health)
    Action.objects.filter(pk=of_health.pk).update(lead_unit=environment, owner=official)

    with pytest.raises(Refused):
        amendment.issue(**by, **paper)
    merged.refresh_from_db()
    assert merged.lead_unit == environment


def test_who_is_named_helps_with_all_of_the_work_and_who_is_left_out_with_none(merged, amendment, health, by,
                                                                              paper):  # fmt: skip
    police, works = factories.unit("CA", "Công an tỉnh"), factories.unit("SXD", "Sở Xây dựng")
    first, second = actions_of(merged)
    merged.coordinating_units.set([health])
    first.coordinating_units.set([health])
    second.coordinating_units.set([health, police])
    amendment.change(merged, **by, coordinating_units=[works])
    amendment.issue(**by, **paper)

    helping = [{unit.code for unit in action.coordinating_units.all()} for action in actions_of(merged)]
    assert helping == [{"SXD"}, {"CA", "SXD"}]
    event = Event.objects.of(merged).filter(verb="amended").get()
    assert (event.before["coordinating_units"], event.after["coordinating_units"]) == (["SYT"], ["SXD"])
