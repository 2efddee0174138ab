"""Whoever winds the engine up, as real processes: Celery workers and beats, a system timer, a person's command."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread

import psutil

from notifications import tasks
from tests.benchmark import processes
from tests.faults.scene import Scene
from tests.house import running
from tracker.embedded.folder import DataFolder
from tracker.embedded.processes import commands

RING_EVERY, BELL_KEEPS = 0.25, 5  # seconds
TIMETABLE = "tests.faults.timetable"


@contextmanager
def worker(scene: Scene) -> Iterator[psutil.Process]:
    """The product's Celery worker; its children are the senders."""
    command = commands(DataFolder(scene.folder), 0)["worker"]
    with processes.running(scene.log("worker"), command) as parent:
        scene.wait_for("the worker's start", lambda: len(senders(parent)) >= 2)
        yield parent


def senders(worker: psutil.Process) -> list[psutil.Process]:
    """The pool's children that are alive at this moment."""
    return [child for child in worker.children() if running.runs(child)]


@contextmanager
def beat(scene: Scene, name: str = "beat") -> Iterator[psutil.Process]:
    """A beat with the product's timetable, each minute of which lasts a second."""
    command = ["celery", "-A", TIMETABLE, "beat", f"--schedule={scene.folder / name}", "--pidfile="]
    with processes.running(scene.log(name), command) as process:
        yield process


@contextmanager
def repeating(act, every: float = RING_EVERY) -> Iterator[None]:
    """Do this again and again in the background until the block ends."""
    over = Event()

    def keep_on() -> None:
        while not over.wait(every):
            act()

    thread = Thread(target=keep_on)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def bell():
    """Somebody rings the product's bell all the time."""
    return repeating(lambda: tasks.tick.apply_async(expires=BELL_KEEPS))


def tick_by_command(at: datetime | None = None, driver: str = "command") -> subprocess.CompletedProcess:
    """`manage.py tick`, as a person or a system timer calls it."""
    moment = ["--now", at.isoformat()] if at else []
    return running_here("manage", "tick", "--driver", driver, *moment)


def running_here(*words: object) -> subprocess.CompletedProcess:
    """`python -m …` to its end, in this fault's environment."""
    command = [sys.executable, "-m", *map(str, words)]
    return subprocess.run(command, cwd=running.CODE, capture_output=True, text=True, check=False, timeout=300)


class Turner:
    """A process that stays and calls the command at each moment it is given."""

    def __init__(self, scene: Scene, name: str, **environment: str):
        self._log = scene.log(name).open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.turner", name], cwd=running.CODE, text=True, stderr=self._log,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | environment,
        )  # fmt: skip

    def begin(self, at: datetime | None = None) -> None:
        """Let it turn, without waiting for the end."""
        self.process.stdin.write(f"{at.isoformat() if at else ''}\n")
        self.process.stdin.flush()

    def end(self) -> str:
        """What the turn came to, in the command's own words."""
        return self.process.stdout.readline().strip()

    def turn(self, at: datetime | None = None) -> str:
        self.begin(at)
        return self.end()

    def live(self, first: datetime, last: datetime, every: timedelta) -> None:
        """One turn after the other, both ends included."""
        while first <= last:
            self.turn(first)
            first += every

    def __enter__(self) -> "Turner":
        return self

    def __exit__(self, *_) -> None:
        self.process.communicate(timeout=120)
        self._log.close()


@contextmanager
def turners(scene: Scene, how_many: int, **environment: str) -> Iterator[list[Turner]]:
    with ExitStack() as stack:
        yield [stack.enter_context(Turner(scene, f"turner-{n}", **environment)) for n in range(how_many)]
