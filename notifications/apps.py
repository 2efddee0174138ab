"""The room of the post: its rules are there after every migration, and it starts to listen."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("notifications")

    def ready(self):
        from . import papers, receivers, seeds  # noqa: PLC0415 - models are not loaded before

        post_migrate.connect(seeds.write_missing, sender=self)
        receivers.listen()
        papers.make_known()
