"""How the cases of a queue are named: an action that is reported, a request for more time, a question."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.models import ExtensionRequest, Question
from tracker.models.verification_check import VerificationCheck
from tracker.views.questions import where

from .page import day, tag

register = template.Library()


@register.simple_tag
def case_ref(thing) -> str:
    """The reference under which people know it: the action's, or the weakness's."""
    return _about(thing).ref


@register.simple_tag
def case_unit(thing) -> str:
    """Whose case it is, in the list."""
    return str(thing.unit if isinstance(thing, Question) else _about(thing).lead_unit)


@register.simple_tag
def case_gist(thing) -> str:
    """What tells it from the others in the list."""
    if not isinstance(thing, ExtensionRequest):
        return case_matter(thing)
    words = ngettext("until %(date)s, %(days)d day more", "until %(date)s, %(days)d days more", thing.days)
    return words % {"date": day(thing.requested_due_on), "days": thing.days}


@register.simple_tag
def case_matter(thing) -> str:
    """What it is about."""
    return thing.words if isinstance(thing, Question) else _about(thing).statement


@register.simple_tag
def case_link(thing) -> str:
    """Where the thing itself is read."""
    return where(_about(thing))


@register.simple_tag
def days_waiting(case, promised: int) -> str:
    """How long it waits; longer than promised is marked."""
    if not case.days:
        return _("since today")
    words = ngettext("%d working day", "%d working days", case.days) % case.days
    return tag("bad", "alert", words) if case.days > promised else words


@register.filter
def check_words(names: list[str]) -> str:
    """What was found in order, as the history keeps it, in words."""
    labels = dict(VerificationCheck.choices)
    return "; ".join(str(labels.get(name, name)) for name in names)


def _about(thing):
    """The action or the weakness that the case is about."""
    if isinstance(thing, Question):
        return thing.about
    return thing.action if isinstance(thing, ExtensionRequest) else thing
