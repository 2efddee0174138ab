"""Run a command while the servers run: `python -m tracker.embedded.during COMMAND …`."""

import subprocess
import sys

from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder
from tracker.embedded.lease import leased


def main(command: list[str]) -> int:
    with leased(DataFolder.named()):
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotStart as error:
        sys.exit(str(error))
