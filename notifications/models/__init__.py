"""The ledger of the post: what is owed, the mails that carry it, and what became of them."""

from .attempt import DeliveryAttempt
from .envelope import Envelope
from .handled import EventFloor, HandledEvent
from .obligation import Obligation
from .rule import ReminderRule
from .runs import PlannerRun, Tick

__all__ = [
    "DeliveryAttempt", "Envelope", "EventFloor", "HandledEvent", "Obligation", "PlannerRun", "ReminderRule", "Tick",
]  # fmt: skip
