"""After any changes, told in any order, late or twice, what was counted change by change is what a count gives."""

import os

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.models import Plan
from plans.progress import listening
from plans.progress.counting import roll_up
from tests import factories
from tests.factories import ISSUED, SUMMER, actor
from tests.plans.progress.agreeing import assert_agrees
from tests.plans.progress.chance import Chance
from tracker.models import Membership

EXAMPLES, CHANGES = int(os.environ.get("PROGRESS_EXAMPLES", "10")), 100  # together a thousand changes
STEP = st.tuples(
    st.sampled_from(["action"] * 8 + ["line", "catalogue", "day"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)


@pytest.fixture
def plan(review, environment, health, weakness, official, foreign_official, home_affairs):
    """A draft of nine actions: of two units and two indices, each with another number of expected kinds."""
    papi = factories.weakness(
        review, environment, home_affairs, index=factories.index("PAPI"), criterion=None
    )
    theirs = factories.weakness(review, health, home_affairs)
    for owner, of_weakness in ((official, weakness), (official, papi), (foreign_official, theirs)):
        for kinds in range(3):
            expected = [f"Loại {number}" for number in range(kinds)]
            factories.tracked_action(of_weakness, owner, home_affairs, expected_evidence=expected)
    return Plan.compile(review, by=actor(home_affairs), today=ISSUED)


@pytest.fixture
def world(plan, environment, health, official, home_affairs):
    """The official works in every unit, so that whatever is moved goes on being worked on."""
    merged = factories.unit("STTTT", "Sở Thông tin", group=factories.group("khac", "Khác"))
    for unit in (health, merged):
        Membership.objects.create(user=official, unit=unit, role="official")
    people = {"official": official, "home_affairs": home_affairs}
    return {"plan": plan, "people": people, "units": [environment, health, merged]}


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(steps=st.lists(STEP, min_size=CHANGES, max_size=CHANGES))
def test_a_thousand_changes_are_counted_as_from_scratch(world, steps):
    with transaction.atomic():
        listening.noted.take()
        roll_up(world["plan"], SUMMER)
        chance = Chance(**world, today=SUMMER)
        for place, step in enumerate(steps):
            chance.step(*step)
            if place % 10 == 9:
                chance.tell_all()
                assert_agrees(chance.plan, last_counted(chance.plan))
        transaction.set_rollback(True)


def last_counted(plan):
    return plan.snapshots.order_by("-on").values_list("on", flat=True).first()
