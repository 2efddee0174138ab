"""A period whose figures are frozen, so that units can be scored on them."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from plans.models.planning.version import digest
from plans.models.progress.closing import Closing


class ClosedPeriod(Closing, models.Model):
    """The figures of every unit up to a date as they stood when the period was closed; never changed afterwards."""

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="periods", verbose_name=_("plan"))
    name = models.CharField(_("period"), max_length=80)
    until = models.DateField(_("until"))
    content = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    sha256 = models.CharField(max_length=64)
    closed_by = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="+", verbose_name=_("closed by")
    )
    closed_on = models.DateField(_("closed on"))

    class Meta:
        verbose_name = _("closed period")
        verbose_name_plural = _("closed periods")
        ordering = ["plan", "until"]
        constraints = [models.UniqueConstraint(fields=["plan", "until"], name="period_closed_once")]

    def __str__(self):
        return self.name

    @property
    def is_unchanged(self) -> bool:
        """The figures still give the SHA-256 that was kept with them."""
        return digest(self.content) == self.sha256
