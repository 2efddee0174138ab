"""How results are told: changes in words with an arrow where that is fair, and five years as small bars."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from tracker.figures import figure, places, signed

register = template.Library()
register.filter("figure", figure)
register.filter("signed", signed)
COLUMN, WIDTH, HEIGHT, LEAST = 20, 14, 28, 1.5


@register.inclusion_tag("tracker/_index_change.html")
def value_change(change) -> dict:
    """The change of a value, as published or as the two rows say."""
    return _told(change, signed)


@register.inclusion_tag("tracker/_index_change.html")
def rank_change(change) -> dict:
    """The change of a rank, in words."""
    return _told(change, places)


@register.simple_tag
def five_years(bars) -> str:
    """Each year's value as a share of its scale; a year without one is a dash at the foot. The words tell the same."""
    missing = _("no value")
    told = "; ".join(f"{bar.year}: {missing if bar.share is None else figure(bar.value)}" for bar in bars)
    drawn = format_html_join("", "{}", ((_drawn(number, bar),) for number, bar in enumerate(bars)))
    return format_html(
        '<svg class="years" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        COLUMN * len(bars), HEIGHT + 2, told, drawn,
    )  # fmt: skip


def _told(change, words) -> dict:
    has_arrow = change.amount and change.is_direct
    arrow = ("▲" if change.amount > 0 else "▼") if has_arrow else ""
    return {
        "change": change, "arrow": arrow,
        "words": None if change.amount is None else _("unchanged") if not change.amount else words(change.amount),
        "reckoned": words(change.reckoned) if change.contradicts else "",
    }  # fmt: skip


def _drawn(number: int, bar) -> str:
    left = number * COLUMN + (COLUMN - WIDTH) / 2
    if bar.share is None:
        return format_html('<path class="year-gap" d="M{} {}h{}"/>', left, HEIGHT, WIDTH)
    height = max(bar.share * HEIGHT, LEAST)
    kind = "year-other" if bar.is_other_scale else "year-this" if bar.is_this else "year-bar"
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>',
        kind, left, f"{HEIGHT + 1 - height:.1f}", WIDTH, f"{height:.1f}",
    )  # fmt: skip
