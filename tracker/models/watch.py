"""Actions a person keeps an eye on without owning them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Watch(models.Model):
    """A star: shown in the person's list, and told of in the daily mail when he wants it."""

    user = models.ForeignKey("tracker.User", models.CASCADE, related_name="watches", verbose_name=_("person"))
    action = models.ForeignKey(
        "tracker.Action", models.CASCADE, related_name="watches", verbose_name=_("action")
    )
    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("watched action")
        verbose_name_plural = _("watched actions")
        constraints = [models.UniqueConstraint(fields=["user", "action"], name="watch_once")]

    def __str__(self):
        return f"{self.user}: {self.action}"

    @classmethod
    def begin(cls, user, action) -> None:
        """Watch the action; twice is once."""
        cls.objects.bulk_create([cls(user=user, action=action)], ignore_conflicts=True)

    @classmethod
    def end(cls, user, action) -> None:
        cls.objects.filter(user=user, action=action).delete()
