"""The units of one year's review, in the groups of that year, and how each was rated."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AssessedUnitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who watch see every rating; a unit sees its own."""
        return self if actor.sees_everything else self.filter(unit__in=actor.unit_ids)


class AssessedUnit(models.Model):
    """One unit in one review: the group it is assessed in that year and, once published, its rating.

    "Not ranked" is a rating of the council with a reason; no rating at all means that none was entered.
    """

    review = models.ForeignKey(
        "tracker.Review", models.PROTECT, related_name="assessed_units", verbose_name=_("review")
    )
    unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, related_name="assessments", verbose_name=_("unit")
    )
    group = models.ForeignKey(
        "tracker.UnitGroup", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("group")
    )
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2, null=True, blank=True)
    rating = models.ForeignKey(
        "tracker.Rating", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rating")
    )
    reason = models.CharField(
        _("reason"), max_length=300, blank=True, help_text=_("Needed when the unit is not ranked.")
    )

    objects = AssessedUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessed unit")
        verbose_name_plural = _("assessed units")
        ordering = ["group__position", "unit__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["review", "unit"], name="assessed_unit_once"),
            models.CheckConstraint(
                condition=Q(points=None) | Q(points__gte=0), name="assessed_unit_points_not_negative"
            ),
        ]

    def __str__(self):
        return f"{self.unit} {self.review.year}"
