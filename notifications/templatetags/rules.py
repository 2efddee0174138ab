"""Rules in words, for the administration."""

from django import template

from notifications import rule_wording

register = template.Library()
register.filter("when", rule_wording.when)
register.filter("whom", rule_wording.whom)
