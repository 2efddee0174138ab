"""The dates of a mail as a calendar file: whole days with an identity for ever and a number that grows with changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from notifications.identity import host, sender
from plans.models import Submission
from tracker.models import Action

from . import links
from .draft import Draft

LONGEST_SUMMARY = 200


@dataclass(frozen=True)
class Entry:
    """A deadline; one that is over is taken out of the calendar it was put into."""

    identity: str
    changes: int
    due_on: date
    title: str
    address: str
    is_over: bool = False


def of_actions(actions: Iterable[Action], draft: Draft) -> str:
    """The deadlines of these actions; those of closed ones, and of others' from now on, are called off."""
    return _file([_action(action, draft) for action in actions], draft.envelope.created_at)


def of_submissions(submissions: Iterable[Submission], draft: Draft) -> str:
    """The dates by which these units are to hand in."""
    return _file([_submission(each) for each in submissions], draft.envelope.created_at)


def _action(action: Action, draft: Draft) -> Entry:
    return Entry(
        f"action-{action.ref}", action.version, action.due_on, f"{action.ref} {action.statement}",
        links.to_thing("action", action),
        is_over=not action.is_open or draft.first.obligation.audience == "former_owner",
    )  # fmt: skip


def _submission(submission: Submission) -> Entry:
    """Its date is its own or the review's: both count their changes."""
    unit, year = submission.unit, submission.review.year
    return Entry(
        f"submission-{year}-{unit.code}", submission.version + submission.review.version, submission.deadline,
        _("Submission of %(unit)s for the review of %(year)s") % {"unit": unit.name, "year": year},
        links.to_thing("submission", submission),
    )  # fmt: skip


def _file(entries: list[Entry], written_at: datetime) -> str:
    """Nothing for nothing. The moment is the mail's own, so that the same mail has the same file."""
    if not entries:
        return ""
    calendar = Calendar()
    calendar.add("prodid", f"-//{host()}//remediation//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry, written_at))
    return calendar.to_ical().decode().replace("\r\n", "\n")


def _event(entry: Entry, written_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.identity}@{host()}")
    event.add("sequence", entry.changes)
    event.add("dtstamp", written_at)
    event.add("dtstart", entry.due_on)
    event.add("dtend", entry.due_on + timedelta(days=1))
    event.add("summary", _summary(entry))
    event.add("url", entry.address)
    event.add("organizer", _organizer())
    event.add("status", "CANCELLED" if entry.is_over else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _summary(entry: Entry) -> str:
    title = " ".join(entry.title.split())[:LONGEST_SUMMARY]
    return _("Due: %(title)s") % {"title": title}


def _organizer() -> vCalAddress:
    """Whoever publishes dates must be named; some calendars refuse the file otherwise."""
    name, address = sender()
    organizer = vCalAddress(f"mailto:{address}")
    organizer.params["cn"] = name
    return organizer
