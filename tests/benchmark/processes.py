"""The processes that are measured: started as `bin/start` starts them, ended with us, weighed while they run."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tracker.embedded.folder import DataFolder
from tracker.embedded.processes import CODE, THRIFT, commands
from tracker.embedded.waiting import wait_until

PRODUCT = "tracker.wsgi"


@contextmanager
def served(
    folder: Path, application: str = PRODUCT, **environment: str
) -> Iterator[tuple[int, psutil.Process]]:
    """The application on gunicorn, with the product's workers and threads; its port and its process."""
    port = free_port()
    command = [application if word == PRODUCT else word for word in commands(DataFolder(folder), port)["web"]]
    with running(folder / f"{application}.log", command, **environment) as process:
        wait_until(lambda: answers(port), seconds=60, what=application)
        yield port, process


@contextmanager
def running(log: Path, command: list[str], **environment: str) -> Iterator[psutil.Process]:
    """`python -m …` until the block ends."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=CODE,
            stdout=output,
            stderr=output,
            env=os.environ | THRIFT | environment,
        )
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=60)


def heaviest_child(process: psutil.Process) -> float:
    """Resident megabytes of the heaviest of the processes that do the work."""
    return max(child.memory_info().rss for child in process.children(recursive=True)) / 1024 / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
