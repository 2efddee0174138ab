"""The reminder engine: listen, plan, bind, claim, re-check, send, finish. The database row is the queue."""

from .turn import tick

__all__ = ["tick"]
