"""The one place that connects the record with the post: what happened rings the bell, and no more.

The event's row is the message.
"""

from notifications.bell import bell
from tracker.signals import event_recorded

BELL = "notifications.ring_the_bell"
SILENT_CHANNELS = {"import"}  # imports are not news


def listen() -> None:
    event_recorded.connect(ring_the_bell, dispatch_uid=BELL)


def ring_the_bell(events, **_) -> None:
    """Once for all that was written together."""
    if any(event.channel not in SILENT_CHANNELS for event in events):
        bell.ring()
