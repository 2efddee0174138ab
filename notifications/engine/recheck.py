"""What was true when it was planned may not be true when it is sent: asked again before anything leaves."""

from datetime import date

from notifications.mails import Item, items_for
from notifications.models import Envelope, Obligation
from tracker.models import Actor

from .statements import execute

PARTS = ("people", "standing", "heard_in_scope", "happened", "unseen", "still_wanted", "addressed")
FOR_EVER = "infinity"


def cancel_planned(today: date) -> int:
    """Cancel what is owed but no longer holds; returns how much."""
    return execute("cancel", "scope_planned", *PARTS, today=today, horizon=FOR_EVER, only=None)


def still_to_tell(batch: list[Envelope], readers: dict[int, Actor], today: date) -> dict[int, list[Item]]:
    """What each of these e-mails is still to tell its reader; the rest of its contents is cancelled with the reason."""
    envelopes = [mail.pk for mail in batch]
    bound = Obligation.objects.filter(envelope__in=envelopes, state="bound")
    things = sorted(set(bound.values_list("subject_id", flat=True)))
    values = {"today": today, "horizon": FOR_EVER, "only": things, "envelopes": envelopes}
    execute("cancel", "scope_envelopes", *PARTS, **values)
    items = items_for(batch, readers)
    _cancel_hidden([item.obligation.pk for found in items.values() for item in found if item.thing is None])
    return {mail: [item for item in found if item.thing is not None] for mail, found in items.items()}


def _cancel_hidden(obligations: list[int]) -> None:
    if obligations:
        Obligation.objects.filter(pk__in=obligations).update(
            state="cancelled", reason=Obligation.Reason.HIDDEN
        )
