"""What belongs to the plan of one year is found under no other, and two plans are never mixed."""

from datetime import date

import pytest
from django.utils import timezone

from plans.models import Amendment, ClosedPeriod, PaperJob
from tests import factories
from tests.factories import SUMMER, actor
from tests.plans.api.conftest import PLAN
from tracker import calendar

BEFORE = "plans/2021/"


@pytest.fixture
def year_before(issued, environment, official, home_affairs):
    """The plan of 2021, issued, with a line of its own."""
    review = factories.review(home_affairs, year=2020)
    weakness = factories.weakness(review, environment, home_affairs)
    factories.tracked_action(weakness, official, home_affairs)
    plan = factories.Plan.compile(review, by=actor(home_affairs), today=SUMMER)
    plan.send(by=actor(home_affairs), today=SUMMER, reason=factories.ALL_THE_SAME)
    plan.issue(by=actor(home_affairs), today=SUMMER, number="7/KH", issued_on=date(2022, 7, 1),
               signer_name="A", reason=factories.ALL_THE_SAME)  # fmt: skip
    return plan


def test_lines_amendments_periods_and_papers_stay_under_their_year(
    snv, issued, items, year_before, home_affairs
):
    by = {"by": actor(home_affairs), "today": SUMMER}
    amendment = Amendment.begin(issued, reason="Bão lũ", **by)
    period = ClosedPeriod.close(issued, name="Tháng 7", until=factories.ISSUED, **by)
    paper = PaperJob.ask(
        "plan", "docx", review=issued.review, by=by["by"], today=calendar.today(), now=timezone.now()
    )
    for thing in (
        f"items/{items[0].pk}",
        f"amendments/{amendment.pk}",
        f"periods/{period.pk}",
        f"papers/{paper.pk}",
    ):
        assert snv.read(f"{PLAN}{thing}/").status_code == 200, thing
        assert snv.read(f"{BEFORE}{thing}/").status_code == 404, thing


def test_lines_of_two_plans_are_not_merged_nor_kept_apart_nor_amended(snv, issued, items, year_before):
    other = year_before.items.get()
    amended = snv.change(f"{PLAN}amendments/", issued.version, reason="Bão lũ").json()
    at = f"{PLAN}amendments/{amended['id']}/"

    assert snv.change(f"{at}changes/", amended["version"], line=other.pk, measure="x").status_code == 409
    assert snv.change(f"{at}withdrawals/", amended["version"], line=other.pk, reason="x").status_code == 409
    assert snv.read(at).json()["changes"] == []


def test_of_a_draft_lines_of_another_plan_are_refused_by_name(snv, draft, items, year_before_draft):
    other = year_before_draft.items.get()
    both = [{"id": each.pk, "version": each.version} for each in (items[0], other)]

    for verb, words in {"merging": {"lines": both}, "keeping-apart": {"lines": [items[0].pk, other.pk]},
                        "moving": {"lines": [items[0].pk], "after": other.pk}}.items():  # fmt: skip
        answer = snv.change(f"{PLAN}{verb}/", draft.version, **words)
        assert (answer.status_code, list(answer.json())) == (400, ["line"]), verb


@pytest.fixture
def year_before_draft(draft, environment, official, home_affairs):
    review = factories.review(home_affairs, year=2020)
    weakness = factories.weakness(review, environment, home_affairs)
    factories.tracked_action(weakness, official, home_affairs)
    return factories.Plan.compile(review, by=actor(home_affairs), today=SUMMER)
