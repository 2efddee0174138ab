"""What e-mails are about, as far as their readers may see it; as many queries for a hundred mails as for one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Model, Q, QuerySet, Value

from notifications.models import Chase, Envelope, Obligation
from plans.models import Amendment, ImportJob, PaperJob, Plan, Submission
from tracker.models import Action, Actor, ExtensionRequest, Question, Review, User
from tracker.models.actor import SEE_EVERYTHING

from .undelivered import undelivered_near


@dataclass(frozen=True)
class Item:
    """Something owed, together with the thing it is about; None when the reader may not see that."""

    obligation: Obligation
    thing: Model | None

    @property
    def event(self):
        return self.obligation.event


def items_of(envelope: Envelope, reader: Actor) -> list[Item]:
    """What the envelope is to tell, in the order in which it was owed."""
    return items_for([envelope], {envelope.recipient_id: reader})[envelope.pk]


def items_for(envelopes: Iterable[Envelope], readers: Mapping[int, Actor]) -> dict[int, list[Item]]:
    """What each envelope is to tell, by its number; the readers are given by the recipient's number."""
    found = {envelope.pk: [] for envelope in envelopes}
    sights = {envelope.pk: _sight(readers[envelope.recipient_id]) for envelope in envelopes}
    owed = _owed(list(found))
    things = {
        kind: Things(kind, owed, sights, readers.values()) for kind in {one.subject_type for one in owed}
    }
    for one in owed:
        thing = things[one.subject_type].seen(one.subject_id, sights[one.envelope_id])
        found[one.envelope_id].append(Item(one, thing))
    return found


def _owed(envelopes: list[int]) -> list[Obligation]:
    told = Obligation.objects.filter(envelope__in=envelopes, state__in=("bound", "done"))
    return list(told.select_related("rule", "event").order_by("due_on", "subject_ref", "pk"))


def _sight(reader: Actor) -> tuple[frozenset, frozenset]:
    """Two readers with the same sight see the same things, whoever they are."""
    return frozenset(reader.roles & SEE_EVERYTHING), frozenset(reader.unit_ids)


class Things:
    """The things of one kind that are owed, each loaded once, and who sees which: two queries."""

    def __init__(self, kind: str, owed: list[Obligation], sights: Mapping, readers: Iterable[Actor]):
        wanted = defaultdict(set)
        for one in owed:
            if one.subject_type == kind:
                wanted[sights[one.envelope_id]].add(one.subject_id)
        eyes = {_sight(reader): reader for reader in readers}
        self._loaded = LOADED[kind]().in_bulk(set().union(*wanted.values()))
        self._seen = _seen(kind, [(sight, eyes[sight], numbers) for sight, numbers in wanted.items()])

    def seen(self, number: int, sight: tuple) -> Model | None:
        return self._loaded.get(number) if (sight, number) in self._seen else None


def _seen(kind: str, wanted: list[tuple]) -> set[tuple]:
    """Which of the wanted things each kind of reader sees: one query, with one arm for each."""
    arms = [
        VISIBLE[kind](reader).filter(pk__in=numbers).order_by().values_list(Value(place), "pk")
        for place, (_sight, reader, numbers) in enumerate(wanted)
    ]
    return {(wanted[place][0], number) for place, number in arms[0].union(*arms[1:], all=True)}


def _actions() -> QuerySet:
    live = Q(evidence__removed_at=None)
    return Action.objects.select_related("lead_unit", "owner").annotate(
        expected_count=Count("expected_evidence", distinct=True),
        covered_count=Count("evidence__expected", filter=live, distinct=True),
        evidence_count=Count("evidence", filter=live, distinct=True),
    )  # fmt: skip


LOADED = {
    "action": _actions,
    "amendment": lambda: Amendment.objects.select_related("plan__review", "made"),
    "chase": lambda: Chase.objects.select_related(
        "unit", "chased_by", "submission__review", "submission__unit"
    ),
    "envelope": lambda: Envelope.objects.select_related("recipient"),
    "extensionrequest": lambda: ExtensionRequest.objects.select_related("action__lead_unit", "asked_by"),
    "importjob": lambda: ImportJob.objects.select_related("submission__review", "submission__unit"),
    "paperjob": lambda: PaperJob.objects.select_related(
        "review", "submission__unit", "amendment", "plan_version"
    ),
    "plan": lambda: Plan.objects.select_related("review"),
    "question": lambda: Question.objects.select_related(
        "unit", "asked_by", "action__lead_unit", "weakness__unit", "weakness__review"
    ),
    "review": Review.objects.all,
    "submission": lambda: Submission.objects.select_related("unit", "review"),
    "user": User.objects.all,
}
VISIBLE = {
    "action": Action.objects.visible_to,
    "amendment": Amendment.objects.visible_to,
    "chase": Chase.objects.visible_to,
    "envelope": undelivered_near,
    "extensionrequest": ExtensionRequest.objects.visible_to,
    "importjob": ImportJob.objects.visible_to,
    "paperjob": lambda reader: PaperJob.objects.all(),  # told to nobody but whoever asked for it
    "plan": lambda reader: Plan.objects.all(),
    "question": Question.objects.visible_to,
    "review": lambda reader: Review.objects.all(),
    "submission": Submission.objects.visible_to,
    "user": lambda reader: User.objects.filter(
        is_active=True
    ),  # such a mail tells nothing but its own reader
}
