"""Everything stands still from eight working days before the deadline to three after it, and is then started again."""

from datetime import date, time

from notifications.models import Obligation, PlannerRun
from tests.faults import drivers, province
from tests.faults.days import at, working_days_after
from tests.faults.judge import Case, judge
from tests.faults.line import Line, unless
from tests.faults.news import dropped
from tests.faults.scene import Scene
from tracker.calendar import WorkingCalendar, days_between

DUE = date(2022, 10, 12)  # a Wednesday, no holiday near
BEFORE, AFTER = working_days_after(DUE, -8), working_days_after(DUE, 3)
UNITS, OWNERS_OF_A_UNIT, ACTIONS_OF_A_UNIT = 10, 6, 30
CLOSED = 3  # of each unit, while everything stood still
MORNING = time(7, 30)


def run(scene: Scene) -> Line:
    """Plan the last day before, stop, let the world go on, start two drivers at once, look."""
    units = int(scene.sized(small=3, full=UNITS))
    heads, actions = populate(units)
    with drivers.turners(scene, 2) as two:
        drivers.tick_by_command(at(BEFORE, MORNING))
        over = closed(actions, heads)
        for each in two:
            each.begin(at(AFTER, MORNING))
        for each in two:
            each.end()
    return judged(
        scene, heads, [action for action in actions if (action.owner.email, action.ref) not in over], over
    )


def populate(units: int) -> tuple[dict, list]:
    """Each unit with its head, its officials, and thirty actions among them that fall due on the same day."""
    heads, actions = {}, []
    for number in range(units):
        unit = province.a_unit(f"DV{number}")
        [heads[unit.pk]] = province.people(1, unit, "unit_head")
        owners = province.people(OWNERS_OF_A_UNIT, unit) * (ACTIONS_OF_A_UNIT // OWNERS_OF_A_UNIT)
        actions += province.actions(owners, DUE, unit)
    return heads, actions


def closed(actions: list, heads: dict) -> dict:
    """Some are dropped while nobody listens: of these nothing may be told, neither to the owner nor to the head."""
    chosen = dropped([action for n, action in enumerate(actions) if n % ACTIONS_OF_A_UNIT < CLOSED], DUE)
    readers = ((action, (action.owner.email, heads[action.lead_unit_id].email)) for action in chosen)
    return {(reader, action.ref): at(DUE, MORNING) for action, both in readers for reader in both}


def judged(scene: Scene, heads: dict, told: list, over: dict) -> Line:
    """One current mail for each action and reader, in one bundle a person; the older rows are superseded."""
    to_heads = {(heads[action.lead_unit_id].email, action.ref, AFTER.isoformat()) for action in told}
    case = Case("outage", province.owed(told, AFTER) | to_heads, at(AFTER, time(23)), over=over)
    line = judge(case, scene.office.mails, province.ledger(), scene.seconds)
    return line.breaking(*too_many(scene), *not_planned(), *not_superseded(told))


def too_many(scene: Scene) -> list[str]:
    people = [mail.address for mail in scene.office.mails]
    return unless(len(people) == len(set(people)), "somebody got a second bundle")


def not_planned() -> list[str]:
    calendar = WorkingCalendar()
    days = {day for day in days_between(BEFORE, AFTER) if calendar.is_working_day(day)}
    missing = days - set(PlannerRun.objects.values_list("business_date", flat=True))
    return unless(not missing, f"{len(missing)} business dates without a planner run")


def not_superseded(told: list) -> list[str]:
    """Of each action the owner was owed four reminders before the deadline; none of them was sent."""
    older = Obligation.objects.filter(
        subject_id__in=[action.pk for action in told],
        occurrence__in=(-7, -3, -1, 0),
        rule__anchor="action_due",
    )
    superseded, expected = older.filter(state="suppressed", reason="superseded").count(), 4 * len(told)
    is_right = superseded == older.count() == expected
    return unless(is_right, f"{superseded} of {expected} older rows are superseded")
