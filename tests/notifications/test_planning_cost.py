"""Planning costs the same few statements for a small province and for a hundred times its size."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications.engine import bind, plan
from notifications.models import Envelope, Obligation, PlannerRun
from tests.notifications.days import MONDAY, at

COPIES = """
INSERT INTO tracker_action (ref, weakness_id, statement, expected_output, lead_unit_id, owner_id, due_on, due_phrase,
    original_due_on, accepted_on, state, percent, delay_cause, is_delay_objective, is_initiative, source, is_sample,
    plain, version)
SELECT 'C-' || number, weakness_id, statement, '', lead_unit_id, owner_id, due_on + number %% 20, '',
    original_due_on, accepted_on, 'todo', 0, '', false, false, '{}', false, '', 1
FROM tracker_action CROSS JOIN generate_series(1, %s) AS number WHERE tracker_action.id = %s
"""


def copies(action, how_many: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(COPIES, [how_many, action.pk])


def statements_to_plan(day: date) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert plan.catch_up(at(day)) == 1
        bind.everything_due(at(day))
    return len(asked)


@pytest.fixture
def province(old_news):
    return old_news


def test_6700_actions_are_planned_with_as_many_statements_as_67(province):
    copies(province, 66)
    for_67 = statements_to_plan(MONDAY)
    planned = Obligation.objects.count()
    reset(province)
    copies(province, 6699)
    for_6700 = statements_to_plan(MONDAY)

    assert for_6700 == for_67
    assert Obligation.objects.count() > 50 * planned


def test_planning_a_date_twice_writes_nothing_new(province):
    copies(province, 66)
    statements_to_plan(MONDAY)
    before = Obligation.objects.count()
    PlannerRun.objects.all().delete()
    statements_to_plan(MONDAY)

    assert Obligation.objects.count() == before
    assert Envelope.objects.filter(kind="bundle").count() == 1


def reset(province) -> None:
    """The province as it was before anything was planned."""
    Obligation.objects.filter(envelope__kind="bundle").delete()
    Envelope.objects.filter(kind="bundle").delete()
    PlannerRun.objects.all().delete()
    type(province).objects.filter(ref__startswith="C-").delete()
