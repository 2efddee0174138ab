"""The one place that connects the record with the counting: what happened is counted once it is committed.

A verb may write a thousand lines of history in one transaction. Each is noted as it is written, and the first that
is announced has all of them counted at once; what was noted and then rolled back is counted again, to no effect.
"""

import logging
import threading

from django.db.models.signals import post_save

from tracker.models.event import EVIDENCE_VERBS, Event
from tracker.signals import event_recorded

from .counting.following import follow

NOTE, COUNT = "plans.note_what_happened", "plans.count_what_happened"
COUNTED = ("state", "due_on", "original_due_on", "reported_on", "lead_unit_id")
WHOLE = ("plan", "planitem", "amendment")  # what happens to these may change which actions are in which line
log = logging.getLogger(__name__)


class Noted(threading.local):
    """What happened in this thread and has not been counted yet."""

    def __init__(self):
        self.things: set[tuple[str, int]] = set()

    def take(self) -> set[tuple[str, int]]:
        taken, self.things = self.things, set()
        return taken


noted = Noted()


def listen() -> None:
    post_save.connect(note, sender=Event, dispatch_uid=NOTE)
    event_recorded.connect(count, dispatch_uid=COUNT)


def note(instance: Event, **_) -> None:
    if instance.subject in WHOLE or (instance.subject == "action" and _is_counted(instance)):
        noted.things.add((instance.subject, instance.subject_id))


def count(event: Event, **_) -> None:
    """Whatever goes wrong here, the writer has done his work: the night finds it and puts it right."""
    things = noted.take()
    try:
        follow(things, event.happened_on)
    except Exception:
        log.exception("what happened could not be counted; the nightly count will: %s", sorted(things)[:20])


def _is_counted(event: Event) -> bool:
    """Something that decides where an action is counted is no longer as it was."""
    before, after = event.before, event.after
    differs = any(name in before and before[name] != after.get(name) for name in COUNTED)
    return differs or event.verb in EVIDENCE_VERBS
