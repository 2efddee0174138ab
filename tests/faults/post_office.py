"""The rig's hold on its mail server: start it, tell it how to behave, take it away and bring it back."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from tests.faults.journal import Accepted, Journal
from tests.faults.sink import Script
from tests.house.running import CODE


class PostOffice:
    """A mail server in a process of its own, always on the same port once it has one."""

    def __init__(self, folder: Path, seed: int):
        self.journal, self.seed, self.port = Journal(folder / "journal.jsonl"), seed, 0
        self._process: subprocess.Popen | None = None

    def open(self, **script) -> None:
        words = [sys.executable, "-m", "tests.faults.sink", self.journal.path, self.port, self.seed]
        self._process = subprocess.Popen(
            [str(word) for word in words], cwd=CODE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.behave(**script)

    def behave(self, **script) -> None:
        """From now on by this script; returns when the server has it."""
        self._process.stdin.write(json.dumps(asdict(Script(**script))) + "\n")
        self._process.stdin.flush()
        self.port = int(self._process.stdout.readline())

    def close(self) -> None:
        """Nobody listens any more."""
        process, self._process = self._process, None
        if process:
            process.communicate(timeout=30)

    @property
    def mails(self) -> list[Accepted]:
        return self.journal.read()
