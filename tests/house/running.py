"""Real processes of the product, started by tests and seen to their end."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic

import psutil

CODE = Path(__file__).resolve().parents[2]
REPLACEMENTS = (
    "EMBEDDED_FSYNC",
    "DATABASE_URL",
    "REDIS_URL",
    "DATA_DIR",
    "SITE_URL",
    "SAMPLE_MODE",
    "SAMPLE_PASSWORD",
)


def environment(**given: str) -> dict[str, str]:
    """The environment of a machine where nothing is set, and what is given."""
    plain = {name: value for name, value in os.environ.items() if name not in REPLACEMENTS}
    return plain | given


def module(*words: object, **given: str) -> subprocess.Popen:
    """`python -m …`, its streams open to the test."""
    command = [sys.executable, "-m", *map(str, words)]
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen(command, cwd=CODE, env=environment(**given), text=True, **streams)


def manage(*words: object, **given: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", *map(str, words)]
    return subprocess.run(
        command, cwd=CODE, env=environment(**given), capture_output=True, text=True, check=False, timeout=120
    )


def family(process: subprocess.Popen) -> list[psutil.Process]:
    """The process and all that came from it."""
    parent = psutil.Process(process.pid)
    return [parent, *parent.children(recursive=True)]


def kill_all(processes: list[psutil.Process]) -> None:
    """`kill -9` of everybody, none of whom may hinder the next."""
    for process in processes:
        if process.is_running():
            process.kill()
    psutil.wait_procs(processes, timeout=30)


def alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Who is left after everybody had time to end."""
    eventually(lambda: not any(map(runs, processes)))
    return [process for process in processes if runs(process)]


def runs(process: psutil.Process) -> bool:
    """Whether the process still does anything: one that only waits to be counted does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def eventually(condition, seconds: float = 60) -> bool:
    """Whether the condition comes to hold before the deadline."""
    deadline, pause = monotonic() + seconds, Event()
    while not condition():
        if monotonic() > deadline:
            return False
        pause.wait(0.05)
    return True
