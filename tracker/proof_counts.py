"""How much of the proof of an action is there, counted by the database for the rows that are read."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tracker.models import Evidence, ExpectedEvidence


def proof_counts() -> dict[str, Coalesce]:
    """Annotations: the pieces of evidence that count, the kinds that are expected, and how many of these are there."""
    pieces, kinds = Evidence.objects.filter(removed_at=None), ExpectedEvidence.objects.all()
    return {
        "proofs": _number_of(pieces),
        "expected": _number_of(kinds),
        "covered": _number_of(kinds.filter(pk__in=pieces.values("expected"))),
    }


def _number_of(things: QuerySet) -> Coalesce:
    counted = things.filter(action=OuterRef("pk")).order_by().values("action").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)
