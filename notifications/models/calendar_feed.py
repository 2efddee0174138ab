"""The secret address of a person's calendar: shown once, kept only as a digest, good until it is renewed or ended."""

import hashlib
import secrets
from datetime import date, datetime

from django.db import models, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker.errors import Stale


class CalendarFeedQuerySet(models.QuerySet):
    def at(self, secret: str):
        """The feed of an active person that was given out under this secret."""
        return self.filter(digest=_digest(secret), user__is_active=True).select_related("user")

    @transaction.atomic
    def renew(self, user, *, seen: int) -> str:
        """Make the person a new secret and return it; it cannot be read again, and the one before is dead.

        `seen` is the number of the feed the person saw, 0 for none. Raises Stale when another was made since.
        """
        feed = self.select_for_update().filter(user=user).first()
        if seen != (feed.number if feed else 0):
            raise Stale(gettext("A new address was made a moment ago. If you did not keep it, make another."))
        secret = secrets.token_urlsafe(32)
        self.filter(user=user).delete()
        self.create(user=user, digest=_digest(secret), number=seen + 1)
        return secret

    def end(self, user) -> None:
        """The person's address is dead from now on; without one nothing happens."""
        self.filter(user=user).delete()


class CalendarFeed(models.Model):
    """One person's feed, and what its readers were last given."""

    user = models.OneToOneField(
        "tracker.User", models.CASCADE, related_name="calendar_feed", verbose_name=_("person")
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    number = models.PositiveIntegerField(_("which one"), default=1, editable=False)
    made_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False)
    read_on = models.DateField(_("last fetched on"), null=True, editable=False)
    contents = models.CharField(_("digest of the contents"), max_length=64, blank=True, editable=False)
    changed_at = models.DateTimeField(_("contents changed at"), db_default=Now(), editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self):
        return str(self.user)

    def was_read(self, contents: str, *, now: datetime, today: date) -> None:
        """Remember since when the contents are these, and the day of the last fetch; most fetches write nothing."""
        changed = {} if contents == self.contents else {"contents": contents, "changed_at": now}
        if changed or self.read_on != today:
            for name, value in (changed | {"read_on": today}).items():
                setattr(self, name, value)
            self.save(update_fields=[*changed, "read_on"])


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
