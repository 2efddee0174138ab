"""`manage.py setup_link`: where the first account of an empty site is made."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from tracker.models import founding


class Command(BaseCommand):
    help = "Print the address where the first account is made; only while the site has none."

    def handle(self, **_):
        if not founding.is_empty():
            raise CommandError("The site has accounts already; log in.")
        self.stdout.write(settings.SITE_URL + reverse("first-run-account", args=[founding.code()]))
