"""Become another command that ends when its parent ends: `python -m tracker.embedded.tied COMMAND …`."""

import os
import signal
import sys

from tracker.embedded.child import tie_to_parent

if __name__ == "__main__":
    tie_to_parent(signal.SIGTERM, parent=os.getppid())()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - the command is our own supervisor's
