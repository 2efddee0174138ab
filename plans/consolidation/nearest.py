"""The lines of the draft that are likest to rows not yet in it."""

from .likeness import LEAST_MEASURE
from .words import Lettering

FEW = 5


def nearest(items: list, measure: str) -> list:
    """The lines whose measure shares most words with this one, the likest first."""
    from rapidfuzz import fuzz, process

    lettering = Lettering()
    measures = [lettering.of(item.measure) for item in items]
    found = process.extract(
        lettering.of(measure),
        measures,
        scorer=fuzz.ratio,
        processor=None,
        score_cutoff=LEAST_MEASURE,
        limit=FEW,
    )
    return [items[place] for _measure, _score, place in found]
