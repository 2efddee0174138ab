"""What a plan looks like to a program."""

from rest_framework import serializers

from plans.models import Plan
from plans.models.snapshot import COUNTS, DIMENSIONS
from tracker.api.shapes import Coded, date_or_null, pages_of


class PlanRow(serializers.Serializer):
    """The province's plan; number, date and signer stand on the signed paper."""

    year = serializers.IntegerField()
    review = serializers.IntegerField(help_text="The year assessed.")
    state = serializers.ChoiceField(Plan.State.choices)
    number = serializers.CharField()
    issued_on = date_or_null()
    signer_name = serializers.CharField()
    signer_title = serializers.CharField()
    sent_on = date_or_null()
    version = serializers.IntegerField()


class ItemRow(serializers.Serializer):
    """One line of the plan, with the weaknesses and actions behind it."""

    id = serializers.IntegerField()
    position = serializers.IntegerField()
    index = serializers.CharField()
    criterion = Coded(allow_null=True)
    weakness_statement = serializers.CharField()
    points_lost = serializers.DecimalField(6, 2, allow_null=True)
    causes = serializers.CharField()
    measure = serializers.CharField()
    lead_unit = Coded()
    coordinating_units = serializers.ListField(child=serializers.CharField())
    due_on = serializers.DateField()
    due_phrase = serializers.CharField()
    output = serializers.CharField()
    note = serializers.CharField()
    weaknesses = serializers.ListField(child=serializers.CharField())
    actions = serializers.ListField(child=serializers.CharField())


class CountsRow(serializers.Serializer):
    """How many actions stand where; overdue and due soon are among those still open."""

    dimension = serializers.ChoiceField(list(DIMENSIONS))
    key = serializers.CharField(help_text="Which index, group or unit, by code; empty for the total.")
    locals().update({name: serializers.IntegerField() for name in COUNTS})


class ProgressWhole(serializers.Serializer):
    """The counts of one business date, as kept that night."""

    on = date_or_null("Null while nothing has been counted yet.")
    rows = CountsRow(many=True)


ItemPage = pages_of(ItemRow)
