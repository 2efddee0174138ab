"""What the short lists can be narrowed by."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from tracker import choices
from tracker.models import Unit, Weakness
from tracker.vietnamese import beginning, plain


class Words(filters.CharFilter):
    """Every word begins one of the thing's accent-free text."""

    def filter(self, queryset, value):
        for word in plain(value or "").split():
            queryset = queryset.filter(plain__regex=beginning(word))
        return queryset


class UnitFilter(filters.FilterSet):
    q = Words(max_length=200, label=_("Search"))
    group = filters.ChoiceFilter(field_name="group__code", choices=choices.groups, label=_("Group"))

    class Meta:
        model, fields = Unit, ()


class WeaknessFilter(filters.FilterSet):
    q = Words(max_length=200, label=_("Search"))
    review = filters.NumberFilter(
        field_name="review__year", min_value=1990, max_value=2999, label=_("Assessed year")
    )
    unit = filters.ChoiceFilter(field_name="unit__code", choices=choices.units, label=_("Unit"))
    index = filters.ChoiceFilter(field_name="index__code", choices=choices.indices, label=_("Index"))

    class Meta:
        model, fields = Weakness, ()
