"""Putting things together that belong together, without changing their order."""

from collections import defaultdict
from collections.abc import Callable, Iterable


def grouped(things: Iterable, key: Callable) -> list[list]:
    """The things in groups of one key each, in the order in which each key first came."""
    groups = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return list(groups.values())
