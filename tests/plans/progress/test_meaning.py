"""What each count means is said in SQL, in Python and in the queries of the lists: in every case they agree."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db.models import F, Q, Sum

from plans.models import ProgressFact
from plans.models.progress.snapshot import COUNTS, DIMENSIONS
from plans.progress.counting.whole import count_known
from plans.progress.meaning import MEANINGS
from plans.progress.past import counts
from tests import factories
from tracker.models import Action, time_status
from tracker.standing import results

ON = date(2022, 9, 5)
DAYS = [ON + timedelta(days=days) for days in (-1, 0, 7, 8)]
REPORTED = [None, ON - timedelta(days=2), *DAYS]


@pytest.fixture
def plan(weakness, review, action, home_affairs):
    """A plan whose facts are every combination of state and dates, each in a line of its own."""
    plan = factories.issued_plan(review, home_affairs)
    cases = product(Action.State.values, DAYS, DAYS, REPORTED)
    sound = [case for case in cases if case[3] or case[0] not in ("reported", "done")]
    ProgressFact.objects.bulk_create(
        ProgressFact(
            action_id=number, plan=plan, item_id=number, index_key="PAR_INDEX", group_key="", unit_key="STNMT",
            state=state, due_on=due, original_due_on=original, reported_on=reported,
            proof_expected=number % 4, proof_given=number % 3,
        )
        for number, (state, due, original, reported) in enumerate(sound, 1000)
    )  # fmt: skip
    return plan


def test_the_statement_counts_each_case_as_python_does(plan):
    facts = list(plan.facts.all())
    counted = {(row.dimension, row.key): row for row in count_known(plan, ON, DIMENSIONS)}

    assert len(facts) > 400
    for dimension in DIMENSIONS:
        for key, row in counts(plan, facts, ON, dimension).items():
            same = counted[dimension, key]
            assert {name: getattr(same, name) for name in COUNTS} == {
                name: getattr(row, name) for name in COUNTS
            }


def test_the_statement_counts_what_the_lists_show(plan):
    (total,) = count_known(plan, ON, ("total",))
    lists = results(ON) | {
        "due_soon": time_status.due_soon(ON),
        "total": ~Q(state="dropped"),
        "done": Q(state="done"),
        "extended": ~Q(state="dropped") & Q(due_on__gt=F("original_due_on")),
        "overdue_by_original": time_status.IS_OPEN & Q(original_due_on__lt=ON),
        "done_by_original": Q(state="done") & ~Q(reported_on__gt=F("original_due_on")),
    }
    named = {"open_late": "overdue"}

    for name, listed in lists.items():
        assert getattr(total, named.get(name, name)) == plan.facts.filter(listed).count(), name
    given = plan.facts.exclude(state="dropped").aggregate(Sum("proof_expected"), Sum("proof_given"))
    assert (total.proof_expected, total.proof_given) == tuple(given.values())


def test_the_time_status_of_one_action_says_the_same(plan):
    statuses = {"overdue": {"overdue"}, "due_soon": {"due_today", "due_soon"}}

    for fact in plan.facts.all():
        status = time_status.of(fact, ON)
        for name, those in statuses.items():
            assert MEANINGS[name].counts(fact, ON) is (status in those)
        late = MEANINGS["done_late"].counts(fact, ON)
        assert late is (fact.state == "done" and status == "done_late")
