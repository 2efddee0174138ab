"""One planned change: whether it can still be made, and how it is made when the amendment is issued."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from plans.models.amendments.lines import add_line
from plans.models.amendments.words import as_fields, why_it_cannot_join, why_it_stays, why_not_on
from plans.models.planning.item import Contribution
from plans.models.planning.left_out import LeftOut
from plans.reading.numbers import numbers_of
from tracker.models.time_status import OPEN


class AmendmentChangeQuerySet(models.QuerySet):
    def in_order(self):
        """As the annex has the lines; what is added comes last."""
        behind = ("item__contributions__action", "item__contributions__weakness", "item__coordinating_units")
        near = ("amendment__plan", "item__lead_unit", "action__weakness", "action__lead_unit")
        order = (F("item__position").asc(nulls_last=True), "item", "pk")
        return self.select_related("item__plan", *near).prefetch_related(*behind).order_by(*order)

    def actions(self) -> list[int]:
        """The actions these changes touch."""
        parts = Contribution.objects.filter(item__in=self.values("item")).values_list("action", flat=True)
        return [*parts, *self.filter(kind="add").values_list("action", flat=True)]


class Changing:
    @property
    def thing(self) -> str:
        return f"line:{self.item_id}" if self.item_id else f"action:{self.action_id}"

    @property
    def facts(self) -> dict:
        """What the history keeps of the change."""
        return {"thing": self.thing, "kind": self.kind, "after": self.after}

    @property
    def title(self) -> str:
        """Which line it is about, in words."""
        if self.action_id:
            return self.action.ref
        return _("Line %(number)s") % {"number": numbers_of(self.amendment.plan)[self.item_id]}

    def why_not(self) -> str:
        """Why it cannot be made as things stand now; empty when it can."""
        if self.kind == "add":
            return why_it_cannot_join(self.amendment.plan, self.action)
        if self.kind == "withdraw":
            return why_it_stays(self.item)
        return self._why_not_these_words()

    def _why_not_these_words(self) -> str:
        lead = self.after.get("lead_unit")
        if lead and lead not in [unit.code for unit in self.item.may_lead()]:
            return _("The new lead unit does not carry out any action of this line any more.")
        due_on = self.after.get("due_on")
        return why_not_on(self.item, date.fromisoformat(due_on)) if due_on else ""


def apply(change, *, by, today: date) -> None:
    """Make the change, with the amendment's number as part of the reason."""
    reason = ": ".join(filter(None, (change.amendment.number, change.reason)))
    APPLIED[change.kind](change, by=by, today=today, reason=reason)


def _add(change, **said) -> None:
    item = add_line(change.amendment.plan, change.action, by=said["by"], today=said["today"])
    LeftOut.objects.filter(action=change.action).delete()
    change.action.baseline(by=said["by"], today=said["today"], printed=item.due_on)


def _withdraw(change, **said) -> None:
    """The line keeps its words and its number; what is still open of its work ends."""
    change.item._change("line_withdrawn", **said, withdrawn_on=change.amendment.issued_on)
    for action in _open_work(change.item):
        action.drop(**said)


def _reword(change, **said) -> None:
    item, fields = change.item, as_fields(change.after)
    before = list(item.coordinating_units.all())
    helping = fields.pop("coordinating_units", before)
    parts = {"coordinating_units": _codes(before)}, {"coordinating_units": _codes(helping)}
    if "lead_unit" in fields:
        fields["lead_unit_id"] = fields.pop("lead_unit").pk
    item._change("amended", **said, parts=parts if helping != before else ({}, {}), **fields)
    item.coordinating_units.set(helping)
    _carry_words(item, change.after, **said)
    _carry_coordination(item, before, helping, **said)
    if "due_on" in change.after:
        _carry_date(item, **said)


def _carry_words(item, after: dict, **said) -> None:
    """Where the line is one action's, its action and weakness read as the line does; merged ones keep theirs."""
    parts = list(item.contributions.all())
    if len(parts) > 1:
        return
    if {"measure", "output"} & after.keys():
        parts[0].action.amend_words(**said, statement=item.measure, output=item.output)
    elsewhere = Contribution.objects.filter(weakness=parts[0].weakness, item__withdrawn_on=None)
    if "weakness_statement" in after and not elsewhere.exclude(item=item).exists():
        parts[0].weakness.amend_words(**said, statement=item.weakness_statement)


def _carry_coordination(item, before: list, helping: list, **said) -> None:
    """Who is named anew helps with all the work of the line; who is left out helps no more."""
    gone, come = set(before) - set(helping), set(helping) - set(before)
    for action in [part.action for part in item.contributions.all()] if gone or come else []:
        action.amend_coordination(**said, units=(set(action.coordinating_units.all()) - gone) | come)


def _carry_date(item, **said) -> None:
    """What was due last moves with the line; the other work keeps its own date, but none passes the line's."""
    open_work = _open_work(item)
    last = max(action.due_on for action in open_work)
    for action in open_work:
        due_on = item.due_on if action.due_on == last else min(action.due_on, item.due_on)
        if due_on != action.due_on:
            action.amend_due(**said, due_on=due_on, due_phrase=item.due_phrase)


def _open_work(item) -> list:
    return [part.action for part in item.contributions.all() if part.action.state in OPEN]


def _codes(units) -> list[str]:
    return sorted(unit.code for unit in units)


APPLIED = {"add": _add, "change": _reword, "withdraw": _withdraw}
