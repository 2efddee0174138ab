"""Check that no line of history was changed or taken out of its chain."""

from itertools import groupby

from django.core.management.base import BaseCommand, CommandError

from tracker.models import Event


class Command(BaseCommand):
    help = "Check every line of history against its hash and the line before it; exit code 1 names the first bad line."

    def handle(self, **options):
        lines = Event.objects.order_by("subject", "subject_id", "number").iterator(chunk_size=2000)
        count = sum(
            _check(chain) for _, chain in groupby(lines, key=lambda line: (line.subject, line.subject_id))
        )
        self.stdout.write(f"{count} lines of history are as they were written.")


def _check(chain) -> int:
    """The number of lines of one thing's chain. Raises CommandError at the first that does not fit."""
    previous, number = "", 0
    for number, line in enumerate(chain, 1):
        if line.number != number or line.previous_hash != previous or line.compute_hash() != line.hash:
            raise CommandError(f"Bad line of history: {line} (id {line.pk}).")
        previous = line.hash
    return number
