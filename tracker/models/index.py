"""Indices, the dated versions of their criteria, and the province's published results."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .dated import Dated
from .named import Named


class Index(Named):
    """A yearly index, for example PAR INDEX, or the province's own rating of units."""

    code = models.SlugField(_("code"), unique=True)
    short_name = models.CharField(_("short name"), max_length=40)
    publisher_vi = models.CharField(_("publisher"), max_length=200, blank=True)
    publisher_en = models.CharField(_("publisher in English"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("index")
        verbose_name_plural = _("indices")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.short_name

    @property
    def publisher(self) -> str:
        return (self.publisher_en if get_language() == "en" else "") or self.publisher_vi


class CriteriaSet(Dated):
    """One version of an index's criteria, as a decision put it in force."""

    index = models.ForeignKey(Index, models.PROTECT, related_name="criteria_sets", verbose_name=_("index"))
    code = models.SlugField(_("code"), unique=True)
    decision_vi = models.CharField(_("decision"), max_length=300, blank=True)
    total_points = models.DecimalField(
        _("total points"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("criteria set")
        verbose_name_plural = _("criteria sets")
        constraints = Dated.constraints("criteria_set")

    def __str__(self):
        return self.decision_vi or self.code


class Criterion(Named):
    """A field, dimension, criterion or sub-criterion of one criteria set."""

    criteria_set = models.ForeignKey(
        CriteriaSet, models.PROTECT, related_name="criteria", verbose_name=_("criteria set")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    code = models.CharField(_("code"), max_length=40)
    maximum_points = models.DecimalField(
        _("maximum points"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["criteria_set", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["criteria_set", "code"], name="criterion_code_once")]


class IndexResult(models.Model):
    """What was published of one index for one review: value with its unit and scale, rank with its denominator.

    Rank, value and change may each be missing: an index may publish only some of them.
    """

    review = models.ForeignKey(
        "tracker.Review", models.PROTECT, related_name="results", verbose_name=_("review")
    )
    index = models.ForeignKey(Index, models.PROTECT, related_name="results", verbose_name=_("index"))
    value = models.DecimalField(_("value"), max_digits=7, decimal_places=2, null=True, blank=True)
    unit_label = models.CharField(_("unit of the value"), max_length=20, blank=True)
    scale = models.DecimalField(_("scale"), max_digits=6, decimal_places=2, null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    rank_of = models.PositiveSmallIntegerField(_("ranked among"), null=True, blank=True)
    is_tied = models.BooleanField(_("tied"), default=False)
    region_rank = models.PositiveSmallIntegerField(_("rank in the region"), null=True, blank=True)
    region_of = models.PositiveSmallIntegerField(_("ranked in the region among"), null=True, blank=True)
    change_value = models.DecimalField(
        _("published change of the value"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    change_rank = models.SmallIntegerField(
        _("published change of the rank"), null=True, blank=True, help_text=_("Positive: places gained.")
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("index result")
        verbose_name_plural = _("index results")
        ordering = ["index__position"]
        constraints = [
            models.UniqueConstraint(fields=["review", "index"], name="result_once"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=0, value__lte=F("scale")), name="result_within_scale"
            ),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(rank__gte=1, rank__lte=F("rank_of")), name="result_rank_within"
            ),
        ]

    def __str__(self):
        return f"{self.index} {self.review.year}"


class CriterionResult(models.Model):
    """The points published for one dimension or criterion of an index in one review."""

    review = models.ForeignKey(
        "tracker.Review", models.PROTECT, related_name="criterion_results", verbose_name=_("review")
    )
    criterion = models.ForeignKey(
        Criterion, models.PROTECT, related_name="results", verbose_name=_("criterion")
    )
    value = models.DecimalField(_("points"), max_digits=7, decimal_places=2)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("result of a criterion")
        verbose_name_plural = _("results of criteria")
        ordering = ["criterion__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="criterion_result_once"),
            models.CheckConstraint(condition=Q(value__gte=0), name="criterion_result_not_negative"),
        ]

    def __str__(self):
        return f"{self.criterion} {self.review.year}"
