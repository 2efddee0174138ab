"""Two officers at the same plan: one wins, the other reads what happened; nothing is done twice."""

import pytest

from plans.models import Plan, PlanVersion
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.life.steps import SIGNED
from tests.tracker.test_many_at_once import together
from tracker.errors import Invalid, Refused
from tracker.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "Kịp thời hạn tháng 7"


def test_a_plan_that_two_issue_at_once_is_issued_once(with_committee, home_affairs, second_home_affairs):
    people = [actor(home_affairs), actor(second_home_affairs)]

    def issue(number: int):
        paper = SIGNED | {"number": f"{118 + number}/KH-UBND"}
        return Plan.objects.get().issue(by=people[number], today=ISSUED, **paper)

    results = together(2, issue)

    assert sorted(map(str, results)) == sorted(map(str, [None, Refused]))
    assert PlanVersion.objects.count() == 1 and Event.objects.filter(verb="issued").count() == 1


def test_two_plans_do_not_take_the_same_number_at_once(with_committee, official, home_affairs):
    by = {"by": actor(home_affairs), "today": ISSUED, "reason": WHY}
    other = factories.review(home_affairs, year=2020)
    weakness = factories.weakness(other, official.memberships.get().unit, home_affairs)
    factories.tracked_action(weakness, official, home_affairs)
    Plan.compile(other, by=actor(home_affairs), today=ISSUED).send(**by)
    plans = list(Plan.objects.order_by("pk"))

    def issue(number: int) -> str:
        written = ["118/KH-UBND", "118 / kh-ubnd"][number]
        try:
            plans[number].issue(**(SIGNED | {"number": written} | by))
        except Invalid as refusal:
            return " ".join(refusal.errors)
        return "issued"

    assert sorted(together(2, issue)) == ["issued", "number"]


def test_a_plan_sent_twice_at_once_is_sent_once(sound, home_affairs, second_home_affairs):
    people = [actor(home_affairs), actor(second_home_affairs)]
    results = together(2, lambda number: Plan.objects.get().send(by=people[number], today=ISSUED))

    assert sorted(map(str, results)) == sorted(map(str, [None, Refused]))
    assert Event.objects.filter(subject="plan", verb="sent").count() == 1
