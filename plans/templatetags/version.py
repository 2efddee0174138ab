"""Lines of a frozen version on a page."""

from django import template

from plans.versions.lines import number_of

register = template.Library()
register.filter("line_number", number_of)
