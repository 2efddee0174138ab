"""The units that need attention: what presses there, and whom to call."""

from collections import defaultdict
from datetime import date

from django.db.models import QuerySet

from tracker import standing
from tracker.models import Membership, Unit


def pressing(actions: QuerySet, today: date) -> list[dict]:
    """Units with something overdue or due soon, the worst first, each with its head and its focal person."""
    counted = standing.by("lead_unit", actions, today).exclude(overdue=0, due_soon=0)
    rows = list(counted.order_by("-overdue", "oldest", "-due_soon", "which"))
    ids = [row["which"] for row in rows]
    units, people = Unit.objects.in_bulk(ids), _people(ids, today)
    return [row | {"unit": units[row["which"]], **people[row["which"]]} for row in rows]


def _people(unit_ids: list[int], today: date) -> dict:
    """By unit its head and, of its officials, the first by given name; who cannot be reached is left out."""
    held = Membership.objects.valid_on(today).filter(
        role__in=("unit_head", "official"), unit__in=unit_ids, user__is_active=True
    )
    people = defaultdict(lambda: {"head": None, "official": None})
    for membership in held.select_related("user").order_by("-user__sort_key", "-pk"):
        people[membership.unit_id][membership.role.removeprefix("unit_")] = membership.user
    return people
