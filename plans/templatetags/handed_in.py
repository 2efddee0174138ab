"""The words of a submission as they are frozen: codes read as words, dates as dates."""

from datetime import date

from django import template

from tracker.models import Cause, Index, Responsibility, Weakness
from tracker.templatetags.page import day

register = template.Library()
WORDS = {"cause": Cause.Kind, "level": Responsibility.Level, "origin": Weakness.Origin}


@register.filter
def in_words(code: str, kind: str) -> str:
    """What a code of that kind is called; one that is no longer known stays as it was frozen."""
    known = WORDS[kind]
    return str(known(code).label) if code in known.values else code


@register.filter
def frozen_day(value: date | str | None) -> str:
    """A date, whether it stands on the page to be sent or in a frozen copy."""
    return day(date.fromisoformat(value) if isinstance(value, str) else value)


@register.simple_tag
def index_names() -> dict[str, str]:
    """How the indices are called, by their code."""
    return {index.code: str(index) for index in Index.objects.all()}


@register.filter
def named_in(code: str, names: dict[str, str]) -> str:
    return names.get(code, code)
