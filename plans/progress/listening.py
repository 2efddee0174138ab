"""The one place that connects the record with the counting: what happened is counted once it is committed.

A verb may write a thousand lines of history in one transaction. Each is noted as it is written, and the first that
is announced has all of them counted at once; what was noted and then rolled back is counted again, to no effect.
So is what the administration corrects without a verb: the group of a unit, the code of a group or of an index.
"""

import logging
import threading
from datetime import date

from django.db import transaction
from django.db.models.signals import post_save

from tracker.models import Index, Unit, UnitGroup
from tracker.models.event import EVIDENCE_VERBS, Event
from tracker.signals import event_recorded, event_written

from .counting.following import EVER, follow

NOTE, COUNT = "plans.note_what_happened", "plans.count_what_happened"
CATALOGUE, SAVED = (Unit, UnitGroup, Index), "plans.count_what_was_saved"
COUNTED = {
    "action": ("state", "due_on", "original_due_on", "reported_on", "lead_unit_id", "expected_evidence"),
    "weakness": ("index_id",),
}
WHOLE = ("plan", "planitem", "amendment")  # what happens to these may change which actions are in which line
log = logging.getLogger(__name__)


class Noted(threading.local):
    """What happened in this thread and has not been counted yet."""

    def __init__(self):
        self.things: set[tuple[str, int]] = set()

    def take(self) -> set[tuple[str, int]]:
        taken, self.things = self.things, set()
        return taken


noted, saved = Noted(), Noted()


def listen() -> None:
    event_written.connect(note, dispatch_uid=NOTE)
    event_recorded.connect(count, dispatch_uid=COUNT)
    for catalogue in CATALOGUE:
        post_save.connect(note_saved, sender=catalogue, dispatch_uid=SAVED)


def note(events: list[Event], **_) -> None:
    noted.things.update((event.subject, event.subject_id) for event in events if _is_counted(event))


def count(events: list[Event], **_) -> None:
    _count(noted.take(), events[0].happened_on)


def note_saved(sender, instance, *, created: bool, **_) -> None:
    """Nothing is counted under what is new."""
    if not created:
        saved.things.add((sender._meta.model_name, instance.pk))
        transaction.on_commit(count_saved, robust=True)


def count_saved() -> None:
    if things := saved.take():
        _count(things, EVER)


def _count(things: set[tuple[str, int]], on: date) -> None:
    """Whatever goes wrong here, the writer has done his work: the night finds it and puts it right."""
    try:
        follow(things, on)
    except Exception:
        log.exception("what happened could not be counted; the nightly count will: %s", sorted(things)[:20])


def _is_counted(event: Event) -> bool:
    """Something that decides where an action is counted is no longer as it was."""
    before, after = event.before, event.after
    decisive = COUNTED.get(event.subject, ())
    differs = any(name in before and before[name] != after.get(name) for name in decisive)
    return differs or event.verb in EVIDENCE_VERBS or event.subject in WHOLE
