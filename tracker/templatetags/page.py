"""Parts of every page: icons, dates, the navigation, one-time keys, links that keep their query."""

import secrets
from datetime import date
from functools import cache, lru_cache

from django import template
from django.conf import settings
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from tracker.models import Province
from tracker.navigation import Link, links_for

register = template.Library()

DAYS = (
    gettext_noop("Monday"), gettext_noop("Tuesday"), gettext_noop("Wednesday"), gettext_noop("Thursday"),
    gettext_noop("Friday"), gettext_noop("Saturday"), gettext_noop("Sunday"),
)  # fmt: skip


@register.simple_tag
@cache
def icon(name: str) -> str:
    """A shape from the sprite; the word beside it says the same."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("sprite.svg"), name
    )


@register.simple_tag
@lru_cache(maxsize=2000)
def tag(kind: str, shape: str, words: str) -> str:
    """A status: shape, word and colour, so that none of them is needed alone."""
    return format_html('<span class="tag tag-{}">{}{}</span>', kind, icon(shape), words)


@register.filter
def weekday(day: date) -> str:
    """The day's name as papers write it: Vietnamese ones spell it out instead of numbering it."""
    return _(DAYS[day.weekday()])


@register.simple_tag
def once() -> str:
    """The hidden field that makes a second click on the same form harmless."""
    return format_html('<input type="hidden" name="idempotency" value="{}">', secrets.token_urlsafe(18))


@register.simple_tag
def sample_site() -> bool:
    return settings.SAMPLE_MODE


@register.simple_tag
def province() -> str:
    """The province as its papers name it; English readers need no "tỉnh"."""
    current = Province.current()
    return current.place if get_language() == "en" else current.name


@register.simple_tag
def emblem() -> str:
    """Where the province's own picture is, if it gave one; a new one has a new address."""
    current = Province.current()
    return f"{reverse('emblem')}?v={current.version}" if current.emblem else ""


@register.simple_tag
def sample_mark(thing) -> str:
    """The mark of a row that was composed for the sample."""
    return (
        format_html('<span class="mark">{}</span>', _("sample data"))
        if getattr(thing, "is_sample", False)
        else ""
    )


@register.simple_tag
def navigation(request) -> list[Link]:
    """The pages of the reader's role, only those that exist."""
    return links_for(request)


@register.simple_tag
def other_language() -> dict[str, str]:
    """Where the language switch leads."""
    return (
        {"code": "vi", "name": "Tiếng Việt"} if get_language() == "en" else {"code": "en", "name": "English"}
    )


@register.filter
def day(value: date | None) -> str:
    """22/06/2026 in Vietnamese, 22 June 2026 in English, where figures alone would be ambiguous."""
    if not value:
        return "–"
    return date_format(value, "j F Y") if get_language() == "en" else f"{value:%d/%m/%Y}"


@register.simple_tag(takes_context=True)
def query_with(context, **changes) -> str:
    """The page's own query with some parameters set, or taken out when empty; paging starts again."""
    query = filled_in(context["request"].GET)
    for name in ("before", "after", *changes):
        query.pop(name, None)
    query.update({name: value for name, value in changes.items() if value not in ("", None)})
    return f"?{query.urlencode()}" if query else "?"


def filled_in(query: QueryDict) -> QueryDict:
    """The parameters that say something; a form sends the empty ones, too."""
    kept = query.copy()
    for name in [name for name, values in query.lists() if not any(values)]:
        del kept[name]
    return kept


@register.filter
def iso_day(text: str) -> str:
    """A date as history keeps it, the way readers write it."""
    return day(date.fromisoformat(text))


@register.filter
def first_line(words) -> str:
    """What leads to the rest: a long fault is read in full beside its field only."""
    return str(words).partition("\n")[0]


@register.filter
def options(field) -> list[tuple[str, str]]:
    """What a select offers besides everything."""
    return [(value, words) for value, words in field.field.choices if value]
