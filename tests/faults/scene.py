"""What every fault has at hand: its folder, its mail server, its chance, and the waiting for things to happen."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic

from tests.faults.post_office import PostOffice
from tests.house.running import eventually


class Stuck(Exception):
    """Something that must happen did not."""


@dataclass
class Scene:
    """One fault in the making."""

    name: str
    size: str
    folder: Path
    office: PostOffice
    chance: random.Random
    begun: float = field(default_factory=monotonic)

    def sized(self, *, small: int | float, full: int | float) -> int | float:
        return small if self.size == "small" else full

    @property
    def seconds(self) -> float:
        return monotonic() - self.begun

    def log(self, name: str) -> Path:
        return self.folder / "logs" / f"{name}.log"

    def pause(self, seconds: float) -> None:
        """Let the others work."""
        Event().wait(seconds)

    def wait_for(self, what: str, condition: Callable[[], object], seconds: float = 120) -> float:
        """Until it has happened; returns after how many seconds. Raises Stuck."""
        begin = monotonic()
        if not eventually(condition, seconds):
            raise Stuck(f"{what} did not happen within {seconds:g} seconds")
        return monotonic() - begin
