"""How a line comes to its words: begun from one action, joined by others, left by some."""

from collections.abc import Iterable
from datetime import date

from plans.models.planning.item import Contribution, PlanItem
from tracker.models.tracked import create
from tracker.vietnamese import plain


def words_of(weakness, action) -> dict[str, str]:
    """Home Affairs' wording of the row where there is one, else the unit's."""
    return {
        "weakness_statement": weakness.statement_in_plan,
        "measure": action.statement_in_plan,
        "output": action.output_in_plan,
    }


def begin(plan, action, *, by, today: date) -> PlanItem:
    """A line of its own for this action, in its own words."""
    item = unsaved_line(plan, action)
    create(item, "placed", by=by, today=today, actions=[action.ref])
    item.coordinating_units.set(action.coordinating_units.all())
    if not Contribution.objects.filter(action=action).update(item=item):
        Contribution.objects.create(item=item, weakness=action.weakness, action=action)
    return item


def unsaved_line(plan, action) -> PlanItem:
    """How a line of this action alone would read."""
    weakness = action.weakness
    return PlanItem(
        plan=plan, index=weakness.index, criterion=weakness.criterion, points_lost=weakness.points_lost,
        causes="\n".join(_causes([weakness])), lead_unit_id=action.lead_unit_id, due_on=action.due_on,
        due_phrase=action.due_phrase, **words_of(weakness, action),
    )  # fmt: skip


def join(into: PlanItem, others: list[PlanItem], *, by, today: date) -> None:
    """The actions of the others pass into the line with their causes, helpers and latest date; the others are gone."""
    refs = [ref for item in others for ref in refs_of(item)]
    latest = max([into, *others], key=lambda item: item.due_on)
    causes = _unsaid([into.causes, *(item.causes for item in others)])
    helping = {*_helping(into), *(unit for item in others for unit in (*_helping(item), item.lead_unit_id))}
    Contribution.objects.filter(item__in=others).update(item=into)
    PlanItem.objects.filter(pk__in=[item.pk for item in others]).delete()
    into._change("merged", by=by, today=today, parts=({}, {"actions": refs}), causes="\n".join(causes),
                 due_on=latest.due_on, due_phrase=latest.due_phrase, points_lost=points_lost(into))  # fmt: skip
    into.coordinating_units.set(helping - {into.lead_unit_id})


def leave(item: PlanItem, gone: list, *, by, today: date, verb: str, reason: str = "") -> None:
    """What only these actions brought into the line goes with them; what Home Affairs has worded stays."""
    staying = [part.action for part in parts_of(item) if part.action not in gone]
    columns = _words_left(item, staying) | _date_left(item, gone, staying) | _lead_left(item, staying)
    lost = set(_causes(action.weakness for action in gone)) - set(
        _causes(action.weakness for action in staying)
    )
    causes = "\n".join(cause for cause in item.causes.splitlines() if cause not in lost)
    helping = (_helping(item) | {item.lead_unit_id}) - (_units(gone) - _units(staying))
    Contribution.objects.filter(item=item, action__in=gone).delete()
    refs = {"actions": [action.ref for action in gone]}
    item._change(verb, by=by, today=today, reason=reason, parts=(refs, {}), causes=causes,
                 points_lost=points_lost(item), **columns)  # fmt: skip
    item.coordinating_units.set(helping - {item.lead_unit_id})


def parts_of(item: PlanItem) -> list[Contribution]:
    """The line's contributors, with all that its words are made from."""
    related = item.contributions.select_related("action__lead_unit", "action__weakness__unit", "weakness")
    related = related.order_by("pk")
    return list(related.prefetch_related("action__coordinating_units", "action__weakness__causes"))


def refs_of(item: PlanItem) -> list[str]:
    return [part.action.ref for part in item.contributions.select_related("action").order_by("pk")]


def points_lost(item: PlanItem):
    """Points are lost once for each criterion, however many units share the loss."""
    lost: dict = {}
    for part in item.contributions.select_related("weakness"):
        weakness = part.weakness
        if weakness.points_lost is not None:
            key = (weakness.criterion_id,) if weakness.criterion_id else (None, plain(weakness.statement))
            lost[key] = max(weakness.points_lost, lost.get(key, 0))
    return sum(lost.values()) if lost else None


def _causes(weaknesses: Iterable) -> list[str]:
    return [cause.statement for weakness in weaknesses for cause in weakness.causes.all()]


def _unsaid(texts: Iterable[str]) -> list[str]:
    """Each cause once, whatever its capitals and accents."""
    causes = (cause for text in texts for cause in text.splitlines())
    return list({plain(cause): cause for cause in reversed(list(causes))}.values())[::-1]


def _helping(item: PlanItem) -> set[int]:
    return set(item.coordinating_units.values_list("pk", flat=True))


def _units(actions: Iterable) -> set[int]:
    helping = {unit.pk for action in actions for unit in action.coordinating_units.all()}
    return helping | {action.lead_unit_id for action in actions}


def _words_left(item: PlanItem, staying: list) -> dict:
    """Words that nobody chose are those of an action that is still there."""
    words = [words_of(action.weakness, action) for action in staying]
    if item.is_worded or any(all(getattr(item, name) == text for name, text in own.items()) for own in words):
        return {}
    return words[0]


def _date_left(item: PlanItem, gone: list, staying: list) -> dict:
    """A date that nobody chose is the latest of those that stay."""
    if item.due_on != max(action.due_on for action in [*gone, *staying]):
        return {}
    latest = max(staying, key=lambda action: action.due_on)
    return {"due_on": latest.due_on, "due_phrase": latest.due_phrase}


def _lead_left(item: PlanItem, staying: list) -> dict:
    leads = [action.lead_unit_id for action in staying]
    return {} if item.lead_unit_id in leads else {"lead_unit_id": leads[0]}
