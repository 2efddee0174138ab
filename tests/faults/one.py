"""One fault in a process of its own, on servers of its own: `python -m tests.faults.one NAME SIZE SEED FOLDER`.

Its last word is its line of the table.
"""

import os
import random
import sys
from importlib import import_module
from pathlib import Path

import django

from tests.benchmark.__main__ import on_servers_of_its_own
from tests.faults.line import Line
from tests.faults.names import CARELESS, FAULTS, OURS
from tests.faults.post_office import PostOffice
from tests.faults.scene import Scene, Stuck
from tracker.embedded.folder import DataFolder
from tracker.embedded.lease import leased


def main(name: str, size: str, seed: str, folder: str) -> None:
    office = PostOffice(Path(folder), int(seed))
    office.open()
    try:
        set_environment(name, size, Path(folder), office.port)
        line = suffered(Scene(name, size, Path(folder), office, random.Random(int(seed))))
    finally:
        office.close()
    print(line.as_json())


def set_environment(name: str, size: str, folder: Path, port: int) -> None:
    on_servers_of_its_own(folder)
    for variable in OURS:
        os.environ.pop(variable, None)
    os.environ |= FAULTS[name] | CARELESS[size] | {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(port)}


def suffered(scene: Scene) -> Line:
    """The fault from its seed to its judgement; what never came to happen breaks a promise too."""
    with leased(DataFolder(scene.folder)):
        django.setup()
        fault = import_module(f"tests.faults.{scene.name}")
        try:
            return fault.run(scene)
        except Stuck as stuck:
            return Line(scene.name, seconds=scene.seconds).breaking(str(stuck))
        finally:
            fault.province.leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
