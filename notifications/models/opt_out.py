"""Which optional mails a person does not want; compulsory ones cannot be declined."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class OptOut(models.Model):
    """From the one moment to the other this person was not sent mails of this rule; an open one holds now."""

    user = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="opt_outs", verbose_name=_("person")
    )
    kind = models.SlugField(_("rule"), max_length=40)
    declined_at = models.DateTimeField(_("declined at"), db_default=Now(), editable=False)
    wanted_again_at = models.DateTimeField(_("wanted again at"), null=True)

    class Meta:
        verbose_name = _("declined mail")
        verbose_name_plural = _("declined mails")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"], condition=Q(wanted_again_at=None), name="opt_out_once"
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.kind}"
