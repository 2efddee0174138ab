"""An accepted row that the plan leaves out on purpose, with the reason."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeftOut(models.Model):
    """Nothing is left behind unsaid: who left the action out of the plan, when and why."""

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="left_out", verbose_name=_("plan"))
    action = models.OneToOneField(
        "tracker.Action", models.PROTECT, related_name="left_out", verbose_name=_("action")
    )
    reason = models.TextField(_("reason"))
    by = models.ForeignKey("tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=_("by"))
    on = models.DateField(_("on"))

    class Meta:
        verbose_name = _("row left out of the plan")
        verbose_name_plural = _("rows left out of the plan")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="left_out_has_a_reason")]

    def __str__(self):
        return f"{self.action}: {self.reason}"
