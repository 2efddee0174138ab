"""Lives the sample province's days again, in a database of its own, and keeps every mail and paper."""

import signal
import sys
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from notifications.replay import Output, OutputError, OwnDatabaseError, Replay, ReplayError, own_database
from plans.sample.fixtures import BrokenFixture

SUNDAY = 6


class Command(BaseCommand):
    help = "Replay the sample from one day to another: mails as .eml files, papers, and a table at the end."

    def add_arguments(self, parser):
        parser.add_argument("first", metavar="FROM", help="the first day, such as 2022-06-10")
        parser.add_argument("last", metavar="TO", help="the last day, such as 2022-12-31")
        parser.add_argument(
            "--output", metavar="DIR", required=True, help="a folder that is new, empty or a replay's"
        )

    def handle(self, *, first, last, output, **options):
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, _stop)
        try:
            self.stdout.write(self._replay(Replay(_a_date(first), _a_date(last)), Path(output)))
        except (BrokenFixture, OutputError, OwnDatabaseError, ReplayError) as error:
            raise CommandError(str(error)) from error

    def _replay(self, replay: Replay, place: Path) -> str:
        with Output.at(place) as output, own_database():
            words = replay.live(output, self._tell).in_words()
            output.write_table(words)
        return words

    def _tell(self, day: date) -> None:
        if day.weekday() == SUNDAY:
            self.stderr.write(f"lived until {day}", style_func=str)


def _a_date(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CommandError(f"“{written}” is not a date; write it as 2022-06-10.") from None


def _stop(number: int, _frame) -> None:
    """Asked to end: what was made is taken away on the way out."""
    sys.exit(128 + number)
