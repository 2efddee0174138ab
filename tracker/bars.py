"""Bars in tables, drawn by the server: the numbers stand beside them, so that the bar may be overlooked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join


@dataclass(frozen=True)
class Part:
    """One piece of a bar: how many, the colour's name, and whether strokes tell it also to those who see no red."""

    count: int
    colour: str
    is_striped: bool = False


def bar(parts: Iterable[Part], whole: int) -> str:
    """The parts one after another; where they are fewer than the whole, the rest of the bar stays empty."""
    drawn, start = [], 0.0
    for part in parts:
        width = 100 * part.count / (whole or 1)
        stripes = _stripes(start, width) if part.is_striped and width else ""
        drawn.append((f"{start:.2f}", f"{width:.2f}", part.colour, stripes))
        start += width
    rects = format_html_join("", '<rect x="{}" width="{}" height="20" class="bar-{}"/>{}', drawn)
    return format_html(
        '<svg class="bars" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">{}</svg>', rects
    )


def _stripes(start: float, width: float) -> str:
    """White strokes across what is overdue, for those who do not see red."""
    pieces = 4 if width > 15 else 2 if width > 6 else 1  # more would hide a narrow part
    steps = [
        (f"{start + part * width / pieces:.2f}", f"{start + (part + 0.25) * width / pieces:.2f}")
        for part in range(pieces)
    ]
    stroke = '<path d="M{} 20 {} 0" class="bar-stripe" vector-effect="non-scaling-stroke"/>'
    return format_html_join("", stroke, steps)
