"""What the pages of oversight show beside their numbers: bars, and lists that say how many more there are."""

from django import template

from tracker.bars import Part, bar
from tracker.oversight.ageing import SPANS
from tracker.oversight.handing_in import PARTS
from tracker.standing import RESULTS

register = template.Library()
RESULT_COLOURS = dict(zip(RESULTS, ("done", "late", "doing", "overdue"), strict=True))
HANDED_IN_COLOURS = dict(zip(PARTS, ("done", "wait", "todo"), strict=True))
AGE_COLOURS = {span.code: f"age-{number}" for number, span in enumerate(SPANS, 1)}


@register.simple_tag
def result_bar(row: dict) -> str:
    """The four results of the row as parts of its whole."""
    parts = [Part(row[name], colour, name == "open_late") for name, colour in RESULT_COLOURS.items()]
    return bar(parts, row["total"])


@register.simple_tag
def handed_in_bar(row: dict) -> str:
    return bar([Part(row[name], colour) for name, colour in HANDED_IN_COLOURS.items()], row["total"])


@register.simple_tag
def age_bar(row: dict) -> str:
    """How much is overdue for how long, as long as the row's share of the longest row."""
    return bar([Part(row[name], colour) for name, colour in AGE_COLOURS.items()], row["most"])
