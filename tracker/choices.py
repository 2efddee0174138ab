"""What a list can be narrowed to: units, groups and indices, kept in the cache for a minute."""

from django.core.cache import cache
from django.utils.translation import get_language

from tracker.models import Index, Unit, UnitGroup, User

KEPT_SECONDS = 60


def units() -> list[tuple[str, str]]:
    return _kept("units", lambda: [(unit.code, unit.name) for unit in Unit.objects.select_related("group")])


def groups() -> list[tuple[str, str]]:
    return _kept("groups", lambda: [(group.code, group.name) for group in UnitGroup.objects.all()])


def indices() -> list[tuple[str, str]]:
    return _kept("indices", lambda: list(Index.objects.values_list("code", "short_name")))


def people(actor) -> list[str]:
    """Whose name the reader may be offered: everybody's, or those of his own units; by given name."""
    known = User.objects.filter(is_active=True)
    if actor.sees_everything:
        return _kept("people", lambda: list(known.values_list("full_name", flat=True)))
    mine = known.filter(memberships__unit__in=actor.unit_ids).distinct()
    return list(mine.values_list("full_name", flat=True))


def _kept(name: str, read) -> list:
    """The list in the reader's language, read again after a minute."""
    return cache.get_or_set(f"choices:{name}:{get_language()}", read, KEPT_SECONDS)
