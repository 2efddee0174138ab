"""Weaknesses that the review before this one already found: the same words, with the units that repeat them."""

from dataclasses import dataclass, field

from tracker.models import Weakness
from tracker.vietnamese import plain


@dataclass
class Repeat:
    """What is repeated, and the weakness of each unit that repeats it."""

    title: str
    index: object
    weaknesses: list[Weakness] = field(default_factory=list)


def of_review(review, actor) -> list[Repeat]:
    """Those repeated by the most units first."""
    found = Weakness.objects.visible_to(actor).filter(review=review, repeats__isnull=False)
    repeats: dict[tuple, Repeat] = {}
    for weakness in found.select_related("unit", "index", "repeats").order_by("unit__sort_key", "ref"):
        key = (plain(weakness.title), weakness.index_id)
        repeats.setdefault(key, Repeat(weakness.title, weakness.index)).weaknesses.append(weakness)
    return sorted(repeats.values(), key=lambda repeat: (-len(repeat.weaknesses), repeat.title))
