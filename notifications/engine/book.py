"""The book of deliveries: that a mail is being sent stands in it before, what came of it at once after.

Both cost one commit a mail: the line that closes one mail opens the next.
"""

from datetime import datetime

from notifications.models import Envelope

from .claim import lease
from .finish import Result
from .statements import returned

CONTENT = ("subject_line", "text", "html", "calendar", "thread", "is_optional", "content_sha256")


def turn(last: Result | None, following: Envelope, now: datetime) -> tuple[str | None, bool]:
    """Write down what came of the last mail and begin the following one.

    Returns the outcome of the last, and whether the following is ours to send: its lease may have been lost.
    """
    if last is None:
        return None, bool(returned("opened", "begun", **_beginning(following, now)))
    values = last.as_values() | _beginning(following, now)
    [(outcome, is_ours)] = returned("turned", "finished", "begun", **values)
    return outcome, is_ours is not None


def close(last: Result) -> str:
    """Write down what came of the last mail; returns the outcome."""
    [(outcome,)] = returned("closed", "finished", **last.as_values())
    return outcome


def leave_out(envelope: Envelope) -> str:
    """Nothing is left to tell: no mail, and no attempt."""
    mine = Envelope.objects.filter(pk=envelope.pk, lease_token=envelope.lease_token)
    state = Envelope.State.SUPPRESSED
    mine.update(state=state, reason=Envelope.Reason.EMPTY, lease_token=None, lease_until=None)
    return state


def _beginning(envelope: Envelope, now: datetime) -> dict:
    content = {name: getattr(envelope, name) for name in CONTENT}
    lines = {"next": envelope.pk, "next_token": envelope.lease_token, "lease_until": now + lease()}
    return content | lines
