"""Two actions that read alike and are not the same: they are not proposed for merging again."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class KeptApart(models.Model):
    """Somebody looked at the pair and said no; the lower action id first."""

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="kept_apart", verbose_name=_("plan"))
    first = models.ForeignKey("tracker.Action", models.CASCADE, related_name="+", verbose_name=_("one"))
    second = models.ForeignKey("tracker.Action", models.CASCADE, related_name="+", verbose_name=_("other"))
    by = models.ForeignKey("tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    on = models.DateField(_("on"))

    class Meta:
        verbose_name = _("pair kept apart")
        verbose_name_plural = _("pairs kept apart")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "first", "second"], name="kept_apart_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="kept_apart_in_order"),
        ]

    def __str__(self):
        return f"{self.first_id} ≠ {self.second_id}"
