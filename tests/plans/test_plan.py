"""The plan is compiled from accepted submissions, sent, issued with what the signed paper says, and frozen."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from plans.models import Plan, PlanVersion
from plans.models.planning.version import digest
from tests import factories
from tests.factories import ALL_THE_SAME, ISSUED, actor
from tracker.errors import Invalid, Refused


@pytest.fixture
def draft(action, review, home_affairs):
    return Plan.compile(review, by=actor(home_affairs), today=ISSUED)


def sent(plan, home_affairs):
    plan.send(by=actor(home_affairs), today=ISSUED, reason=ALL_THE_SAME)
    return plan


def issue(plan, by, **fields):
    paper = {
        "number": "118/KH-UBND",
        "issued_on": ISSUED,
        "signer_name": "Nguyễn Văn A",
        "reason": ALL_THE_SAME,
    } | fields
    plan.issue(by=actor(by), today=ISSUED, **paper)


def test_accepted_actions_become_items_that_know_where_they_came_from(draft, action):
    item = draft.items.get()

    assert (item.measure, item.lead_unit, item.due_on) == (action.statement, action.lead_unit, action.due_on)
    assert [contribution.action for contribution in item.contributions.all()] == [action]


def test_what_is_not_accepted_stays_out(proposed, review, home_affairs):
    assert not Plan.compile(review, by=actor(home_affairs), today=ISSUED).items.exists()


def test_compiling_again_adds_only_what_is_new_and_orders_by_index(
    draft, weakness, official, home_affairs, review, environment
):
    papi = factories.index("PAPI")
    papi.position = 9
    papi.save()
    later = factories.weakness(review, environment, home_affairs, index=papi, criterion=None)
    for of_weakness in (later, weakness):
        factories.tracked_action(of_weakness, official, home_affairs)

    Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert [(i.position, i.index.code) for i in draft.items.all()] == [
        (1, "PAR_INDEX"),
        (2, "PAR_INDEX"),
        (3, "PAPI"),
    ]


def test_an_empty_plan_is_not_sent(review, home_affairs):
    plan = Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    with pytest.raises(Refused):
        plan.send(by=actor(home_affairs), today=ISSUED)


def test_a_unit_neither_drafts_nor_issues(draft, review, head):
    with pytest.raises(Refused):
        Plan.compile(review, by=actor(head), today=ISSUED)
    with pytest.raises(Refused):
        draft.send(by=actor(head), today=ISSUED)


def test_issuing_freezes_dates_and_wording_and_starts_monitoring(draft, home_affairs, action, review):
    issue(sent(draft, home_affairs), home_affairs)

    action.refresh_from_db()
    review.refresh_from_db()
    version = PlanVersion.objects.get()
    assert (action.baselined_on, review.state, draft.is_issued) == (ISSUED, "monitoring", True)
    assert version.sha256 == digest(version.content)
    assert version.content[0]["measure"] == action.statement


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": " "}, "number"),
        ({"signer_name": ""}, "signer_name"),
        ({"issued_on": date(2022, 7, 16)}, "issued_on"),
        ({"issued_on": date(2022, 6, 1)}, "issued_on"),
    ],
)
def test_what_the_signed_paper_cannot_say_is_refused_and_nothing_is_frozen(
    wrong, field, draft, home_affairs, action
):
    sent(draft, home_affairs)

    with pytest.raises(Invalid) as refusal:
        issue(draft, home_affairs, **wrong)

    action.refresh_from_db()
    assert list(refusal.value.errors) == [field]
    assert (Plan.objects.get().state, action.baselined_on) == ("sent", None)


def test_a_number_is_used_once_a_year(draft, home_affairs, official):
    issue(sent(draft, home_affairs), home_affairs)
    other = factories.review(home_affairs, year=2020)
    of_other = factories.weakness(other, official.memberships.get().unit, home_affairs)
    factories.tracked_action(of_other, official, home_affairs)
    second = sent(Plan.compile(other, by=actor(home_affairs), today=ISSUED), home_affairs)

    with pytest.raises(Invalid) as refusal:
        issue(second, home_affairs)

    assert list(refusal.value.errors) == ["number"]


def test_a_frozen_version_cannot_be_rewritten_even_by_sql(draft, home_affairs):
    issue(sent(draft, home_affairs), home_affairs)

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE plans_planversion SET sha256 = ''")


def test_an_issued_plan_takes_no_more_compiling(draft, home_affairs, review):
    issue(sent(draft, home_affairs), home_affairs)

    with pytest.raises(Refused):
        Plan.compile(review, by=actor(home_affairs), today=ISSUED)
