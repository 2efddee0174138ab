"""Mails that did not get through, on the page of those who push: `{% load failed_mails %}{% failed_mails today %}`."""

from datetime import date, timedelta

from django import template

from notifications import rules
from notifications.models import Envelope

register = template.Library()
LATELY = timedelta(days=7)


@register.inclusion_tag("notifications/_failed_mails.html", takes_context=True)
def failed_mails(context, today: date) -> dict:
    """How many of the last 7 days failed, as a link to the log; nothing for those who do not see to the mails."""
    if not rules.keeps_the_mail(context["request"].actor):
        return {"count": None}
    since = today - LATELY
    failed = Envelope.objects.filter(state="failed", business_date__gte=since)
    return {"count": failed.count(), "since": since}
