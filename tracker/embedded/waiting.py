"""Waiting for a condition with a deadline, and the last words of a log."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

from tracker.embedded.errors import CannotStart


def wait_until(condition: Callable[[], object], *, seconds: float, what: str) -> None:
    """Return as soon as the condition holds; after so many seconds say what was waited for."""
    deadline, pause = monotonic() + seconds, Event()
    while not condition():
        if monotonic() > deadline:
            raise CannotStart(f"{what} took longer than {seconds:g} seconds.")
        pause.wait(0.02)


def last_line(log: Path) -> str:
    """The last thing a server said, to be shown in one line."""
    text = log.read_text(errors="replace") if log.exists() else ""
    lines = [line for line in text.splitlines() if line.strip()]
    fatal = [line for line in lines if "FATAL" in line or "rror" in line]
    return (fatal or lines or ["it left no word"])[-1].strip()
