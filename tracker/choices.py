"""What a list can be narrowed to: units, groups and indices, kept in the cache for a minute."""

from datetime import date

from django.core.cache import cache
from django.utils.translation import get_language

from tracker.models import Index, Unit, UnitGroup
from tracker.people import known_to

KEPT_SECONDS = 60


def units() -> list[tuple[str, str]]:
    return _kept("units", lambda: [(unit.code, unit.name) for unit in Unit.objects.select_related("group")])


def groups() -> list[tuple[str, str]]:
    return _kept("groups", lambda: [(group.code, group.name) for group in UnitGroup.objects.all()])


def indices() -> list[tuple[str, str]]:
    return _kept("indices", lambda: list(Index.objects.values_list("code", "short_name")))


def people(actor, today: date) -> list[str]:
    """The names a reader may be offered, by given name."""
    names = known_to(actor, today).values_list("full_name", flat=True)
    return _kept("people", lambda: list(names)) if actor.sees_everything else list(names)


def _kept(name: str, read) -> list:
    """The list in the reader's language, read again after a minute."""
    return cache.get_or_set(f"choices:{name}:{get_language()}", read, KEPT_SECONDS)
