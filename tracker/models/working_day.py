"""The office's own exceptions to the published calendar: swapped days, working Saturdays, extra days off."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.calendar import WorkingCalendar


class WorkingDayExceptionQuerySet(models.QuerySet):
    def calendar(self) -> WorkingCalendar:
        """The published calendar overruled by these exceptions, in one query."""
        return WorkingCalendar(dict(self.values_list("day", "is_working")))


class WorkingDayException(models.Model):
    """One day on which the office differs from the published calendar."""

    day = models.DateField(_("day"), unique=True)
    is_working = models.BooleanField(_("is worked"))
    reason = models.CharField(_("reason"), max_length=200)

    objects = WorkingDayExceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("working-day exception")
        verbose_name_plural = _("working-day exceptions")
        ordering = ["day"]

    def __str__(self):
        return f"{self.day:%d/%m/%Y} – {self.reason}"
