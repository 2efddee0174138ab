"""Every try to hand a mail to the mail server; only ever appended, which the database enforces."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .envelope import Envelope


class DeliveryAttempt(models.Model):
    """What came of one try."""

    class Outcome(models.TextChoices):
        SENT = "sent", _("accepted")
        DELAYED = "delayed", _("refused for now")
        UNREACHABLE = "unreachable", _("mail server not reached")
        UNCERTAIN = "uncertain", _("line dropped after the text")
        FAILED = "failed", _("refused for good")
        OVERTAKEN = "overtaken", _("somebody else had taken over")

    envelope = models.ForeignKey(Envelope, models.PROTECT, related_name="tries", verbose_name=_("e-mail"))
    at = models.DateTimeField(_("at"))
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome)
    server_reply = models.CharField(_("answer of the mail server"), max_length=500, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("delivery attempt")
        verbose_name_plural = _("delivery attempts")
        ordering = ["pk"]
        indexes = [models.Index(fields=["at"], name="attempt_at")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    outcome__in=("sent", "delayed", "unreachable", "uncertain", "failed", "overtaken")
                ),
                name="attempt_outcome_known",
            )
        ]

    def __str__(self):
        return f"{self.envelope_id}: {self.outcome}"
