"""What a list can be narrowed to: units, groups and indices, kept in the cache for a minute."""

from django.core.cache import cache
from django.utils.translation import get_language

from tracker.models import Index, Unit, UnitGroup

KEPT_SECONDS = 60


def units() -> list[tuple[str, str]]:
    return _kept("units", lambda: [(unit.code, unit.name) for unit in Unit.objects.select_related("group")])


def groups() -> list[tuple[str, str]]:
    return _kept("groups", lambda: [(group.code, group.name) for group in UnitGroup.objects.all()])


def indices() -> list[tuple[str, str]]:
    return _kept("indices", lambda: list(Index.objects.values_list("code", "short_name")))


def _kept(name: str, read) -> list[tuple[str, str]]:
    """The list in the reader's language, read again after a minute."""
    return cache.get_or_set(f"choices:{name}:{get_language()}", read, KEPT_SECONDS)
