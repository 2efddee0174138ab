"""`python -m tests.benchmark actions`: measured on servers and data of its own, which are gone afterwards."""

import argparse
import importlib
import os
import tempfile
from pathlib import Path

NAMES = ["actions", "desk", "papers", "plan", "reminders", "roll_up"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--actions", type=int, default=100_000, help="how many actions (100000)")
    parser.add_argument("--seconds", type=float, default=4, help="how long each measurement lasts (4)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rpt-benchmark-") as folder:
        on_servers_of_its_own(Path(folder))
        # imported only now: the settings read the environment that was just set
        subject = importlib.import_module(f"tests.benchmark.{given.name}")
        subject.run(Path(folder), given.actions, given.seconds)


def on_servers_of_its_own(folder: Path) -> None:
    """Whatever the environment names, the measurement touches nothing but its own folder."""
    for name in (
        "DATABASE_URL",
        "REDIS_URL",
        "EMAIL_URL",
        "EMAIL_HOST",
        "SITE_URL",
        "DEBUG",
        "EMBEDDED_FSYNC",
    ):
        os.environ.pop(name, None)
    os.environ |= {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "SAMPLE_MODE": "false",
    }


if __name__ == "__main__":
    main()
