"""A lease on a server: it runs while anybody holds one, and the last to let go sees it stop.

Three locks a server, all let go by the kernel when their holder dies:
`users` is shared by all leases and wanted whole by the keeper, who gets it when nobody is left;
`keeper` is held by the keeper; `start` by the one that is starting a keeper.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from tracker.embedded import postgres, valkey
from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder
from tracker.embedded.waiting import wait_until

SERVERS = {postgres.NAME: postgres, valkey.NAME: valkey}
REPLACED_BY = {postgres.NAME: "DATABASE_URL", valkey.NAME: "REDIS_URL"}
CODE = Path(__file__).resolve().parents[2]


@contextmanager
def leased(folder: DataFolder) -> Iterator[None]:
    """The servers that the environment does not replace, running as long as the block does."""
    names = [name for name in SERVERS if not os.environ.get(REPLACED_BY[name])]
    if names:
        folder.prepare()
    with ExitStack() as leases:
        for name in names:
            leases.callback(Lease(folder, name).let_go)
        yield


class Lease:
    """A hold on one server; made when the server runs."""

    def __init__(self, folder: DataFolder, name: str):
        self.folder, self.name, self.keeper = folder, name, None
        self.users = lock_file(folder, name, "users")
        fcntl.flock(self.users, fcntl.LOCK_SH)
        with lock_file(folder, name, "start") as start:
            fcntl.flock(start, fcntl.LOCK_EX)
            if self.has_no_keeper():
                self.start_keeper()

    def start_keeper(self) -> None:
        """Start a keeper that outlives us if others hold leases, and read its one word: ready, or why not."""
        command = [sys.executable, "-m", "tracker.embedded.keeper", self.name, str(self.folder.path)]
        with (self.folder.part("logs") / f"{self.name}.keeper.log").open("w") as log:
            self.keeper = subprocess.Popen(
                command,
                cwd=CODE,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,  # not ours: a keeper that outlives us would hold up whoever reads our words
                text=True,
                start_new_session=True,
            )
        with self.keeper.stdout as its_word:
            word = its_word.readline().strip()
        if word != "ready":
            raise CannotStart(word or f"The keeper of {self.name} ended without a word.")

    def let_go(self) -> None:
        """Give the hold back; if nobody else has one, return when the server has stopped."""
        fcntl.flock(self.users, fcntl.LOCK_UN)
        is_last = gets(self.users, fcntl.LOCK_EX) or not gets(self.users, fcntl.LOCK_SH)
        self.users.close()
        if is_last:
            with suppress(CannotStart, subprocess.TimeoutExpired):
                wait_until(self.has_no_keeper, seconds=60, what=f"The end of {self.name}")
                if self.keeper:
                    self.keeper.wait(timeout=10)

    def has_no_keeper(self) -> bool:
        with lock_file(self.folder, self.name, "keeper") as lock:
            return gets(lock, fcntl.LOCK_EX)


def gets(lock: IO, kind: int) -> bool:
    """Whether the lock can be had at once."""
    try:
        fcntl.flock(lock, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def lock_file(folder: DataFolder, name: str, kind: str) -> IO:
    path = folder.path / "locks" / f"{name}.{kind}"
    lock = path.open("a")
    folder.give_to(path, folder.path.stat().st_uid)
    return lock
