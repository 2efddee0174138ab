"""What the record announces of lines that were written together: first that they stand, then that they will stay."""

from django.dispatch import Signal

event_written = Signal()  # events: in the transaction, which may still be taken back
event_recorded = Signal()  # events: committed
