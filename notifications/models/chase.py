"""Chasing by hand: Home Affairs reminds a unit of its overdue work in its own words, and it counts as proof."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Chase(models.Model):
    """One letter to one unit, with the actions it was about as they stood then."""

    unit = models.ForeignKey("tracker.Unit", models.PROTECT, related_name="chases", verbose_name=_("unit"))
    words = models.TextField(_("text"))
    actions = models.ManyToManyField("tracker.Action", related_name="chases", verbose_name=_("actions"))
    chased_on = models.DateField(_("on"))
    chased_at = models.DateTimeField(_("at"), db_default=Now(), editable=False)
    chased_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("chasing letter")
        verbose_name_plural = _("chasing letters")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "-chased_at"], name="chase_of_unit")]

    def __str__(self):
        return f"{self.unit} {self.chased_on:%d/%m/%Y}"
