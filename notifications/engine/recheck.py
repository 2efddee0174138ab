"""What was true when it was planned may not be true when it is sent: asked again before anything leaves."""

from datetime import date

from notifications.mails import Item, items_of
from notifications.models import Envelope, Obligation
from tracker.models import Actor

from .statements import execute

PARTS = ("people", "standing", "heard_in_scope", "happened", "still_wanted", "addressed")
FOR_EVER = "infinity"


def cancel_planned(today: date) -> int:
    """Cancel what is owed but no longer holds; returns how much."""
    return execute("cancel", "scope_planned", *PARTS, today=today, horizon=FOR_EVER, only=None)


def still_to_tell(envelope: Envelope, reader: Actor, today: date) -> list[Item]:
    """What this e-mail is still to tell its reader; the rest of its contents is cancelled with the reason."""
    things = list(envelope.obligations.filter(state="bound").values_list("subject_id", flat=True))
    values = {"today": today, "horizon": FOR_EVER, "only": things, "envelope": envelope.pk}
    execute("cancel", "scope_envelope", *PARTS, **values)
    items = items_of(envelope, reader)
    _cancel_hidden([item.obligation.pk for item in items if item.thing is None])
    return [item for item in items if item.thing is not None]


def _cancel_hidden(obligations: list[int]) -> None:
    if obligations:
        Obligation.objects.filter(pk__in=obligations).update(
            state="cancelled", reason=Obligation.Reason.HIDDEN
        )
