"""What came back of the points lost, as a program reads it."""

from rest_framework import serializers

from plans.next_year.answers import Answer, Why
from plans.next_year.gaps import Missing
from plans.next_year.ratings import NotRated, Step
from tracker.api.shapes import Coded


def score(help_text: str = "") -> serializers.DecimalField:
    return serializers.DecimalField(7, 2, allow_null=True, help_text=help_text)


class WorkRow(serializers.Serializer):
    """The actions that address something, by how they ended."""

    on_time = serializers.IntegerField()
    late = serializers.IntegerField()
    open = serializers.IntegerField()
    dropped = serializers.IntegerField()
    actions = serializers.ListField(child=serializers.CharField())
    lines = serializers.ListField(child=serializers.IntegerField(), help_text="Ids of lines of the plan.")


class CriterionComeback(serializers.Serializer):
    """One criterion: what was recorded and what weaknesses state as lost are never added up."""

    code = serializers.CharField(help_text="Empty: under no criterion.")
    name = serializers.CharField()
    is_part = serializers.BooleanField(help_text="Counted with its whole.")
    points = score("As recorded for this year.")
    most = score("The maximum of this year.")
    lost = score("Below the maximum, by the recorded points.")
    stated = score("Lost as weaknesses state it.")
    weaknesses = serializers.ListField(child=serializers.CharField())
    work = WorkRow()
    is_addressed = serializers.BooleanField()
    points_then = score("As recorded for the next year.")
    most_then = score("The maximum of the next year.")
    answer = serializers.ChoiceField(Answer.choices)
    why = serializers.ChoiceField(Why.choices, allow_null=True, help_text="Why it cannot be said.")
    back = score("Came back; negative: lost in addition.")
    words = serializers.CharField()
    cautions = serializers.ListField(child=serializers.CharField())


class IndexComeback(serializers.Serializer):
    """One index in two years; only criteria that can be compared are summed."""

    index = serializers.CharField()
    value = score()
    value_then = score()
    lost = score("Of the criteria that can be compared.")
    back = score("Of it, less what was lost in addition.")
    criteria = CriterionComeback(many=True)


class UnitComeback(serializers.Serializer):
    """One unit's ratings beside its work."""

    unit = Coded()
    rating = Coded(allow_null=True)
    rating_then = Coded(allow_null=True)
    step = serializers.ChoiceField(Step.choices)
    why = serializers.ChoiceField(NotRated.choices, allow_null=True)
    done = serializers.IntegerField()
    total = serializers.IntegerField()


class RepeatRow(serializers.Serializer):
    """A weakness, those of the next review that repeat it, and what had been promised."""

    weakness = serializers.CharField()
    again = serializers.ListField(child=serializers.CharField())
    promised = WorkRow()


class GapRow(serializers.Serializer):
    """What is still to be recorded."""

    what = serializers.ChoiceField(Missing.choices)
    year = serializers.IntegerField()
    index = serializers.CharField(allow_null=True)


class NextYearWhole(serializers.Serializer):
    """Did the points come back? A unit reads of its own weaknesses and actions."""

    year = serializers.IntegerField(help_text="The year assessed.")
    year_then = serializers.IntegerField()
    is_there = serializers.BooleanField(help_text="Whether the next review is there.")
    sentences = serializers.ListField(child=serializers.CharField())
    indices = IndexComeback(many=True)
    units = UnitComeback(many=True)
    repeated = RepeatRow(many=True)
    left = RepeatRow(many=True, help_text="With work left and not taken over.")
    missing = GapRow(many=True)
    limits = serializers.ListField(child=serializers.CharField())
