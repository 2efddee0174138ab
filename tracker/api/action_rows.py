"""Actions as rows: only the columns shown, in one query, without building models or serializers."""

from collections.abc import Callable
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from tracker.models import Action, time_status

from .catalogue import Catalogue, catalogue_for
from .shapes import person

COLUMNS = (
    "id", "ref", "version", "state", "percent", "due_on", "original_due_on", "accepted_on", "reported_on",
    "verified_on", "owner_id", "owner__full_name", "statement", "lead_unit_id", "weakness__index_id",
    "weakness__review_id", "weakness__ref", "weakness__title", "starts_on", "is_initiative", "is_sample",
    "coordinating",
)  # fmt: skip
PARTNERS = ArraySubquery(
    Action.coordinating_units.through.objects.filter(action=OuterRef("pk")).values("unit_id")
)


def lean(actions: QuerySet) -> QuerySet:
    """The actions as named rows with everything `row` needs; units, indices and reviews only by id."""
    return actions.annotate(coordinating=PARTNERS).values_list(*COLUMNS, named=True)


def writer(rows: list, today: date) -> Callable[..., dict]:
    """What writes each of these rows as an `ActionRow`."""
    known = catalogue_for(rows)
    return lambda action: row(action, known, today)


def row(action, known: Catalogue, today: date) -> dict:
    return {
        **_standing(action, today, person(action.owner_id, action.owner__full_name)),
        "statement": action.statement,
        "lead_unit": known.units[action.lead_unit_id],
        "coordinating_units": known.codes(action.coordinating),
        "index": known.indices[action.weakness__index_id],
        "review": known.years[action.weakness__review_id],
        "weakness": {"ref": action.weakness__ref, "title": action.weakness__title},
        "starts_on": action.starts_on,
        "is_initiative": action.is_initiative,
        "is_sample": action.is_sample,
    }


def state_of(action: Action, today: date) -> dict:
    """An `ActionState`, for an action in hand."""
    owner = action.owner
    return _standing(action, today, person(owner.pk, owner.full_name) if owner else None)


def _standing(action, today: date, owner: dict | None) -> dict:
    return {
        "ref": action.ref, "version": action.version, "state": action.state, "percent": action.percent,
        "time_status": time_status.of(action, today).value, "days_left": (action.due_on - today).days,
        "due_on": action.due_on, "original_due_on": action.original_due_on, "accepted_on": action.accepted_on,
        "reported_on": action.reported_on, "verified_on": action.verified_on, "owner": owner,
    }  # fmt: skip
