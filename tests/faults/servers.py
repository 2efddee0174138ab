"""The servers of a fault under our own hands: killed, wiped, kept away, and given back to their keeper."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psutil

from tests.faults.scene import Scene
from tests.house import running
from tracker.embedded import postgres, valkey
from tracker.embedded.folder import DataFolder

AT_ONCE = {postgres.NAME: signal.SIGQUIT, valkey.NAME: signal.SIGKILL}


@contextmanager
def away(scene: Scene, name: str, meanwhile: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Inside the block that server is gone; its keeper, asleep meanwhile, starts it again when it wakes."""
    keeper = keeper_of(name)
    [server] = keeper.children()
    keeper.suspend()
    try:
        server.send_signal(AT_ONCE[name])
        scene.wait_for(f"The end of {name}", lambda: not running.runs(server))
        meanwhile()
        yield
    finally:
        keeper.resume()


def keeper_of(name: str) -> psutil.Process:
    """The one among our own children."""
    ours = psutil.Process().children()
    return next(each for each in ours if ["tracker.embedded.keeper", name] == each.cmdline()[-3:-1])


def wipe_redis(scene: Scene) -> None:
    """Nothing of what it knew is left."""
    home = scene.folder / valkey.NAME
    for part in home.iterdir():
        shutil.rmtree(part) if part.is_dir() else part.unlink()


def redis_answers(scene: Scene) -> bool:
    return valkey.answers(valkey.socket_of(DataFolder(scene.folder)))


def freeze(pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)


def thaw(pid: int) -> None:
    os.kill(pid, signal.SIGCONT)
