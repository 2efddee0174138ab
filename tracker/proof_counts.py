"""How much of the proof of an action is there, counted by the database for the rows that are read."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tracker.models import Evidence, ExpectedEvidence


def proof_counts() -> dict[str, Coalesce]:
    """Annotations: the pieces of evidence that count, and the kinds that are expected."""
    return {
        "proofs": _number_of(Evidence.objects.filter(removed_at=None)),
        "expected": _number_of(ExpectedEvidence.objects.all()),
    }


def _number_of(pieces: QuerySet) -> Coalesce:
    counted = pieces.filter(action=OuterRef("pk")).order_by().values("action").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)
