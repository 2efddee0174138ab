"""The province's units and their groups."""

from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.response import Response

from tracker.models import Unit

from .endpoint import Endpoint
from .narrowing import UnitFilter
from .shapes import Coded, coded, date_or_null, pages_of


class UnitRow(serializers.Serializer):
    """A body of the province."""

    code = serializers.CharField()
    name = serializers.CharField()
    name_en = serializers.CharField()
    abbreviation = serializers.CharField(help_text="As printed in document symbols.")
    group = Coded(allow_null=True)
    is_reviewed = serializers.BooleanField(help_text="Assessed each year.")
    valid_from = date_or_null()
    valid_to = date_or_null()


class Units(Endpoint):
    """All units, also those that are no more."""

    answer = pages_of(UnitRow)
    filterset = UnitFilter

    def get(self, request):
        return self.page(self.found(Unit.objects.select_related("group")), _row)


class OneUnit(Endpoint):
    """One unit."""

    answer = UnitRow

    def get(self, request, code: str):
        return Response(_row(get_object_or_404(Unit.objects.select_related("group"), code=code)))


def _row(unit: Unit) -> dict:
    group = coded(unit.group.code, unit.group.name_vi) if unit.group else None
    plain = ("code", "name_en", "abbreviation", "is_reviewed", "valid_from", "valid_to")
    return {name: getattr(unit, name) for name in plain} | {"name": unit.name_vi, "group": group}
