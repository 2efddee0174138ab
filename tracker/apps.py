"""The room of the record, and what must be known before the site runs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from tracker import celery  # noqa: F401 - makes the tasks' application the one that every process uses


class TrackerConfig(AppConfig):
    name = "tracker"
    verbose_name = _("record")

    def ready(self):
        from tracker import checks  # noqa: F401, PLC0415 - a check is known once it is imported
