"""When the engine ran: one planner run for each business date, and the last tick of each driver."""

from datetime import datetime

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class PlannerRun(models.Model):
    """The plan of one business date is written, once; it commits together with what it planned."""

    business_date = models.DateField(_("business date"), unique=True)
    finished_at = models.DateTimeField(_("finished at"))
    written_at = models.DateTimeField(_("written down at"), db_default=Now(), editable=False)
    planned = models.PositiveIntegerField(_("planned"), default=0)
    superseded = models.PositiveIntegerField(_("superseded"), default=0)
    cancelled = models.PositiveIntegerField(_("cancelled"), default=0)

    class Meta:
        verbose_name = _("planner run")
        verbose_name_plural = _("planner runs")
        ordering = ["-business_date"]

    def __str__(self):
        return f"{self.business_date:%d/%m/%Y}"


class TickQuerySet(models.QuerySet):
    def seen(self, driver: str, now: datetime) -> None:
        """This driver is alive; one statement, so that two of them at once do not collide."""
        alive = [Tick(driver=driver, last_at=now)]
        self.bulk_create(alive, update_conflicts=True, unique_fields=["driver"], update_fields=["last_at"])


class Tick(models.Model):
    """The last time each driver (Celery, a system timer, a command) wound the engine up."""

    driver = models.CharField(_("driver"), max_length=20, primary_key=True)
    last_at = models.DateTimeField(_("last tick"))

    objects = TickQuerySet.as_manager()

    class Meta:
        verbose_name = _("tick")
        verbose_name_plural = _("ticks")

    def __str__(self):
        return self.driver
