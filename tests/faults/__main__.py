"""`python -m tests.faults storm`: breaks real processes, prints a line a fault, exits 1 when a promise was broken.

storm     senders killed at random, a mail server that delays and drops          T01
double    every driver of the engine at once                                     T02
redis     Redis killed and wiped; Redis gone for a day                           T03, T04
outage    everything stopped from eight days before the deadline to three after  T05
smtp      a mail server that delays, refuses, holds, drops, and is gone          T07, T08
database  PostgreSQL stopped at once under load                                  T09
frozen    a sender stopped with a mail in its hands; all senders stopped         T10
clock     the clock stepped back, ahead, and back again                          T12
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults import ground
from tests.faults.line import HEAD, Line
from tests.faults.names import FAULTS, SIZES
from tests.house.running import CODE


def main(words: list[str]) -> int:
    given = options(words)
    names = list(FAULTS) if given.name == "all" else [given.name]
    with tempfile.TemporaryDirectory(prefix="rpt-faults-") as home:
        prepared = given.prepared or ground.prepare(Path(home) / "prepared")
        return show(suffered(name, given, ground.copied(prepared, Path(home) / name)) for name in names)


def options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.faults", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", choices=[*FAULTS, "all"])
    parser.add_argument(
        "--size", choices=SIZES, default="full", help="full is the acceptance tests' size (full)"
    )
    parser.add_argument("--seed", type=int, default=1, help="what chance is made of (1)")
    parser.add_argument(
        "--prepared", type=Path, help="a data folder at rest, with empty tables, to be copied"
    )
    return parser.parse_args(words)


def show(lines: Iterator[Line]) -> int:
    """Print the table as it grows, then what was noted and what was broken; the exit status."""
    print(HEAD, flush=True)
    found = []
    for line in lines:
        print(line, flush=True)
        found.append(line)
    for line in found:
        print("".join(f"{line.fault}: {sentence}.\n" for sentence in [*line.notes, *line.broken]), end="")
    return int(any(line.broken for line in found))


def suffered(name: str, given: argparse.Namespace, folder: Path) -> Line:
    """The fault's line, from the process that suffered it."""
    words = [sys.executable, "-m", "tests.faults.one", name, given.size, str(given.seed), str(folder)]
    done = subprocess.run(words, cwd=CODE, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        return Line(name).breaking(f"the rig itself ended with {done.returncode}")
    return Line.from_json(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
