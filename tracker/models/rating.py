"""How units are rated: a scale is data of its year, and "not ranked" is a decision with a reason."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .named import Named


class RatingScale(Named):
    code = models.SlugField(_("code"), unique=True)

    class Meta:
        verbose_name = _("rating scale")
        verbose_name_plural = _("rating scales")


class Rating(Named):
    """One step of a scale; a step that is not ranked is the council's decision, not a missing value."""

    scale = models.ForeignKey(RatingScale, models.PROTECT, related_name="ratings", verbose_name=_("scale"))
    code = models.SlugField(_("code"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_ranked = models.BooleanField(_("is a rank"), default=True)
    minimum = models.DecimalField(_("from points"), max_digits=6, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ["scale", "position"]
        constraints = [models.UniqueConstraint(fields=["scale", "code"], name="rating_code_once")]


class GroupRating(models.Model):
    """How many units of a group got a rating, as published, with the published change against last year."""

    review = models.ForeignKey(
        "tracker.Review", models.PROTECT, related_name="group_ratings", verbose_name=_("review")
    )
    group = models.ForeignKey("tracker.UnitGroup", models.PROTECT, related_name="+", verbose_name=_("group"))
    rating = models.ForeignKey(Rating, models.PROTECT, related_name="+", verbose_name=_("rating"))
    count = models.PositiveSmallIntegerField(_("units"))
    change = models.SmallIntegerField(_("published change"), null=True, blank=True)
    reason = models.CharField(
        _("reason"), max_length=300, blank=True, help_text=_("Needed when the units are not ranked.")
    )

    class Meta:
        verbose_name = _("published rating of a group")
        verbose_name_plural = _("published ratings of groups")
        ordering = ["group__position", "rating__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "group", "rating", "reason"], name="group_rating_once"),
            models.CheckConstraint(condition=Q(count__gte=1), name="group_rating_counts"),
        ]

    def __str__(self):
        return f"{self.group}: {self.count} {self.rating}"
