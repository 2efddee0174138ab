"""A period is closed once, after a look at its figures; they never change, and what moved since is said beside them."""

from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from openpyxl import load_workbook

from plans.models import ClosedPeriod, Plan
from plans.models.planning.version import digest
from plans.progress.ranking import ranked
from tests.factories import DUE, actor
from tests.reading import Reader, in_english, text
from tracker.errors import Invalid, Refused
from tracker.models import Action, Event

from .conftest import AUGUST, SEPTEMBER

NEW, LIST = "/ke-hoach/2022/chot-so/moi/", "/ke-hoach/2022/chot-so/"
TODAY = date(2022, 10, 10)
TYPED = {"name": "Quý III năm 2022", "until": "30/09/2022"}


@pytest.fixture
def period(plan, home_affairs) -> ClosedPeriod:
    return ClosedPeriod.close(
        plan, name="Quý III năm 2022", until=SEPTEMBER, by=actor(home_affairs), today=TODAY
    )


def test_the_figures_are_looked_at_before_they_are_closed(plan, home_affairs):
    in_english(home_affairs)
    page = Reader(home_affairs).get(NEW, TYPED)

    assert {row.code: row.frozen["overdue"] for row in page.context["ready"].rows} == {"STNMT": 1, "SYT": 0}
    assert "1 report waits to be verified" in text(page)
    assert not plan.periods.exists()


def test_closing_keeps_every_unit_with_who_when_and_a_digest(plan, home_affairs):
    reader = Reader(home_affairs)
    form = reader.get(NEW, TYPED).context["form"]
    answer = reader.post(NEW, {name: form[name].value() for name in form.fields})
    period = plan.periods.get()

    assert answer.status_code == 303
    assert (period.name, period.until, period.closed_by) == (TYPED["name"], SEPTEMBER, home_affairs)
    assert period.sha256 == digest(period.content) and period.is_unchanged
    assert Event.objects.of(plan).last().verb == "period_closed"


def test_the_frozen_figures_can_be_counted_again_from_the_frozen_actions(period):
    for unit in period.content["units"]:
        own = [line for line in period.content["actions"] if line["unit"] == unit["code"]]
        late = [line for line in own if line["state"] == "done" and line["reported_on"] > line["due_on"]]
        assert len([line for line in own if line["state"] != "dropped"]) == unit["total"]
        assert len(late) == unit["done_late"]


def test_a_closed_period_is_never_changed(period):
    for change in (lambda: ClosedPeriod.objects.update(name="x"), period.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_what_moved_since_stands_beside_the_frozen_figure(period, home_affairs, plan):
    in_english(home_affairs)
    waiting = Action.objects.get(state="reported")
    waiting.verify(by=actor(home_affairs), today=TODAY)
    page = Reader(home_affairs).get(f"{LIST}{period.pk}/")
    (health,) = [row for row in page.context["page"].rows if row.code == "SYT"]

    assert [(figure.frozen, figure.now) for figure in health.results] == [(1, 2), (0, 0), (1, 0), (0, 0)]
    assert "today 2" in text(page)


def test_who_owed_nothing_stands_apart_from_those_with_a_place(plan, home_affairs, foreign_official):
    in_english(home_affairs)
    closed = ClosedPeriod.close(plan, name="T8", until=AUGUST, by=actor(home_affairs), today=TODAY)
    page, own = (Reader(each).get(f"{LIST}{closed.pk}/") for each in (home_affairs, foreign_official))

    assert [row.code for row in page.context["page"].placed] == ["STNMT"]
    assert [row.code for row in page.context["page"].unplaced] == ["SYT"]
    assert "1 unit owed nothing by this day and has no place" in text(page)
    assert [row.code for row in own.context["page"].placed] == ["SYT"] and not own.context["page"].unplaced


def test_the_page_says_what_stays_and_that_nothing_was_touched(period, home_affairs):
    in_english(home_affairs)
    page = text(Reader(home_affairs).get(f"{LIST}{period.pk}/"))

    assert "how things stood on 30 September 2022, as they were known on 10 October 2022" in page
    assert "they still give the SHA-256 that was kept with them" in page


def test_delays_that_were_nobodys_fault_are_shown_beside_the_late_ones(plan, home_affairs):
    Action.objects.filter(state="done", reported_on__gt=DUE, lead_unit__code="STNMT").update(
        is_delay_objective=True
    )
    closed = ClosedPeriod.close(plan, name="Q3", until=SEPTEMBER, by=actor(home_affairs), today=TODAY)

    assert [
        unit["late_for_external_reasons"] for unit in closed.content["units"] if unit["code"] == "STNMT"
    ] == [1]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"until": "2999-01-01"}, "until"),
        ({"until": "14/07/2022"}, "until"),
        ({"until": "cuối năm"}, "until"),
        ({"until": ""}, "until"),
        ({"name": "  "}, "name"),
        ({"name": "n" * 81}, "name"),
    ],
)
def test_a_day_or_a_name_that_cannot_be_is_told_before_and_at_the_closing(typed, field, plan, home_affairs):
    reader = Reader(home_affairs)
    look = reader.get(NEW, TYPED | typed)
    sent = reader.fill_in(NEW, **TYPED | typed)

    assert field in look.context["look"].errors and "ready" in look.context and look.context["ready"] is None
    assert sent.status_code == 422 and 'id="errors"' in text(sent)
    assert not plan.periods.exists()


def test_the_same_day_or_name_is_closed_only_once(period, home_affairs, plan):
    again = {"by": actor(home_affairs), "today": TODAY}
    with pytest.raises(Invalid, match="until"):
        ClosedPeriod.close(plan, name="Khác", until=SEPTEMBER, **again)
    with pytest.raises(Invalid, match="name"):
        ClosedPeriod.close(plan, name=" Quý III  năm 2022", until=DUE, **again)
    assert plan.periods.count() == 1


def test_a_repeated_click_closes_once(plan, home_affairs):
    reader = Reader(home_affairs)
    form = reader.get(NEW, TYPED).context["form"]
    sent = {name: form[name].value() for name in form.fields}

    assert [reader.post(NEW, sent).status_code for _ in range(2)] == [303, 303]
    assert plan.periods.count() == 1


def test_a_draft_has_no_periods(action, review, home_affairs):
    draft = Plan.compile(review, by=actor(home_affairs), today=DUE)
    with pytest.raises(Refused):
        ClosedPeriod.close(draft, name="Q", until=DUE, by=actor(home_affairs), today=TODAY)
    assert Reader(home_affairs).get(NEW).status_code == 200


@pytest.mark.parametrize("who", ["official", "head", "leader", "inspector", "admin"])
def test_only_home_affairs_closes(who, plan, request):
    person = request.getfixturevalue(who)
    assert Reader(person).get(NEW).status_code == 403
    with pytest.raises(Refused):
        ClosedPeriod.close(plan, name="Q", until=SEPTEMBER, by=actor(person), today=TODAY)


def test_a_unit_reads_its_own_frozen_row_and_leadership_all(period, foreign_official, leader):
    def codes(person):
        return {row.code for row in Reader(person).get(f"{LIST}{period.pk}/").context["page"].rows}

    assert codes(foreign_official) == {"SYT"} and codes(leader) == {"STNMT", "SYT"}
    reader = Reader(foreign_official)
    assert "Tài nguyên" not in text(reader.get(f"{LIST}{period.pk}/"))
    assert "Nguyễn Văn Bình" not in text(reader.get(LIST))


def test_the_workbook_holds_the_frozen_figures_and_the_digest(period, leader):
    book = load_workbook(
        BytesIO(b"".join(Reader(leader).get(f"{LIST}{period.pk}/xuat.xlsx").streaming_content))
    )
    head, whole, *units = book.worksheets[0].iter_rows(values_only=True)

    assert [(row[0], row[3], row[5]) for row in units] == [(1, 2, 1), (2, 4, 1)]
    assert whole[3] == 6 and len(head) == len(whole)
    assert period.sha256 in [cell.value for row in book.worksheets[1] for cell in row]


def unit(code, on_time, late, overdue) -> dict:
    return {"code": code, "done_on_time": on_time, "done_late": late, "overdue": overdue}


def test_units_are_placed_by_the_share_done_on_time_of_what_they_owed():
    rows = [
        unit("idle", 0, 0, 0), unit("half", 1, 1, 0), unit("all", 3, 0, 0), unit("stuck", 2, 0, 2),
        unit("few", 1, 0, 0), unit("as few", 1, 0, 0), unit("nearly all", 9, 0, 1),
    ]  # fmt: skip

    assert [(row["code"], row["rank"]) for row in ranked(rows)] == [
        ("all", 1), ("few", 2), ("as few", 2), ("nearly all", 4), ("half", 5), ("stuck", 6), ("idle", None),
    ]  # fmt: skip
