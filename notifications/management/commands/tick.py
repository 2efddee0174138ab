"""One turn of the reminder engine without Celery: for a system timer, or for a given moment."""

from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from notifications import engine


class Command(BaseCommand):
    help = "Listen, plan, bind and send every reminder that is owed now. Safe beside a running site, and to repeat."

    def add_arguments(self, parser):
        parser.add_argument(
            "--now", help="the moment to work for, such as 2022-08-29T07:30; default: the clock"
        )
        parser.add_argument("--driver", default="command", help="the name under which this turn is kept")

    def handle(self, *, now, driver, **options):
        clock = None if now else timezone.now
        outcomes = engine.tick(moment(now), driver=driver[:20], clock=clock)
        told = ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items()) if count)
        self.stdout.write(told or "nothing was owed")


def moment(text: str | None) -> datetime:
    """The moment that is meant, in the province's time where no other is named."""
    if text is None:
        return timezone.now()
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(
            f"--now {text!r} is not a date and time; write it like 2022-08-29T07:30."
        ) from None
    return given if given.tzinfo else timezone.make_aware(given)
