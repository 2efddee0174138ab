"""What the reviews found lacking, with causes, responsibility and the actions that mend it."""

from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.response import Response

from tracker import rules
from tracker.models import Action, Cause, Responsibility, Weakness

from .endpoint import Endpoint
from .narrowing import WeaknessFilter
from .shapes import Coded, coded, pages_of


class WeaknessRow(serializers.Serializer):
    """A weakness of one unit, or province-wide."""

    ref = serializers.CharField()
    version = serializers.IntegerField()
    review = serializers.IntegerField(help_text="The year assessed.")
    unit = Coded(allow_null=True, help_text="Null: province-wide.")
    index = serializers.CharField(help_text="The index's code.")
    criterion = Coded(allow_null=True)
    title = serializers.CharField()
    statement = serializers.CharField()
    points_lost = serializers.DecimalField(6, 2, allow_null=True)
    origin = serializers.ChoiceField(Weakness.Origin.choices)
    repeats = serializers.CharField(
        allow_null=True, help_text="The weakness of an earlier review that it repeats."
    )
    is_sample = serializers.BooleanField()


class CauseRow(serializers.Serializer):
    kind = serializers.ChoiceField(Cause.Kind.choices)
    statement = serializers.CharField()


class ResponsibilityRow(serializers.Serializer):
    person = serializers.CharField(allow_null=True)
    organisation = serializers.CharField(allow_null=True)
    position_title = serializers.CharField()
    level = serializers.ChoiceField(Responsibility.Level.choices)


class WeaknessWhole(WeaknessRow):
    """A weakness with its causes, who answers for it (null when not for you), and your view of its actions."""

    causes = CauseRow(many=True)
    responsibilities = ResponsibilityRow(many=True, allow_null=True)
    actions = serializers.ListField(child=serializers.CharField())


class Weaknesses(Endpoint):
    """The weaknesses you may see."""

    answer = pages_of(WeaknessRow)
    filterset = WeaknessFilter

    def get(self, request):
        return self.page(self.found(_visible(self.actor)), _row)


class OneWeakness(Endpoint):
    """One weakness, why it is there, who answers for it and what mends it."""

    answer = WeaknessWhole

    def get(self, request, ref: str):
        weakness = get_object_or_404(_visible(self.actor), ref=ref)
        mending = Action.objects.visible_to(self.actor).filter(weakness=weakness).order_by("ref")
        whole = _row(weakness) | {
            "causes": list(weakness.causes.values("kind", "statement")),
            "responsibilities": _responsibilities(self.actor, weakness),
            "actions": list(mending.values_list("ref", flat=True)),
        }
        return Response(whole, headers={"ETag": f'"{weakness.version}"'})


def _visible(actor):
    shown = Weakness.objects.visible_to(actor)
    return shown.select_related("review", "unit", "index", "criterion", "repeats")


def _row(weakness: Weakness) -> dict:
    unit, criterion = weakness.unit, weakness.criterion
    plain = ("ref", "version", "title", "statement", "points_lost", "origin", "is_sample")
    return {name: getattr(weakness, name) for name in plain} | {
        "review": weakness.review.year,
        "unit": coded(unit.code, unit.name_vi) if unit else None,
        "index": weakness.index.code,
        "criterion": coded(criterion.code, criterion.name_vi) if criterion else None,
        "repeats": weakness.repeats and weakness.repeats.ref,
    }


def _responsibilities(actor, weakness: Weakness) -> list[dict] | None:
    """Who answers for it; named people are not for every reader."""
    if not rules.may_see_named_people(actor, weakness):
        return None
    bearers = weakness.responsibilities.select_related("person", "organisation")
    return [_bearer(each) for each in bearers.order_by("pk")]


def _bearer(each: Responsibility) -> dict:
    person, organisation = (
        each.person and each.person.full_name,
        each.organisation and each.organisation.name_vi,
    )
    return {"person": person, "organisation": organisation,
            "position_title": each.position_title, "level": each.level}  # fmt: skip
