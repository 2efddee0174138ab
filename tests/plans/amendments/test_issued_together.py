"""The changes of an amendment come into force together: record, counts and post are those of one change at a time."""

from datetime import date, time
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from notifications.models import Obligation
from plans.models import Amendment, Contribution, LeftOut, Plan, PlanItem
from plans.models.amendments import issue as issuing
from tests import factories
from tests.factories import ALL_THE_SAME, ISSUED, SUMMER, actor
from tests.notifications.days import tick
from tests.plans.life.test_issuing_together import OWED, PAPER, TOLD
from tests.plans.progress.agreeing import from_scratch
from tests.plans.progress.people import extended, reported
from tracker.models import Action, Event, Weakness

EARLIER, LATER = date(2022, 8, 10), date(2022, 10, 31)


@pytest.fixture
def work(weakness, health, review, official, foreign_official, home_affairs):
    """Actions of three weaknesses: one extended, one reported later, one left out of the plan."""
    theirs, alone = (factories.weakness(review, health, home_affairs) for _ in range(2))
    own = [factories.tracked_action(weakness, official, home_affairs) for _ in range(4)]
    health_own = [factories.tracked_action(each, foreign_official, home_affairs, due_on=date(2022, 8, 20))
                  for each in (theirs, theirs, alone, alone)]  # fmt: skip
    extended(own[0], official, home_affairs, until=date(2022, 10, 1), today=ISSUED)
    return SimpleNamespace(own=own, theirs=health_own[:2], alone=health_own[2:])


@pytest.fixture
def plan(work, review, foreign_official, home_affairs) -> Plan:
    """Five lines of one action, one of two units' actions; issued."""
    said = {"by": actor(home_affairs), "today": ISSUED}
    plan = Plan.compile(review, **said)
    plan.merge([line_of(work.own[3]), line_of(work.theirs[0])], **said)
    plan.take_out(work.alone[1], reason="Để sau", **said)
    plan.leave_out(work.alone[1], reason="Để sau", **said)
    plan.send(reason=ALL_THE_SAME, **said)
    plan.issue(reason=ALL_THE_SAME, **said, **PAPER)
    reported(work.theirs[0], foreign_official)
    return plan


@pytest.fixture
def amendment(plan, work, weakness, health, environment, official, home_affairs, by) -> Amendment:
    """Every kind of change, of lines alone and merged, each for a reason of its own."""
    late = factories.tracked_action(weakness, official, home_affairs, due_on=LATER)
    late.coordinating_units.add(health)
    amendment = Amendment.begin(plan, reason="Theo đề nghị của hai đơn vị", **by)
    words = {"weakness_statement": "Trễ hạn kéo dài.", "measure": "Số hóa hết", "output": "Kho dữ liệu"}
    amendment.change(line_of(work.own[0]), **by, **words, due_on=LATER, reason="Chờ kinh phí")
    amendment.change(line_of(work.own[2]), **by, due_on=EARLIER, coordinating_units=[health])
    amendment.change(line_of(work.alone[0]), **by, **words, coordinating_units=[environment], reason="Rõ hơn")
    merged = {"lead_unit": health, "coordinating_units": [environment], "due_on": LATER, "note": "Hai đơn vị"}
    amendment.change(line_of(work.own[3]), **by, **merged, reason="Sở Y tế chủ trì")
    amendment.withdraw(line_of(work.own[1]), **by, reason="Trùng nhiệm vụ")
    amendment.withdraw(line_of(work.theirs[1]), **by, reason="Đã có dự án khác")
    amendment.add_all([late, work.alone[1]], **by, reason="Bổ sung")
    return amendment


def line_of(action) -> PlanItem:
    return PlanItem.objects.get(contributions__action=action)


def after(amendment, by, paper) -> list:
    """What stands in the record, in the counts and in the post once it is issued; then nothing was done."""
    with transaction.atomic():
        version = Amendment.objects.get(pk=amendment.pk).issue(**by, **paper)
        call_command("verify_history")
        tick(SUMMER, time(17))
        tick(date(2022, 8, 24))
        lines = dict(
            zip(PlanItem.objects.order_by("pk").values_list("pk", flat=True), range(99), strict=False)
        )
        counts = {(kind, lines[int(key)] if kind == "item" else key): counted
                  for (kind, key), counted in from_scratch(amendment.plan, SUMMER).items()}  # fmt: skip
        content = [line | {"item": lines[line["item"]]} for line in version.content]
        found = [*record(lines), sorted(Obligation.objects.values_list(*OWED)), counts, content]
        transaction.set_rollback(True)
    return found


def record(lines: dict[int, int]) -> list:
    """Every row that an amendment may touch; lines are known by their place, as each new one takes a new key."""
    events = Event.objects.order_by("subject", "subject_id", "number").values_list(*TOLD)
    told = [(each[0], lines.get(each[1]) if each[0] == "planitem" else each[1], *each[2:]) for each in events]
    items = [row | {"id": lines[row["id"]]} for row in PlanItem.objects.order_by("pk").values()]
    helped = [sorted(each.coordinating_units.values_list("code", flat=True))
              for each in (*PlanItem.objects.order_by("pk"), *Action.objects.order_by("pk"))]  # fmt: skip
    behind = [
        (lines[item], *rest) for item, *rest in Contribution.objects.values_list("item", "weakness", "action")
    ]
    rows = [list(model.objects.order_by("pk").values()) for model in (Action, Weakness, LeftOut)]
    return [told, items, helped, sorted(behind), *rows]


def test_together_they_come_into_force_as_one_by_one(amendment, by, paper, monkeypatch):
    together, apply_all = after(amendment, by, paper), issuing.apply_all

    def one_by_one(changes, **said):
        for change in sorted(changes, key=lambda each: each.kind != "withdraw"):
            apply_all([change], **said)

    monkeypatch.setattr(issuing, "apply_all", one_by_one)
    alone = after(amendment, by, paper)

    for one, other in zip(together, alone, strict=True):
        assert one == other
    assert [len(part) > 5 for part in together] == [
        True,
        True,
        True,
        True,
        True,
        False,
        False,
        True,
        True,
        True,
    ]


def test_an_issue_costs_no_more_statements_for_many_changes_than_for_few(
    amendment, plan, weakness, official, home_affairs, by, paper
):
    few = statements(amendment, by, paper)
    late = [factories.tracked_action(weakness, official, home_affairs) for _ in range(12)]
    amendment.add_all(late, **by, reason="Bổ sung")

    assert statements(amendment, by, paper) <= few


def statements(amendment, by, paper) -> int:
    """How many it takes to issue the amendment, which afterwards is not issued."""
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        Amendment.objects.get(pk=amendment.pk).issue(**by, **paper)
        transaction.set_rollback(True)
    return len(asked)
