"""Sets a paper as PDF with Typst and the product's own fonts; the same words give the same bytes."""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import typst

from plans.papers.catalogue import PAPERS
from plans.papers.wording import decimal, short_day

from .printable import printable

FONTS = Path(__file__).with_name("fonts")
ROOT = Path(__file__).parents[3]  # templates of other rooms import /plans/papers/templates/decree.typ


def render(kind: str, words: dict, written_on: date) -> bytes:
    """The paper of this kind as PDF. A word the template misses raises instead of printing nothing."""
    return typst.compile(
        PAPERS[kind].pdf_template, root=ROOT, font_paths=_fonts(), format="pdf",
        sys_inputs={"words": json.dumps(plain(words), ensure_ascii=False)}, timestamp=_midnight(written_on),
    )  # fmt: skip


def plain(value):
    """The words as JSON knows them; a dataclass gives its fields and properties, as a Word template sees them."""
    for kind, simple in SIMPLER.items():
        if isinstance(value, kind):
            return simple(value)
    return (
        {name: plain(getattr(value, name)) for name in _names(type(value))} if is_dataclass(value) else value
    )


def _names(kind: type) -> list[str]:
    properties = [name for name, each in vars(kind).items() if isinstance(each, property)]
    return [field.name for field in fields(kind)] + properties


@cache
def _fonts() -> typst.Fonts:
    """The fonts that come with the product and no others, so that a paper looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


SIMPLER = {
    str: lambda text: printable(str(text)),
    dict: lambda words: {key: plain(each) for key, each in words.items()},
    list | tuple: lambda values: [plain(each) for each in values],
    date: short_day,
    Decimal: decimal,
}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
