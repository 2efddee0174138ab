"""Actions as lists show them."""

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When

from tracker.models import Action, ExtensionRequest
from tracker.proof_counts import proof_counts

NOT_SHOWN = ("plain", "source", "weakness__plain", "weakness__source", "weakness__statement")


def listed(actor) -> QuerySet:
    """Actions by deadline, with unit, owner and how much of the proof is there, where the reader may see that.

    The counts are subqueries: they are made for the rows shown, not for all that match.
    """
    pending = ExtensionRequest.objects.pending().filter(action=OuterRef("pk"))
    shown = (
        Action.objects.visible_to(actor)
        .select_related("lead_unit", "owner", "weakness__index")
        .order_by("due_on", "pk")
        .defer(*NOT_SHOWN)
    )
    return shown.annotate(**proof_counts(), has_pending=Exists(pending), shows_proof=_shows_proof(actor))


def _shows_proof(actor):
    """Says of each row what the rule about evidence says of one action."""
    if actor.sees_everything:
        return Value(True)
    mine = When(Q(lead_unit__in=actor.unit_ids), then=Value(True))
    return Case(mine, default=Value(False), output_field=BooleanField())
