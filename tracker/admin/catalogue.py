"""Catalogues that change from year to year: units, indices, criteria, results, ratings."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from tracker.models import (
    CriteriaSet,
    Criterion,
    GroupRating,
    Index,
    IndexResult,
    Rating,
    RatingScale,
    Unit,
    UnitGroup,
)

from .catalogue_admin import CatalogueAdmin, CatalogueInline
from .record import ReadOnlyAdmin


@admin.register(Unit)
class UnitAdmin(CatalogueAdmin):
    list_display = ["code", "name_vi", "group", "is_reviewed", "valid_from", "valid_to"]
    list_filter = ["group", "is_reviewed"]
    search_fields = ["plain", "name_vi"]
    fields = [
        "code", "abbreviation", "name_vi", "name_en", "group", "is_reviewed", "valid_from", "valid_to",
        "successors_by_name", "page",
    ]  # fmt: skip

    def get_readonly_fields(self, request, obj=None):
        """How a unit begins is said once; how it ends is a verb with a page of its own, which the history knows."""
        return ["valid_to", "successors_by_name", "page", *(["code", "valid_from"] if obj else [])]

    @admin.display(description=_("successors"))
    def successors_by_name(self, unit):
        return ", ".join(map(str, unit.successors.all())) if unit.pk else "–"

    @admin.display(description=_("people, dissolution, merger"))
    def page(self, unit):
        """Where people are invited and the unit is ended."""
        return format_html('<a href="{}">{}</a>', reverse("unit", args=[unit.code]), unit) if unit.pk else "–"


@admin.register(UnitGroup)
class UnitGroupAdmin(CatalogueAdmin):
    list_display = ["code", "name_vi", "position", "valid_from", "valid_to"]


@admin.register(Index)
class IndexAdmin(CatalogueAdmin):
    list_display = ["code", "short_name", "name_vi", "position"]


class CriterionInline(CatalogueInline):
    model = Criterion
    fields = ["code", "name_vi", "name_en", "maximum_points", "position"]


@admin.register(CriteriaSet)
class CriteriaSetAdmin(CatalogueAdmin):
    list_display = ["code", "index", "decision_vi", "valid_from", "valid_to"]
    list_filter = ["index"]
    inlines = [CriterionInline]


@admin.register(IndexResult)
class IndexResultAdmin(ReadOnlyAdmin):
    list_display = ["index", "review", "value", "unit_label", "scale", "rank", "rank_of", "is_tied"]
    list_filter = ["review"]


class RatingInline(CatalogueInline):
    model = Rating


@admin.register(RatingScale)
class RatingScaleAdmin(CatalogueAdmin):
    list_display = ["code", "name_vi"]
    inlines = [RatingInline]


@admin.register(GroupRating)
class GroupRatingAdmin(ReadOnlyAdmin):
    list_display = ["review", "group", "rating", "count", "change", "reason"]
    list_filter = ["review", "group"]
