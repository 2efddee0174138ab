"""Holds all mail from the command line, for example before the mail server is changed."""

from django.core.management.base import BaseCommand
from django.utils import translation

from notifications.management.acting import actor_named, told_in_one_line
from notifications.models import Hold
from tracker import calendar


class Command(BaseCommand):
    help = "Let no mail leave until somebody releases it. Planning goes on; nothing is lost."

    def add_arguments(self, parser):
        parser.add_argument("reason", help="why; it is kept in the history")
        parser.add_argument("--by", metavar="EMAIL", help="in whose name; default: the command's own")

    def handle(self, *, reason, by, **options):
        today = calendar.today()
        who = {"by": actor_named(by, "hold", today), "today": today}
        with translation.override("en"):
            told_in_one_line(Hold.objects.begin, cause=Hold.Cause.BY_HAND, note=reason, **who)
        self.stdout.write("Sending is held; manage.py release lets mail leave again.")
