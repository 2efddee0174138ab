"""Catalogues that change from year to year: units, indices, criteria, results, ratings."""

from django.contrib import admin

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


@admin.register(Unit)
class UnitAdmin(admin.ModelAdmin):
    list_display = ["code", "name_vi", "group", "is_reviewed", "valid_from", "valid_to"]
    list_filter = ["group", "is_reviewed"]
    search_fields = ["plain", "name_vi"]
    filter_horizontal = ["successors"]


@admin.register(UnitGroup)
class UnitGroupAdmin(admin.ModelAdmin):
    list_display = ["code", "name_vi", "position", "valid_from", "valid_to"]


@admin.register(Index)
class IndexAdmin(admin.ModelAdmin):
    list_display = ["code", "short_name", "name_vi", "position"]


class CriterionInline(admin.TabularInline):
    model = Criterion
    fields = ["code", "name_vi", "name_en", "maximum_points", "position"]
    extra = 0


@admin.register(CriteriaSet)
class CriteriaSetAdmin(admin.ModelAdmin):
    list_display = ["code", "index", "decision_vi", "valid_from", "valid_to"]
    list_filter = ["index"]
    inlines = [CriterionInline]


@admin.register(IndexResult)
class IndexResultAdmin(admin.ModelAdmin):
    list_display = ["index", "review", "value", "unit_label", "scale", "rank", "rank_of", "is_tied"]
    list_filter = ["review"]


class RatingInline(admin.TabularInline):
    model = Rating
    extra = 0


@admin.register(RatingScale)
class RatingScaleAdmin(admin.ModelAdmin):
    list_display = ["code", "name_vi"]
    inlines = [RatingInline]


@admin.register(GroupRating)
class GroupRatingAdmin(admin.ModelAdmin):
    list_display = ["review", "group", "rating", "count", "change", "reason"]
    list_filter = ["review", "group"]
