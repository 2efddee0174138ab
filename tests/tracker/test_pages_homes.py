"""The home of each role says what it is for, and every number opens the list behind it."""

from datetime import timedelta

import pytest

from plans.models import Submission
from tests import factories
from tests.reading import Reader, refs
from tracker import calendar


def due_in(days: int, weakness, official, home_affairs, **fields):
    return factories.tracked_action(
        weakness, official, home_affairs, due_on=calendar.today() + timedelta(days), **fields
    )


def test_the_next_step_is_what_has_waited_longest(weakness, official, home_affairs):
    later = due_in(3, weakness, official, home_affairs)
    first = due_in(-12, weakness, official, home_affairs)
    quiet = due_in(60, weakness, official, home_affairs)
    page = Reader(official).get("/viec-cua-toi/").context

    assert page["next"] == first
    assert page["urgent"] == [first, later] and page["ongoing"] == [quiet]


def test_work_that_waits_for_others_stands_apart(reported, official):
    page = Reader(official).get("/viec-cua-toi/").context

    assert list(page["waiting"]) == [reported] and not page["urgent"]


def test_heads_see_the_unit_and_officials_their_own_work_unless_they_say_otherwise(action, official, head):
    action.assign(by=factories.actor(head), today=factories.SUMMER, owner=head)

    assert Reader(head).get("/viec-cua-toi/").context["urgent"] == [action]
    assert Reader(official).get("/viec-cua-toi/").context["urgent"] == []
    assert Reader(official).get("/viec-cua-toi/?scope=unit").context["urgent"] == [action]


@pytest.fixture
def submission(weakness) -> Submission:
    return Submission.objects.get(unit__code="STNMT")


def card(page) -> str:
    """The one next step of the page."""
    found = page.content.decode().split('class="card-next"')
    assert len(found) == 2
    return found[1].split("</section>")[0]


def test_a_late_submission_goes_before_every_action(submission, weakness, official, home_affairs):
    due_in(-12, weakness, official, home_affairs)
    Submission.objects.filter(pk=submission.pk).update(due_on=calendar.today() - timedelta(1))

    assert 'href="/ban-nop/2021/STNMT/"' in card(Reader(official).get("/viec-cua-toi/"))


@pytest.mark.parametrize(
    ("submission_due", "first"), [(5, "/hanh-dong/"), (2, "/ban-nop/"), (3, "/ban-nop/")]
)
def test_what_is_due_first_is_the_next_step(
    submission_due, first, submission, weakness, official, home_affairs
):
    due_in(3, weakness, official, home_affairs)
    day = calendar.today() + timedelta(submission_due)
    Submission.objects.filter(pk=submission.pk).update(due_on=day)

    assert f'href="{first}' in card(Reader(official).get("/viec-cua-toi/"))


def test_a_returned_submission_presses_also_when_an_action_is_due_before_it(
    with_head, weakness, official, head, home_affairs
):
    with_head.submit(by=factories.actor(head), today=factories.DEADLINE)
    later = calendar.today() + timedelta(30)
    with_head.send_back(
        by=factories.actor(home_affairs),
        today=calendar.today(),
        rows={weakness.pk: "Nêu số liệu"},
        due_on=later,
    )
    due_in(3, weakness, official, home_affairs)
    page = Reader(official).get("/viec-cua-toi/")

    assert 'href="/hanh-dong/' in card(page)
    assert 'class="row" href="/ban-nop/2021/STNMT/"' in page.content.decode()


def test_the_card_says_what_the_submission_still_lacks(submission, official):
    official.language = "en"
    official.save()

    assert "the cause is missing" in card(Reader(official).get("/viec-cua-toi/"))


@pytest.fixture
def with_head(submission, proposed, official, head) -> Submission:
    factories.complete(submission, official)
    submission.send_to_head(by=factories.actor(official), today=factories.IN_JUNE)
    return submission


def test_a_head_first_approves_what_waits_for_him(with_head, weakness, official, head, home_affairs):
    due_in(-12, weakness, official, home_affairs)

    assert 'href="/ban-nop/2021/STNMT/kiem-tra/"' in card(Reader(head).get("/viec-cua-toi/"))


def test_for_the_official_what_the_head_holds_waits_for_others(with_head, official):
    page = Reader(official).get("/viec-cua-toi/").content.decode()

    assert 'class="row" href="/ban-nop/2021/STNMT/"' in page and 'class="card-next"' not in page


def test_what_was_decided_on_the_submission_is_told_with_its_remark(with_head, head, official):
    with_head.return_to_official(by=factories.actor(head), today=calendar.today(), reason="Nêu số liệu")

    assert (
        "Nêu số liệu" in Reader(official).get("/viec-cua-toi/").content.decode().split('class="timeline"')[1]
    )


def test_when_nothing_presses_the_next_deadline_is_named(weakness, official, home_affairs):
    Submission.objects.all().delete()
    quiet = due_in(60, weakness, official, home_affairs)
    page = Reader(official).get("/viec-cua-toi/").content.decode()

    assert 'class="card-next"' not in page
    assert f'href="/hanh-dong/{quiet.ref}/">{quiet.due_on:%d/%m/%Y}</a>' in page


def test_the_one_thing_to_do_is_said_once(submission, weakness, official, home_affairs):
    Submission.objects.filter(pk=submission.pk).update(due_on=calendar.today() - timedelta(1))
    place = 'href="/ban-nop/2021/STNMT/"'

    assert Reader(official).get("/viec-cua-toi/").content.decode().count(place) == 1
    late = due_in(-12, weakness, official, home_affairs)
    page = Reader(official).get("/viec-cua-toi/").content.decode().split('class="card-next"')[1]
    assert page.count(place) == 2 and late.statement in page


def test_another_units_submission_is_not_my_work(with_head, foreign_official):
    assert "/ban-nop/2021/STNMT/" not in Reader(foreign_official).get("/viec-cua-toi/").content.decode()


def test_what_was_decided_is_told_for_two_weeks(reported, official, home_affairs):
    reported.verify(by=factories.actor(home_affairs), today=calendar.today(), remark="Đạt yêu cầu")

    assert "Đạt yêu cầu" in Reader(official).get("/viec-cua-toi/").content.decode()


def test_a_person_without_a_role_is_told_whom_to_ask(official):
    official.memberships.all().delete()

    assert 'class="notice notice-warn"' in Reader(official).get("/viec-cua-toi/").content.decode()


def test_the_counts_of_home_affairs_are_the_lengths_of_the_lists_behind_them(
    weakness, official, home_affairs, reported
):
    for days in (-30, -2, 0, 7, 8):
        due_in(days, weakness, official, home_affairs)
    reader = Reader(home_affairs)
    totals = reader.get("/theo-doi/").context["totals"]
    behind = {
        "overdue": "time=overdue",
        "due_soon": "time=due_soon",
        "reported": "state=reported",
        "done": "state=done",
    }

    assert {name: totals[name] for name in behind} == {"overdue": 2, "due_soon": 2, "reported": 1, "done": 0}
    assert {name: len(refs(reader.get(f"/hanh-dong/?{query}"))) for name, query in behind.items()} == {
        name: totals[name] for name in behind
    }


def test_the_worst_unit_stands_first_with_the_head_to_call(
    weakness, official, head, home_affairs, foreign_official, health
):
    elsewhere = factories.weakness(weakness.review, health, home_affairs)
    due_in(-3, elsewhere, foreign_official, home_affairs)
    due_in(-9, weakness, official, home_affairs)
    due_in(-1, weakness, official, home_affairs)
    rows = Reader(home_affairs).get("/theo-doi/").context["units"]

    assert [(row["unit"].code, row["overdue"], row["head"]) for row in rows] == [
        ("STNMT", 2, head),
        ("SYT", 1, None),
    ]


def test_without_a_review_every_home_says_so_instead_of_breaking(official, home_affairs, leader):
    pages = [
        Reader(official).get("/viec-cua-toi/"),
        Reader(home_affairs).get("/theo-doi/"),
        Reader(leader).get("/tong-quan/"),
    ]

    assert [page.status_code for page in pages] == [200] * 3
