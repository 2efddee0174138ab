"""Counting the plan's actions: whole, from scratch, by one statement; and one change by one small statement."""

from .increment import increment
from .whole import count, roll_up, roll_up_plans

__all__ = ["count", "increment", "roll_up", "roll_up_plans"]
