#!/usr/bin/env python
"""Django's commands, on the embedded servers unless DATABASE_URL and REDIS_URL name real ones."""

import os
import sys
from contextlib import nullcontext

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, ProgrammingError

from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder
from tracker.embedded.lease import leased

NEED_NO_SERVERS = {
    "collect_changed",
    "collectstatic",
    "compilemessages",
    "help",
    "makemessages",
    "spectacular",
}


def main(words: list[str]) -> None:
    """Run one command; what stops it is said in one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    try:
        words = take_data_folder(words)
        with servers_for(words):
            execute_from_command_line(words)
    except (CannotStart, ImproperlyConfigured, OperationalError) as error:
        give_up(str(error).strip().splitlines()[0])
    except ProgrammingError as error:
        if "does not exist" not in str(error):
            raise
        give_up("The database is not up to date with the code; run manage.py migrate.")


def take_data_folder(words: list[str]) -> list[str]:
    """Put what --data names into DATA_DIR, where every process looks."""
    words = [
        part for word in words for part in (word.split("=", 1) if word.startswith("--data=") else [word])
    ]
    if "--data" not in words:
        return words
    place = words.index("--data")
    if len(words) == place + 1:
        raise CannotStart("--data needs the name of a folder.")
    os.environ["DATA_DIR"] = words[place + 1]
    return words[:place] + words[place + 2 :]


def servers_for(words: list[str]):
    asks_for_words_only = len(words) < 2 or words[1] in NEED_NO_SERVERS or {"-h", "--help"} & set(words)
    return nullcontext() if asks_for_words_only else leased(DataFolder.named())


def give_up(reason: str) -> None:
    print(f"manage.py: {reason}", file=sys.stderr)  # noqa: T201
    sys.exit(2)


if __name__ == "__main__":
    main(sys.argv)
