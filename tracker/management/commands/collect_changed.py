"""Collects the static files, only when one of them has changed since the last time."""

from django.core.management.base import BaseCommand

from tracker.static_files import collect_if_changed


class Command(BaseCommand):
    help = "Collect the static files into STATIC_ROOT, unless what lies there is up to date."

    def handle(self, **_):
        collect_if_changed()
