"""The plan's page: what is ours first, lines under headings, a long plan in pieces, nothing that is others' affair."""

from datetime import date

import pytest

from plans.models import Plan, PlanItem
from tests import factories
from tests.factories import ISSUED, actor
from tests.plans.life.steps import PAGE
from tests.reading import Reader, in_english, text

WHY = "Kịp thời hạn tháng 7"


@pytest.fixture
def second(sound, review, health, foreign_official, home_affairs):
    """A line of the health department, under another index."""
    weakness = factories.weakness(review, health, home_affairs, index=factories.index("PAPI"), criterion=None)
    found = factories.tracked_action(
        weakness, foreign_official, home_affairs, statement="Công khai viện phí."
    )
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)
    return found


@pytest.fixture
def both_issued(second, review, home_affairs) -> Plan:
    return factories.issued_plan(review, home_affairs)


@pytest.fixture
def long_plan(sound, weakness, accepted) -> Plan:
    """A plan of 211 lines, as after a busy year."""
    line = sound.items.get()
    fields = {
        name: getattr(line, name) for name in ("plan", "index", "criterion", "lead_unit", "due_on", "output")
    }
    PlanItem.objects.bulk_create(
        PlanItem(position=n, weakness_statement="Hạn chế", measure=f"Việc số {n}.", **fields)
        for n in range(2, 212)
    )
    return sound


def open_group(reader, way: str, **headers):
    return reader.get(f"{PAGE}?by=index&nhom=PAR_INDEX{way}", headers=headers)


def test_a_unit_finds_its_own_lines_first(both_issued, official, accepted, second):
    page = Reader(official).get(PAGE)

    assert [line.measure for line in page.context["page"].own] == [accepted.statement]
    assert second.statement in text(page)


def test_a_unit_that_helps_finds_the_line_by_itself(sound, health, foreign_official, home_affairs):
    sound.items.get().coordinating_units.add(health)
    sound.send(by=actor(home_affairs), today=ISSUED, reason=WHY)
    issue(sound, home_affairs)

    page = Reader(foreign_official).get(PAGE).context["page"]
    assert (len(page.own), len(page.helped)) == (0, 1)


def issue(plan, by) -> None:
    plan.issue(
        by=actor(by), today=ISSUED, number="118/KH-UBND", issued_on=ISSUED, signer_name="A", reason=WHY
    )


def test_how_another_units_work_stands_is_not_shown_to_a_unit(
    both_issued, official, home_affairs, accepted, second
):
    own, watched = text(Reader(official).get(PAGE)), text(Reader(home_affairs).get(PAGE))

    assert f"/hanh-dong/{accepted.ref}/" in own and f"/hanh-dong/{second.ref}/" not in own
    assert f"/hanh-dong/{second.ref}/" in watched


def test_an_extension_shows_beside_the_printed_date(both_issued, official, home_affairs, accepted):
    in_english(home_affairs)
    accepted.refresh_from_db()
    asked = accepted.ask_extension(
        by=actor(official), today=ISSUED, requested_due_on=date(2022, 9, 30), reason="Chờ kinh phí"
    )
    asked.approve(by=actor(home_affairs), today=ISSUED, remark="")

    page = text(Reader(home_affairs).get(PAGE))
    assert "31 August 2022" in page and f"{accepted.ref} extended to 30 September 2022" in page


@pytest.mark.parametrize(("way", "headings"), [
    ("index", ["PAR_INDEX", "PAPI"]), ("unit", ["STNMT", "SYT"]), ("due", ["2022-08"]), ("x", ["PAR_INDEX", "PAPI"]),
])  # fmt: skip
def test_lines_stand_under_the_headings_that_were_asked_for(way, headings, both_issued, home_affairs):
    page = Reader(home_affairs).get(f"{PAGE}?by={way}").context["page"]

    assert sorted(group.key for group in page.groups) == sorted(headings)
    assert sum(group.counts["total"] for group in page.groups) == 2


def test_a_long_plan_shows_its_headings_and_opens_one_in_pieces(long_plan, home_affairs):
    reader = Reader(home_affairs)
    assert "Việc số 2." not in text(reader.get(PAGE))

    first, second = open_group(reader, ""), open_group(reader, "&tu=51")
    assert "Việc số 50." in text(first) and "Việc số 51." not in text(first)
    assert "Việc số 51." in text(second) and "Việc số 50." not in text(second)
    assert "Việc số 211." in text(open_group(reader, "&tu=99999"))


def test_opening_a_heading_in_place_brings_only_that_heading(long_plan, home_affairs):
    part = open_group(Reader(home_affairs), "", **{"HX-Request": "true"})

    assert "Việc số 50." in text(part) and "<html" not in text(part)


def test_all_lines_can_be_had_at_once_to_be_printed(long_plan, home_affairs):
    assert "Việc số 211." in text(Reader(home_affairs).get(f"{PAGE}?in=1"))


@pytest.mark.parametrize("nonsense", ["-1", "abc", "", "９", "9999999999"])
def test_a_place_that_is_no_number_means_the_beginning(nonsense, long_plan, home_affairs):
    assert "Việc số 2." in text(open_group(Reader(home_affairs), f"&tu={nonsense}"))


def test_a_withdrawn_line_is_not_in_the_plan_any_more(both_issued, home_affairs, second):
    PlanItem.objects.filter(contributions__action=second).update(withdrawn_on=ISSUED)

    assert second.statement not in text(Reader(home_affairs).get(PAGE))


def test_an_empty_draft_says_why(review, home_affairs):
    in_english(home_affairs)
    Plan.compile(review, by=actor(home_affairs), today=ISSUED)

    assert "No submission has been accepted yet." in text(Reader(home_affairs).get(PAGE))


def test_why_it_went_although_something_was_lacking_is_read_by_those_who_watch(
    sound, home_affairs, leader, official
):
    sound.items.update(output="")
    sound.send(by=actor(home_affairs), today=ISSUED, reason=WHY)
    assert WHY in text(Reader(leader).get(PAGE))

    issue(sound, home_affairs)
    assert WHY in text(Reader(home_affairs).get(PAGE)) and WHY not in text(Reader(official).get(PAGE))
