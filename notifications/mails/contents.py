"""What an e-mail is about, as far as its reader may see it."""

from dataclasses import dataclass

from django.db.models import Count, Model, Q

from notifications.models import Envelope, Obligation
from plans.models import Plan, Submission
from tracker.models import Action, Actor, ExtensionRequest, Review


@dataclass(frozen=True)
class Item:
    """Something owed, together with the thing it is about; None when the reader may not see that."""

    obligation: Obligation
    thing: Model | None

    @property
    def event(self):
        return self.obligation.event


def items_of(envelope: Envelope, reader: Actor) -> list[Item]:
    """What the envelope is to tell, in the order in which it was owed; one query for each kind of thing."""
    told = envelope.obligations.filter(state__in=("bound", "done"))
    obligations = list(told.select_related("rule", "event").order_by("due_on", "subject_ref", "pk"))
    things = {
        kind: _things(kind, obligations, reader) for kind in {owed.subject_type for owed in obligations}
    }
    return [Item(owed, things[owed.subject_type].get(owed.subject_id)) for owed in obligations]


def _things(kind: str, obligations: list[Obligation], reader: Actor) -> dict[int, Model]:
    ids = {owed.subject_id for owed in obligations if owed.subject_type == kind}
    return VISIBLE[kind](reader).in_bulk(ids)


def _actions(reader: Actor):
    live = Q(evidence__removed_at=None)
    return Action.objects.visible_to(reader).select_related("lead_unit", "owner").annotate(
        expected_count=Count("expected_evidence", distinct=True),
        covered_count=Count("evidence__expected", filter=live, distinct=True),
        evidence_count=Count("evidence", filter=live, distinct=True),
    )  # fmt: skip


VISIBLE = {
    "action": _actions,
    "extensionrequest": lambda reader: ExtensionRequest.objects.visible_to(reader).select_related(
        "action__lead_unit"
    ),
    "submission": lambda reader: Submission.objects.visible_to(reader).select_related("unit", "review"),
    "plan": lambda reader: Plan.objects.select_related("review"),
    "review": lambda reader: Review.objects.all(),
}
