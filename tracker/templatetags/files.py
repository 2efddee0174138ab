"""What pages say of files."""

from django import template

from tracker.files import may_be_shown

register = template.Library()
register.filter("may_be_shown", may_be_shown)
