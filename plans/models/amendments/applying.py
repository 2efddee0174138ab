"""The changes of an amendment come into force: all of one kind together, each with its own reason."""

from datetime import date

from django.db.models import Count, prefetch_related_objects

from plans.models.amendments.lines import add_lines
from plans.models.amendments.words import as_fields, units_named
from plans.models.planning.item import Contribution
from plans.models.planning.left_out import LeftOut
from tracker.models import Action, Weakness
from tracker.models.many_rows import write_links
from tracker.models.time_status import OPEN
from tracker.models.tracked import Change, change_all


def apply_all(changes: list, *, by, today: date) -> None:
    """Make the changes, with the amendment's number as part of each reason.

    Lines go first: a weakness that only they shared with another line may then read as that one does.
    """
    for kind, make in MADE.items():
        if of_kind := [change for change in changes if change.kind == kind]:
            make(of_kind, by=by, today=today)


def _withdraw(changes: list, **said) -> None:
    """The lines keep their words and their numbers; what is still open of their work ends."""
    gone = [Change(each.item, {"withdrawn_on": each.amendment.issued_on}, _why(each)) for each in changes]
    change_all(gone, "line_withdrawn", **said)
    Action.drop_all([(action, _why(each)) for each in changes for action in _open_work(each.item)], **said)


def _reword(changes: list, **said) -> None:
    units = units_named(change.after for change in changes)
    fields = {change: as_fields(change.after, units) for change in changes}
    before = {change: list(change.item.coordinating_units.all()) for change in changes}
    helping = {change: fields[change].pop("coordinating_units", before[change]) for change in changes}
    reworded = [_reworded(each, fields[each], before[each], helping[each]) for each in changes]
    change_all(reworded, "amended", **said)
    write_links(
        {each.item: helping[each] for each in changes if helping[each] != before[each]}, "coordinating_units"
    )
    _carry_words(changes, **said)
    _carry_coordination([(each, set(before[each]), set(helping[each])) for each in changes], **said)
    _carry_dates([each for each in changes if "due_on" in each.after], **said)


def _reworded(change, fields: dict, before: list, helping: list) -> Change:
    if "lead_unit" in fields:
        fields["lead_unit_id"] = fields.pop("lead_unit").pk
    parts = {"coordinating_units": _codes(before)}, {"coordinating_units": _codes(helping)}
    return Change(change.item, fields, _why(change), parts if helping != before else ({}, {}))


def _carry_words(changes: list, **said) -> None:
    """Where the line is one action's, its action and weakness read as the line does; merged ones keep theirs."""
    alone = [(each, *parts) for each in changes if len(parts := each.item.contributions.all()) == 1]
    measures = [
        (part.action, each.item.measure, each.item.output, _why(each))
        for each, part in alone
        if {"measure", "output"} & each.after.keys()
    ]
    Action.amend_words_all(measures, **said)
    stated = [(each, part) for each, part in alone if "weakness_statement" in each.after]
    shared = _behind_several_lines([part.weakness_id for _each, part in stated])
    own = [(each, part) for each, part in stated if part.weakness_id not in shared]
    Weakness.amend_words_all(
        [(part.weakness, each.item.weakness_statement, _why(each)) for each, part in own], **said
    )


def _behind_several_lines(weaknesses: list[int]) -> set[int]:
    standing = Contribution.objects.filter(weakness__in=weaknesses, item__withdrawn_on=None)
    lines = standing.values("weakness").annotate(lines=Count("item", distinct=True))
    return set(lines.filter(lines__gt=1).values_list("weakness", flat=True))


def _carry_coordination(helpers: list[tuple], **said) -> None:
    """Who is named anew helps with all the work of the line; who is left out helps no more."""
    moved = [(each, before - after, after - before) for each, before, after in helpers if before != after]
    work = [
        (part.action, gone, come, _why(each))
        for each, gone, come in moved
        for part in each.item.contributions.all()
    ]
    prefetch_related_objects([action for action, *_moved in work], "coordinating_units")
    Action.amend_coordination_all(
        [
            (action, (set(action.coordinating_units.all()) - gone) | come, why)
            for action, gone, come, why in work
        ],
        **said,
    )


def _carry_dates(changes: list, **said) -> None:
    """What was due last moves with the line; the other work keeps its own date, but none passes the line's."""
    dates = [(action, due_on, each) for each in changes for action, due_on in _dates(each.item)]
    moved = [
        (action, due_on, each.item.due_phrase, _why(each))
        for action, due_on, each in dates
        if due_on != action.due_on
    ]
    Action.amend_due_all(moved, **said)


def _dates(item) -> list[tuple]:
    open_work = _open_work(item)
    last = max(action.due_on for action in open_work)
    return [
        (action, item.due_on if action.due_on == last else min(action.due_on, item.due_on))
        for action in open_work
    ]


def _add(changes: list, **said) -> None:
    """What was left out of the plan is in it now."""
    actions = [change.action for change in changes]
    items = add_lines(changes[0].amendment.plan, actions, **said)
    LeftOut.objects.filter(action__in=actions).delete()
    Action.baseline_all([(action, item.due_on) for action, item in zip(actions, items, strict=True)], **said)


def _why(change) -> str:
    return ": ".join(filter(None, (change.amendment.number, change.reason)))


def _open_work(item) -> list:
    return [part.action for part in item.contributions.all() if part.action.state in OPEN]


def _codes(units) -> list[str]:
    return sorted(unit.code for unit in units)


MADE = {"withdraw": _withdraw, "change": _reword, "add": _add}
