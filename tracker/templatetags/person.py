"""What a page knows of its reader: the look he chose, the time left, for whom he stands in; and whom he may ask."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def look(user) -> str:
    """The classes of a page in the text size and density the person chose."""
    size, density = getattr(user, "text_size", 0), getattr(user, "density", "normal")
    return " ".join([f"text-{size}"] * bool(size) + [density] * (density != "normal"))


@register.simple_tag
def seconds_left(request) -> int:
    """How long the log-in still lasts."""
    return int(request.session.get_expiry_age())


@register.inclusion_tag("tracker/_standing_in.html")
def standing_in(actor) -> dict:
    """For whom the reader stands in today, and until when; shown on each of his pages."""
    return {"absences": actor.absences}


@register.simple_tag
def support_contact() -> str:
    """Whom people turn to for help, when the site names somebody."""
    return settings.SUPPORT_CONTACT
