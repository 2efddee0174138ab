"""Lets mail leave again, from the command line."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from notifications.management.acting import actor_named, told_in_one_line
from notifications.models import Hold
from tracker import calendar


class Command(BaseCommand):
    help = "End the hold: what was waiting leaves with the next turn of the engine."

    def add_arguments(self, parser):
        parser.add_argument("--by", metavar="EMAIL", help="in whose name; default: the command's own")

    def handle(self, *, by, **options):
        today = calendar.today()
        who = {"by": actor_named(by, "release", today), "today": today}
        if not (hold := Hold.objects.current()):
            raise CommandError("Sending is not held.")
        with translation.override("en"):
            count = told_in_one_line(hold.release, **who)
        self.stdout.write(f"Released: {count} mails leave with the next turn.")
