"""Deadlines as a calendar file: whole days with an identity for ever and a number that grows with changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from notifications.identity import host, sender

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


def written(entries: Iterable[Entry], at: datetime, **properties: str) -> bytes:
    """The file with these entries, as of that moment; the same entries and moment make the same file."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{host()}//remediation//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for name, value in properties.items():
        calendar.add(name.replace("_", "-"), value)
    for entry in entries:
        calendar.add_component(_event(entry, at))
    return calendar.to_ical()


def _event(entry: Entry, at: datetime):
    from icalendar import Event

    event = Event()
    event.add("uid", f"{entry.identity}@{host()}")
    event.add("sequence", entry.changes)
    event.add("dtstamp", at)
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


def _organizer():
    """Whoever publishes dates must be named; some calendars refuse the file otherwise."""
    from icalendar import vCalAddress

    name, address = sender()
    organizer = vCalAddress(f"mailto:{address}")
    organizer.params["cn"] = name
    return organizer
