"""The province's units and their groups, both dated: an abolished unit keeps its name in old records."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.vietnamese import plain, sort_key

from .dated import Dated, DatedQuerySet
from .named import Named
from .unit_verbs import UnitVerbs

MOST_PLAIN = 400  # the end of very long names is not searched


class UnitGroup(Named, Dated):
    """Units that are assessed by the same criteria."""

    code = models.SlugField(_("code"), unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("unit group")
        verbose_name_plural = _("unit groups")
        ordering = ["position", "pk"]
        constraints = Dated.constraints("unit_group")


class UnitQuerySet(DatedQuerySet):
    def reviewed(self):
        """The units that are assessed each year and hand in a submission."""
        return self.filter(is_reviewed=True)


class Unit(UnitVerbs, Named, Dated):
    """A body of the province; one that is not reviewed may still lead or coordinate an action."""

    code = models.SlugField(_("code"), unique=True)
    abbreviation = models.CharField(
        _("abbreviation"), max_length=30, help_text=_("As printed in document symbols.")
    )
    group = models.ForeignKey(
        UnitGroup, models.PROTECT, null=True, blank=True, related_name="units", verbose_name=_("group")
    )
    is_reviewed = models.BooleanField(_("assessed each year"), default=True)
    successors = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="predecessors", verbose_name=_("successors")
    )
    plain = models.CharField(max_length=MOST_PLAIN, editable=False, default="")
    sort_key = models.CharField(max_length=700, editable=False, default="", db_collation="C")

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["group__position", "sort_key"]
        constraints = Dated.constraints("unit")

    def save(self, **kwargs):
        self.plain = plain(f"{self.code} {self.name_vi} {self.name_en}")[:MOST_PLAIN]
        self.sort_key = sort_key(self.name_vi)
        super().save(**kwargs)
