"""The lines of a bundle: how pressing, what, and how far it is."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from tracker.models import Actor

from . import links
from .contents import Item
from .words import day, distance, waiting


@dataclass(frozen=True)
class Row:
    """One thing in a bundle: its section, how pressing it is, what it is, and the facts."""

    section: str
    lead: str
    ref: str
    title: str
    facts: tuple[str, ...]
    url: str = ""
    is_late: bool = False

    @property
    def headline(self) -> str:
        """The row as the subject of a mail that has no other."""
        name = (
            _("submission of %(unit)s") % {"unit": self.ref}
            if self.section == "submission"
            else f"{self.ref} {self.title}"
        )
        return f"{self.lead}: {name}"


def row_of(item: Item, today: date, reader: Actor) -> Row:
    """The line for what is owed, worded for the day it is read on; readers from elsewhere are told the unit."""
    owed = item.obligation
    row = WRITERS[owed.rule.anchor, owed.subject_type](item.thing, owed.due_on, today)
    unit = _unit(item)
    named = (unit.name,) if unit and unit.pk not in reader.working_unit_ids else ()
    return replace(row, facts=(*named, *row.facts), url=links.to_thing(owed.subject_type, item.thing))


def _action_due(action, due_on: date, today: date) -> Row:
    is_late = due_on < today
    section, facts = "overdue" if is_late else "due", _action_facts(action)
    return Row(section, distance(due_on, today), action.ref, action.statement, facts, is_late=is_late)


def _action_quiet(action, since: date, today: date) -> Row:
    lead = _("No update since %(date)s") % {"date": day(since)}
    return Row("quiet", lead, action.ref, action.statement, _action_facts(action))


def _action_decision(action, since: date, today: date) -> Row:
    facts = (_("reported on %(date)s") % {"date": day(since)}, _evidence(action))
    return Row("decision", waiting(since, today), action.ref, action.statement, facts)


def _extension_decision(request, since: date, today: date) -> Row:
    wish = {"date": day(request.requested_due_on), "reason": request.reason}
    facts = (_("present deadline %(date)s") % {"date": day(request.action.due_on)},)
    title = _("Extension until %(date)s: %(reason)s") % wish
    return Row("decision", waiting(since, today), request.action.ref, title, facts)


def _submission_due(submission, due_on: date, today: date) -> Row:
    facts = (_("due %(date)s") % {"date": day(due_on)}, submission.get_state_display())
    unit = submission.unit.abbreviation
    return Row("submission", distance(due_on, today), unit, _named(submission), facts, is_late=due_on < today)


def _submission_decision(submission, since: date, today: date) -> Row:
    facts = (_("submitted on %(date)s") % {"date": day(since)},)
    return Row("decision", waiting(since, today), submission.unit.abbreviation, _named(submission), facts)


WRITERS = {
    ("action_due", "action"): _action_due,
    ("action_progress", "action"): _action_quiet,
    ("decision", "action"): _action_decision,
    ("decision", "extensionrequest"): _extension_decision,
    ("decision", "submission"): _submission_decision,
    ("submission_due", "submission"): _submission_due,
}


def _named(submission) -> str:
    words = {"unit": submission.unit.name, "year": submission.review.year}
    return _("Submission of %(unit)s for the review of %(year)s") % words


def _action_facts(action) -> tuple[str, ...]:
    percent = f" {action.percent}%" if action.state == "doing" else ""
    due = _("due %(date)s") % {"date": day(action.due_on)}
    return due, action.get_state_display() + percent, _evidence(action)


def _evidence(action) -> str:
    if action.expected_count:
        return _("evidence %(have)s/%(expected)s") % {
            "have": action.covered_count,
            "expected": action.expected_count,
        }
    return _("evidence %(have)s") % {"have": action.evidence_count}


def _unit(item: Item):
    match item.obligation.subject_type:
        case "action":
            return item.thing.lead_unit
        case "extensionrequest":
            return item.thing.action.lead_unit
        case _:
            return None
