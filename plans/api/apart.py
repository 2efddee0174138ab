"""Lines that were looked at and kept apart: listed, and proposed for merging again."""

from rest_framework import serializers
from rest_framework.response import Response

from plans.consolidation.apart import groups, kept_apart
from plans.consolidation.lines import lines_of
from plans.consolidation.words import Lettering
from plans.models import Plan
from tracker.models import Index

from . import bodies
from .finding import lines_named
from .workbench import BenchEndpoint, BenchVerb


class ApartRow(serializers.Serializer):
    """Lines of one index, each of them kept apart from each other."""

    lines = serializers.ListField(child=serializers.IntegerField(), help_text="Their ids.")
    index = serializers.CharField(help_text="Its code.")
    by = serializers.CharField()
    on = serializers.DateField()


class ApartWhole(serializers.Serializer):
    version = serializers.IntegerField(help_text="Of the plan.")
    kept_apart = ApartRow(many=True)


class KeptApartLines(BenchEndpoint):
    """Lines that read alike and are not proposed, because somebody said that they are not the same."""

    answer = ApartWhole

    def get(self, request, year: int):
        plan, codes = self.find(year), dict(Index.objects.values_list("pk", "code"))
        found = [
            {"lines": list(each.lines), "index": codes[each.index], "by": each.said.name, "on": each.said.on}
            for each in groups(kept_apart(plan), lines_of(plan, Lettering()))
        ]
        return Response({"version": plan.version, "kept_apart": found})


class ProposingAgain(BenchVerb):
    """These lines were kept apart by mistake: where they read alike they are proposed again."""

    body = bodies.KeepingApartBody

    def do(self, plan: Plan, *, year: int, lines: list[int]) -> dict:
        items = lines_named(plan, lines, "lines")
        plan.propose_again(*items, **self.at())
        return self.told(plan, *items)
