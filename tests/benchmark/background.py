"""A Celery worker after its real work: a night's roll-up and a turn of the reminder engine."""

from pathlib import Path

import psutil

from tests.benchmark import processes
from tracker.celery import app
from tracker.embedded.folder import DataFolder
from tracker.embedded.processes import commands
from tracker.embedded.waiting import wait_until

WORK = ("plans.roll_up", "notifications.tick")


def memory(folder: Path) -> float:
    """Resident megabytes of the heaviest worker process once its work is done."""
    app.control.purge()
    for name in WORK:
        app.send_task(name)
    with processes.running(folder / "worker.log", commands(DataFolder(folder), 0)["worker"]) as worker:
        wait_until(lambda: has_done(len(WORK)), seconds=300, what="The worker's work")
        return heaviest(worker)


def has_done(tasks: int) -> bool:
    """Whether the worker has finished this many tasks since it began."""
    answers = app.control.inspect(timeout=1).stats() or {}
    busy = app.control.inspect(timeout=1).active() or {"": ["unknown"]}
    done = sum(sum(each["total"].values()) for each in answers.values())
    return done >= tasks and not any(busy.values())


def heaviest(worker: psutil.Process) -> float:
    family = [worker, *worker.children(recursive=True)]
    return max(each.memory_info().rss for each in family) / 1024 / 1024
