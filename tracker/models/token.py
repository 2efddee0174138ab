"""Tokens for the API: shown once, kept only as a digest."""

import hashlib
import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApiTokenQuerySet(models.QuerySet):
    def matching(self, token: str):
        """The token of an active person that was given out as this text."""
        return self.filter(digest=digest(token), user__is_active=True).select_related("user")


class ApiToken(models.Model):
    """Lets one person's programs use the API in his name."""

    user = models.ForeignKey(
        "tracker.User", models.CASCADE, related_name="api_tokens", verbose_name=_("person")
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")

    def __str__(self):
        return f"{self.user} – {self.created_at:%d/%m/%Y}"

    @classmethod
    def issue(cls, user) -> str:
        """Make a token for the person and return it; it cannot be read again."""
        token = secrets.token_urlsafe(32)
        cls.objects.create(user=user, digest=digest(token))
        return token


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
