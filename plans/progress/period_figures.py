"""The figures of every unit up to a day, as they are frozen when a period is closed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from tracker.models import Action, Unit

from .meaning import members, sum_of
from .past import ActionThen, states_on
from .ranking import ranked

COUNTS = (
    "total", "done_on_time", "done_late", "open_in_time", "overdue", "reported", "extended", "done_by_original",
    "overdue_by_original", "proof_expected", "proof_given", "dropped",
)  # fmt: skip


def figures_until(plan, until: date) -> dict:
    """The whole and each unit in the order of its place, and beneath them every action they were counted from."""
    states = states_on(plan, until)
    objective = _late_for_external_reasons(states)
    by_unit = defaultdict(list)
    for then in states:
        by_unit[then.unit_key].append(then)
    units = Unit.objects.select_related("group").filter(code__in=by_unit)
    rows = [_named(unit) | _figures(by_unit[unit.code], until, objective) for unit in units]
    return {
        "until": until,
        "total": _figures(states, until, objective),
        "units": ranked(rows),
        "actions": _listed(states),
    }


def _named(unit: Unit) -> dict:
    return {"code": unit.code, "name": unit.name_vi, "group": unit.group.name_vi if unit.group else ""}


def _figures(states: list[ActionThen], until: date, objective: set[int]) -> dict[str, int]:
    counted = {name: sum_of(members(states, name, until), name) for name in COUNTS}
    late = members(states, "done_late", until)
    return counted | {"late_for_external_reasons": sum(then.action_id in objective for then in late)}


def _late_for_external_reasons(states: Iterable[ActionThen]) -> set[int]:
    """Those whose delay Home Affairs found to be nobody's fault when it verified them."""
    keys = [then.action_id for then in states]
    return set(Action.objects.filter(pk__in=keys, is_delay_objective=True).values_list("pk", flat=True))


def _listed(states: Iterable[ActionThen]) -> list[dict]:
    refs = dict(Action.objects.filter(pk__in=[then.action_id for then in states]).values_list("pk", "ref"))
    listed = [
        {
            "ref": refs[then.action_id], "unit": then.unit_key, "state": then.state, "due_on": then.due_on,
            "original_due_on": then.original_due_on, "reported_on": then.reported_on,
        }
        for then in states
    ]  # fmt: skip
    return sorted(listed, key=lambda line: line["ref"])
