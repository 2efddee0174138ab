"""The keeper of one server: runs it, starts it again if it dies, stops it when nobody holds a lease."""

import fcntl
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder
from tracker.embedded.lease import SERVERS, gets, lock_file


class ServerDied(Exception):
    """The server ended while somebody still held a lease."""


def main(name: str, path: str) -> None:
    folder, server = DataFolder.named(path), SERVERS[name]
    with lock_file(folder, name, "users") as users, lock_file(folder, name, "keeper") as mine:
        if not gets(mine, fcntl.LOCK_EX):
            raise CannotStart(f"{name} already has a keeper on {folder.path}.")
        log = fresh_log(folder, name)
        running = server.start(folder, log)
        print("ready", flush=True)  # noqa: T201 - the one word the lease waits for
        sys.stdout.close()
        running = keep(server, running, folder, users, log)
        stop(server, running)


def keep(
    server: ModuleType, running: subprocess.Popen, folder: DataFolder, users, log: Path
) -> subprocess.Popen:
    """Wait until the users' lock is ours alone; a server that dies meanwhile is started again."""
    while True:
        try:
            wait_for_the_last(users, running)
        except ServerDied:
            running = server.start(folder, log)
        else:
            return running


def wait_for_the_last(users, running: subprocess.Popen) -> None:
    """Block in the kernel; the end of the child interrupts that."""

    def on_child(*_) -> None:
        if running.poll() is not None:
            raise ServerDied

    signal.signal(signal.SIGCHLD, on_child)
    try:
        on_child()
        fcntl.flock(users, fcntl.LOCK_EX)
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def stop(server: ModuleType, running: subprocess.Popen) -> None:
    running.send_signal(server.STOP)
    try:
        running.wait(timeout=60)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()


def fresh_log(folder: DataFolder, name: str) -> Path:
    """An empty log for this run, the last one kept beside it."""
    log = folder.part("logs") / f"{name}.log"
    if log.exists():
        log.replace(log.with_suffix(".before.log"))
    return log


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (CannotStart, OSError) as error:
        sys.exit(print(error, flush=True) or 2)  # noqa: T201
