"""What the comparison of the books found, on a page: `{% load books %}{% discrepancies %}`."""

from django import template

from notifications.models import Discrepancy
from notifications.reconcile import words

register = template.Library()
MOST_ROWS = 50
register.filter("occasion_of", words.occasion)


@register.inclusion_tag("notifications/_discrepancies.html")
def discrepancies() -> dict:
    """The open ones, oldest first; one statement, and nothing on the page when there are none."""
    current = Discrepancy.objects.current().select_related("recipient", "rule").order_by("pk")
    rows = list(current[: MOST_ROWS + 1])
    return {"rows": rows[:MOST_ROWS], "are_more": len(rows) > MOST_ROWS}
