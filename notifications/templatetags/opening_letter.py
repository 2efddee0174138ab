"""The letter of an opening on the page that opens the review; the page's own room knows no mails."""

from django import template

from notifications.mails.opening import letter_of_opening

register = template.Library()
register.simple_tag(letter_of_opening, name="opening_letter")
