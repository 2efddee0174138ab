"""Evidence: what was expected as proof of an action, and what was brought."""

import secrets

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def random_name(evidence, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"evidence/{secrets.token_hex(16)}"


class ExpectedEvidence(models.Model):
    """A kind of proof that was agreed on when the action was planned."""

    action = models.ForeignKey(
        "tracker.Action", models.PROTECT, related_name="expected_evidence", verbose_name=_("action")
    )
    description = models.CharField(_("description"), max_length=300)

    class Meta:
        verbose_name = _("expected evidence")
        verbose_name_plural = _("expected evidence")
        ordering = ["pk"]

    def __str__(self):
        return self.description


class EvidenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Evidence is for the lead unit and for those who watch; not for the units that coordinate."""
        return self if actor.sees_everything else self.filter(action__lead_unit__in=actor.unit_ids)


class Evidence(models.Model):
    """A file, an official document by number, date and issuer, or a link; removed ones stay visible as removed."""

    class Kind(models.TextChoices):
        FILE = "file", _("file")
        DOCUMENT = "document", _("document")
        LINK = "link", _("link")

    action = models.ForeignKey(
        "tracker.Action", models.PROTECT, related_name="evidence", verbose_name=_("action")
    )
    expected = models.ForeignKey(
        ExpectedEvidence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("proves"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    title = models.CharField(_("title"), max_length=300)
    file = models.FileField(_("file"), upload_to=random_name, blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    media_type = models.CharField(_("type of file"), max_length=100, blank=True, db_default="")
    number = models.CharField(_("number and symbol"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    added_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, editable=False)
    removed_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", editable=False
    )
    removal_reason = models.TextField(_("reason for removal"), blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(kind="file") & ~Q(file="") & ~Q(sha256="")
                    | Q(kind="document") & ~Q(number="") & ~Q(issuer="") & Q(issued_on__isnull=False)
                    | Q(kind="link") & ~Q(url="")
                ),
                name="evidence_of_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) | Q(removed_by__isnull=False) & ~Q(removal_reason=""),
                name="evidence_removed_with_reason",
            ),
        ]

    def __str__(self):
        return self.title


def is_web_address(url: str) -> bool:
    """Only http and https addresses are taken as links."""
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError:
        return False
    return True
