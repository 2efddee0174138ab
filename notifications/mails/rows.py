"""The lines of a bundle: how pressing, what, and how far it is."""

from dataclasses import replace
from datetime import date

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from notifications import kinds
from tracker.models import Action

from .contents import Item
from .draft import Draft
from .row import Row
from .words import day, distance, waiting

LONGEST_QUESTION = 200
WATCHED = {
    "returned": gettext_lazy("Report sent back"),
    "verified": gettext_lazy("Verified as completed"),
    "dropped": gettext_lazy("No longer to be done"),
    "reopened": gettext_lazy("Reopened"),
    "approved": gettext_lazy("Extended"),
}


def row_of(item: Item, draft: Draft) -> Row:
    """The line for what is owed, worded for the day it is read on."""
    owed = item.obligation
    write = WRITERS.get((owed.rule.anchor, owed.subject_type), _news)
    row = write(item, owed.due_on, draft.today)
    return replace(
        row, facts=(*_named_unit(_unit(item), draft), *row.facts), url=draft.link_to(owed.subject_type, item.thing),
        thing=(owed.subject_type, owed.subject_id, row.section == "decision"),
    )  # fmt: skip


def late_row(action: Action, draft: Draft) -> Row:
    """The line for an action that is overdue, with whose it is."""
    whose = action.owner.full_name if action.owner else _("without an owner")
    facts = (*_named_unit(action.lead_unit, draft), whose, _("due %(date)s") % {"date": day(action.due_on)})
    lead, url = distance(action.due_on, draft.today), draft.link_to("action", action)
    return Row("overdue", lead, action.ref, action.statement, facts, url, is_late=True)


def _named_unit(unit, draft: Draft) -> tuple[str, ...]:
    """Readers from elsewhere are told the unit."""
    return (unit.name,) if unit and unit.pk not in draft.reader.working_unit_ids else ()


def _action_due(item: Item, due_on: date, today: date) -> Row:
    action, is_late = item.thing, due_on < today
    section, facts = "overdue" if is_late else "due", _action_facts(action)
    return Row(section, distance(due_on, today), action.ref, action.statement, facts, is_late=is_late)


def _action_quiet(item: Item, since: date, today: date) -> Row:
    action = item.thing
    lead = _("No update since %(date)s") % {"date": day(since)}
    return Row("quiet", lead, action.ref, action.statement, _action_facts(action))


def _action_decision(item: Item, since: date, today: date) -> Row:
    action = item.thing
    facts = (_("reported on %(date)s") % {"date": day(since)}, _evidence(action))
    return Row("decision", waiting(since, today), action.ref, action.statement, facts)


def _extension_decision(item: Item, since: date, today: date) -> Row:
    request = item.thing
    wish = {"date": day(request.requested_due_on), "reason": request.reason}
    facts = (_("present deadline %(date)s") % {"date": day(request.action.due_on)},)
    title = _("Extension until %(date)s: %(reason)s") % wish
    return Row("decision", waiting(since, today), request.action.ref, title, facts)


def _action_news(item: Item, since: date, today: date) -> Row:
    """A report is to be decided on; other news is only told."""
    if item.obligation.audience == "watcher":
        return _watched(item, since, item.thing)
    write = _action_decision if item.thing.state == "reported" else _news
    return write(item, since, today)


def _extension_news(item: Item, since: date, today: date) -> Row:
    """A request is to be decided on; other news is only told."""
    if item.obligation.audience == "watcher":
        return _watched(item, since, item.thing.action)
    write = _extension_decision if item.thing.state == "pending" else _news
    return write(item, since, today)


def _submission_due(item: Item, due_on: date, today: date) -> Row:
    submission = item.thing
    facts = (_("due %(date)s") % {"date": day(due_on)}, submission.get_state_display())
    unit = submission.unit.abbreviation
    return Row("submission", distance(due_on, today), unit, _named(submission), facts, is_late=due_on < today)


def _submission_decision(item: Item, since: date, today: date) -> Row:
    submission = item.thing
    facts = (_("submitted on %(date)s") % {"date": day(since)},)
    return Row("decision", waiting(since, today), submission.unit.abbreviation, _named(submission), facts)


def _question(item: Item, since: date, today: date) -> Row:
    """What a unit asks, in its own words; of several the last."""
    question = item.thing
    facts = (_("asked by %(person)s") % {"person": question.asked_by},)
    title = Truncator(item.event.reason or question.words).chars(LONGEST_QUESTION)
    return Row("question", waiting(since, today), question.about.ref, title, facts)


def _watched(item: Item, since: date, action: Action) -> Row:
    """What happened to an action one keeps an eye on."""
    facts = (day(since), _("due %(date)s") % {"date": day(action.due_on)})
    return Row("news", str(WATCHED[item.event.verb]), action.ref, action.statement, facts)


def _news(item: Item, since: date, today: date) -> Row:
    """Whatever else a rule of later days puts into the bundle."""
    owed = item.obligation
    title = item.thing.statement if owed.subject_type == "action" else str(item.thing)
    return Row("news", kinds.name_of(owed.rule.code), owed.subject_ref, title, (day(since),))


WRITERS = {
    ("action_due", "action"): _action_due,
    ("action_progress", "action"): _action_quiet,
    ("decision", "action"): _action_decision,
    ("event", "action"): _action_news,
    ("decision", "extensionrequest"): _extension_decision,
    ("event", "extensionrequest"): _extension_news,
    ("event", "question"): _question,
    ("decision", "submission"): _submission_decision,
    ("submission_due", "submission"): _submission_due,
}


def _named(submission) -> str:
    words = {"unit": submission.unit.name, "year": submission.review.year}
    return _("Submission of %(unit)s for the review of %(year)s") % words


def _action_facts(action) -> tuple[str, ...]:
    percent = f" {action.percent}%" if action.state == "doing" else ""
    due = _("due %(date)s") % {"date": day(action.due_on)}
    return due, str(Action.State(action.state).label) + percent, _evidence(action)


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
        case "question":
            return item.thing.unit
        case "extensionrequest":
            return item.thing.action.lead_unit
        case _:
            return None
