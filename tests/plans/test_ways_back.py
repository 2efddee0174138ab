"""The way back above a title names the page it leads to, and the pages one came from are all there."""

import re

import pytest

from plans.models import Amendment, Plan
from tests import factories
from tests.factories import ISSUED, SUMMER, actor
from tests.reading import Reader, in_english, text

PLAN = "/ke-hoach/2022/"
THE_PLAN, VERSIONS = (PLAN, "‹ Remediation plan 2022"), (f"{PLAN}phien-ban/", "Versions")
PAPERS, TEMPLATES = "/van-ban/2022/", "/van-ban/mau/"
ALL_PAPERS = "Papers of the plan of 2022"


@pytest.fixture
def desk(home_affairs) -> Reader:
    in_english(home_affairs)
    return Reader(home_affairs)


@pytest.fixture
def plan(action, review, home_affairs) -> Plan:
    return factories.issued_plan(review, home_affairs)


def ways_back(desk: Reader, place: str) -> list[tuple[str, str]]:
    """Where the links above the title lead, and what they are called."""
    above = re.search(r'<p class="eyebrow">(.*?)</p>', text(desk.get(place)), re.DOTALL)
    return re.findall(r'<a href="([^"]*)">(.*?)</a>', above[1])


def test_an_amendment_leads_back_to_the_plan_and_to_its_versions(plan, home_affairs, desk):
    assert ways_back(desk, f"{PLAN}dieu-chinh/moi/") == [THE_PLAN, VERSIONS]

    amendment = Amendment.begin(plan, by=actor(home_affairs), today=SUMMER, reason="Sau mưa lũ")
    here = f"{PLAN}dieu-chinh/{amendment.pk}/"
    assert ways_back(desk, here) == [THE_PLAN, VERSIONS]
    assert [where for where, _name in ways_back(desk, f"{here}huy/")] == [here]


def test_a_version_leads_back_to_the_plan_and_to_its_versions(plan, desk):
    assert ways_back(desk, f"{PLAN}phien-ban/1/") == [THE_PLAN, VERSIONS]


def test_a_split_leads_back_to_the_line_by_its_name_and_to_the_workbench(
    weakness, official, home_affairs, review, desk
):
    rows = [factories.tracked_action(weakness, official, home_affairs) for _ in range(2)]
    draft = Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    line = draft.merge([row.contribution.item for row in rows], by=actor(home_affairs), today=ISSUED)
    there = f"{PLAN}dong/{line.pk}/"
    to_the_line, to_the_bench = ways_back(desk, f"{there}tach/")

    assert to_the_line[0] == there and to_the_line[1].startswith("‹ Line 1: ")
    assert to_the_bench[0].startswith(f"{PLAN}hop-nhat/") and to_the_bench[1] == "Workbench"


def test_papers_and_their_templates_lead_to_each_other(plan, desk):
    assert f'href="{TEMPLATES}"' in text(desk.get(PAPERS))
    assert ways_back(desk, TEMPLATES) == [(PAPERS, f"‹ {ALL_PAPERS}")]
    assert (PAPERS, ALL_PAPERS) in ways_back(desk, f"{TEMPLATES}plan/")
    assert ways_back(desk, f"{PAPERS}progress/") == [(PAPERS, f"‹ {ALL_PAPERS}")]


def test_compiling_again_leads_back_to_the_plan_it_is_about(action, review, desk):
    assert ways_back(desk, f"{PLAN}tong-hop/") == [THE_PLAN]
