"""What is true from one date to another: memberships, units, groups and criteria sets are dated data."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet):
    def valid_on(self, day: date):
        """What held on that day; an open end means "still"."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day)
        )

    def from_day(self, day: date):
        """What holds on that day or will hold later."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day))


class Dated(models.Model):
    """Valid from one date to another, both included; an empty end is open."""

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    @staticmethod
    def constraints(name: str) -> list[models.CheckConstraint]:
        holds = Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
        return [models.CheckConstraint(condition=holds, name=f"{name}_dates")]
