"""The one announcement the record makes: something happened, and it is committed."""

from django.dispatch import Signal

event_recorded = Signal()
