"""The ledger of the post: what is owed, the mails that carry it, and what became of them."""

from .attempt import DeliveryAttempt
from .calendar_feed import CalendarFeed
from .chase import Chase
from .envelope import Envelope
from .handled import EventFloor, HandledEvent
from .hold import Hold, KnownDatabase
from .obligation import Obligation
from .opt_out import OptOut
from .reconciliation import Discrepancy, Reconciliation
from .register import RegisterChange
from .rule import ReminderRule
from .runs import PlannerRun, Tick

__all__ = [
    "CalendarFeed", "Chase", "DeliveryAttempt", "Discrepancy", "Envelope", "EventFloor", "HandledEvent", "Hold",
    "KnownDatabase", "Obligation", "OptOut", "PlannerRun", "Reconciliation", "RegisterChange", "ReminderRule", "Tick",
]  # fmt: skip
