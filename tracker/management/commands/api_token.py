"""Give a person's programs a token."""

from django.core.management.base import BaseCommand, CommandError

from tracker.models import ApiToken, User


class Command(BaseCommand):
    help = "Print a new token for the API, once: only its digest is kept. It lets programs act in the person's name."

    def add_arguments(self, parser):
        parser.add_argument("email", help="the person's e-mail address")

    def handle(self, *, email: str, **options):
        self.stdout.write(ApiToken.issue(_active_person(email)))


def _active_person(email: str) -> User:
    person = User.objects.filter(email=email.strip().lower()).first()
    if not person:
        raise CommandError(f"Nobody here has the address {email}.")
    if not person.is_active:
        raise CommandError(f"The account {email} is not active.")
    return person
