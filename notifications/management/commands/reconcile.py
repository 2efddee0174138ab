"""Compare the ledger of reminders with the history, and say what does not agree."""

from django.core.management.base import BaseCommand, CommandError

from notifications import reconcile
from notifications.models import Discrepancy

from .tick import moment


class Command(BaseCommand):
    help = (
        "Compare what had to be owed for 14 days with what the ledger holds. Ends with 1 when they disagree."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--now", help="the moment to work for, such as 2022-08-29T07:30; default: the clock"
        )

    def handle(self, *, now, **options):
        done = reconcile.compare(moment(now))
        for found in Discrepancy.objects.current().select_related("recipient", "rule"):
            self.stdout.write(in_a_line(found))
        self.stdout.write(f"{done.expected} expected, {done.missing} missing, {done.surplus} surplus")
        if done.missing or done.surplus:
            raise CommandError("The ledger and the history disagree.", returncode=1)


def in_a_line(found: Discrepancy) -> str:
    """What, under which rule and for which date, whom, and since when it is known."""
    what = f"{found.subject_type} {found.subject_ref or found.subject_id}, {found.rule} {found.occurrence:+d}"
    whom = f"{found.recipient.email}; found {found.found_at:%Y-%m-%d %H:%M} UTC"
    return f"{found.kind}: {what} of {found.due_on}, for {whom}"
