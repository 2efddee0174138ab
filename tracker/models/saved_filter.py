"""Filters of the list of actions that somebody keeps under a name."""

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

MOST, LONGEST = 20, 600


class SavedFilterQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """One's own, and those Home Affairs shares with everybody; a shared one shows nobody another's work."""
        return self.filter(Q(user=actor.user) | Q(is_shared=True))


class SavedFilter(models.Model):
    """A query string under a name: the list is still asked for with it, so the reader sees only what he may."""

    user = models.ForeignKey(
        "tracker.User", models.CASCADE, related_name="saved_filters", verbose_name=gettext_lazy("person")
    )
    name = models.CharField(gettext_lazy("name"), max_length=60)
    query = models.CharField(gettext_lazy("filter"), max_length=LONGEST)
    is_shared = models.BooleanField(gettext_lazy("shared with everybody"), default=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("saved filter")
        verbose_name_plural = gettext_lazy("saved filters")
        ordering = ["-is_shared", "name", "pk"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="saved_filter_named_once")]

    def __str__(self):
        return self.name

    @classmethod
    def keep(cls, *, by, name: str, query: str, is_shared: bool = False) -> "SavedFilter":
        """Keep the filter under this name; only Home Affairs shares one with everybody."""
        require(by.is_home_affairs or not is_shared, _("Only Home Affairs shares a filter with everybody."))
        if not tidy(name):
            raise Invalid({"name": _("Give the filter a name.")})
        if len(query) > LONGEST:
            raise Invalid({"name": _("The filter itself is too long to be kept; search for fewer words.")})
        if by.user.saved_filters.count() >= MOST:
            raise Invalid(
                {"name": _("You have %(most)s filters already; remove one first.") % {"most": MOST}}
            )
        try:
            with transaction.atomic():
                return cls.objects.create(user=by.user, name=tidy(name), query=query, is_shared=is_shared)
        except IntegrityError:
            raise Invalid({"name": _("You have a filter of this name already; choose another.")}) from None

    def discard(self, *, by) -> None:
        """Only whoever made it removes it."""
        require(self.user_id == by.user.pk, _("Only whoever made this filter removes it."))
        self.delete()
