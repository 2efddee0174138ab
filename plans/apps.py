"""The room of the plans: it listens to what happens to actions, and counts it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = _("plans")

    def ready(self):
        from .progress import listening  # noqa: PLC0415 - models are not loaded before
        from .progress.counting.increment import install  # noqa: PLC0415

        listening.listen()
        post_migrate.connect(install, sender=self)
