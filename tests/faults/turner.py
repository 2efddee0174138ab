"""A sender that stays: `python -m tests.faults.turner NAME` calls `tick` for each moment it reads, an empty one is now.

FAULTS_DATA_SECONDS shortens how long it waits for a mail server that holds the line; FAULTS_TEMPLATES names a folder
whose templates stand before the site's own.
"""

import os
import sys
from io import StringIO

import django
from django.conf import settings

if folder := os.environ.get("FAULTS_TEMPLATES"):
    settings.TEMPLATES[0]["DIRS"].insert(0, folder)
django.setup()

from django.core.management import call_command  # noqa: E402 - Django is set up above
from django.db import close_old_connections  # noqa: E402

from notifications.engine import post  # noqa: E402


def main(name: str) -> None:
    if seconds := os.environ.get("FAULTS_DATA_SECONDS"):
        post.DATA_SECONDS = float(seconds)
    for moment in sys.stdin:
        print(turned(moment.strip(), name), flush=True)


def turned(moment: str, name: str) -> str:
    """The command's own words, or the error it ended with."""
    said = StringIO()
    try:
        call_command("tick", now=moment or None, driver=name, stdout=said)
    except Exception as error:  # a command that fails is called again, as a timer would
        print(f"{error!r}", file=sys.stderr, flush=True)
        return f"error: {type(error).__name__}"
    finally:
        close_old_connections()
    return said.getvalue().strip()


if __name__ == "__main__":
    main(sys.argv[1])
