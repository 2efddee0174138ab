"""Loads the sample province, alive on a given day or as it stood at the conference of 2022."""

from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from plans.sample.fixtures import BrokenFixture
from plans.sample.loading import Sample, random_password
from tracker.calendar import today
from tracker.errors import Refused

LOG_INS = ["home-affairs", "head", "official", "leader", "inspector", "admin"]


class Command(BaseCommand):
    help = "Load the sample province; twice is once. SAMPLE_PASSWORD sets everybody's password."

    def add_arguments(self, parser):
        alive = "move all dates so that the sample is alive on this day (default: today)"
        still = "keep 2022: the evening of the conference, nothing handed in yet"
        writing = "stop a few days before the hand-in: the units are still writing their submissions"
        planning = "stop in July: everything is accepted, Home Affairs drafts the plan"
        later = "go on to June of the next year: the plan is over, the next results are in"
        parser.add_argument("--as-of", metavar="DATE", help=alive)
        parser.add_argument("--real-dates", action="store_true", help=still)
        stage = parser.add_mutually_exclusive_group()
        stage.add_argument("--drafting", dest="stage", action="store_const", const="drafting", help=writing)
        stage.add_argument("--planning", dest="stage", action="store_const", const="planning", help=planning)
        stage.add_argument("--next-year", dest="stage", action="store_const", const="next-year", help=later)

    def handle(self, *, as_of, real_dates, stage, **options):
        if real_dates and (as_of or stage):
            raise CommandError(
                "--real-dates moves nothing: it goes with none of --as-of, --drafting, --planning and --next-year."
            )
        day = None if real_dates else _a_date(as_of) if as_of else today()
        sample = Sample(settings.SAMPLE_PASSWORD or random_password(), day, stage=stage or "")
        if self._load(sample):
            self._introduce(sample.password)
        else:
            self.stdout.write("The sample province is already loaded; nothing was changed.")

    def _load(self, sample: Sample) -> bool:
        try:
            return sample.load()
        except OverflowError:
            raise CommandError(f"Nothing was loaded. {sample.as_of} is too far from today.") from None
        except (BrokenFixture, Refused) as error:
            raise CommandError(f"Nothing was loaded. {error}") from error

    def _introduce(self, password: str) -> None:
        addresses = ", ".join(f"{name}@sample.test" for name in LOG_INS)
        self.stdout.write(self.style.SUCCESS("The sample province is loaded."))
        self.stdout.write(f"Log in as {addresses}\nwith the password {password}")


def _a_date(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CommandError(f"“{written}” is not a date; write it as 2022-08-27.") from None
