"""Makes the site ready to be served: tables, static files, and the sample province in an empty database."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.urls import reverse

from tracker.calendar import ONE_DAY, today
from tracker.models import Unit, User, WorkingDayException, founding
from tracker.static_files import collect_if_changed

ROLES = {
    "home-affairs": "Home Affairs",
    "head": "head of a unit",
    "official": "responsible official of the same unit",
    "leader": "leadership of the province",
    "inspector": "inspector",
    "admin": "administrator",
}


class Command(BaseCommand):
    help = "Migrate, collect static files, load the sample into an empty database, print its log-ins."

    def add_arguments(self, parser):
        parser.add_argument("--empty", action="store_true", help="load no sample province")
        parser.add_argument(
            "--stage", default="", help="where the sample's story stops: drafting, planning or next-year"
        )

    def handle(self, *, empty: bool, stage: str, **_):
        self.tell("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=0)
        collect_if_changed()
        if not empty and not Unit.objects.exists():
            self.tell("Loading the sample province …")
            call_command("load_sample", stage=stage, stdout=StringIO())
            self.remind_of_the_day_before()
        self.introduce()

    def remind_of_the_day_before(self) -> None:
        """Without a mail server nobody is bothered: let the log of a new sample show a day's mails at once."""
        if not settings.EMAIL_HOST:
            day = WorkingDayException.objects.calendar().on_or_before(today() - ONE_DAY)
            call_command("tick", now=f"{day:%Y-%m-%d}T08:00", driver="sample", stdout=StringIO())

    def tell(self, words: str) -> None:
        """Progress goes to the error stream: the standard one carries the log-ins alone."""
        self.stderr.write(words, style_func=str)

    def introduce(self) -> None:
        """Print who can log in to the sample, and the password if it still is the one we know."""
        known = settings.SAMPLE_PASSWORD
        if founding.is_empty():
            self.stdout.write(f"Make the first account at {settings.SITE_URL}{self.door()}")
        people = {user.email: user for user in User.objects.filter(is_sample=True, email__in=addresses())}
        if not people:
            return
        if not next(iter(people.values())).check_password(known):
            known = "as it was set at loading"
        self.stdout.write(f"Sample log-ins, password {known}:")
        for email, role in addresses().items():
            if email in people:
                self.stdout.write(f"  {email:<28} {role}")

    def door(self) -> str:
        return reverse("first-run-account", args=[founding.code()])


def addresses() -> dict[str, str]:
    return {f"{name}@sample.test": role for name, role in ROLES.items()}
