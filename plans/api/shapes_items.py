"""What the lines of a plan, and the rows that wait for a place in it, look like to a program."""

from rest_framework import serializers

from tracker.api.shapes import Coded, date_or_null, pages_of


class ItemRow(serializers.Serializer):
    """One line of the plan, with the weaknesses and actions behind it."""

    id = serializers.IntegerField(help_text="Also the key of its counts in the plan's progress by item.")
    version = serializers.IntegerField(help_text="Send it as If-Match with the next change of the line.")
    number = serializers.CharField(help_text="As printed, for example 12 or 12a.")
    position = serializers.IntegerField()
    index = serializers.CharField(help_text="Its code.")
    criterion = Coded(allow_null=True)
    weakness_statement = serializers.CharField()
    points_lost = serializers.DecimalField(6, 2, allow_null=True)
    causes = serializers.CharField()
    measure = serializers.CharField()
    lead_unit = Coded()
    coordinating_units = serializers.ListField(child=serializers.CharField(), help_text="Their codes.")
    due_on = serializers.DateField()
    due_phrase = serializers.CharField(help_text="The deadline as printed, where it is no date.")
    output = serializers.CharField()
    note = serializers.CharField()
    is_worded = serializers.BooleanField(
        help_text="Worded by Home Affairs: the units' words no longer flow in."
    )
    weaknesses = serializers.ListField(child=serializers.CharField(), help_text="Their references.")
    actions = serializers.ListField(child=serializers.CharField(), help_text="Their references.")


class ContributorRow(serializers.Serializer):
    """Whose row stands behind the line; its words are null where they are another unit's own."""

    action = serializers.CharField()
    weakness = serializers.CharField()
    unit = Coded(allow_null=True, help_text="Whose weakness it is; null: the whole province's.")
    lead_unit = Coded()
    weakness_statement = serializers.CharField(allow_null=True)
    causes = serializers.ListField(child=serializers.CharField(), allow_null=True)
    statement = serializers.CharField(allow_null=True)
    expected_output = serializers.CharField(allow_null=True)
    due_on = date_or_null()


class ItemWhole(ItemRow):
    """A line with the words of each unit beside its own."""

    withdrawn_on = date_or_null("Since then it is no part of the plan.")
    contributors = ContributorRow(many=True)


class UnplacedRow(serializers.Serializer):
    """An accepted action that stands in no line and is not left out."""

    action = serializers.CharField()
    weakness = serializers.CharField()
    index = serializers.CharField()
    criterion = Coded(allow_null=True)
    lead_unit = Coded()
    statement = serializers.CharField()
    due_on = serializers.DateField()


class LeftOutRow(serializers.Serializer):
    """An accepted action that the plan does without."""

    action = serializers.CharField()
    statement = serializers.CharField()
    reason = serializers.CharField()
    by = serializers.CharField(allow_null=True)
    on = serializers.DateField()


class ProposalRow(serializers.Serializer):
    """Lines that read alike; nothing is merged by itself."""

    lines = serializers.ListField(child=serializers.IntegerField())
    index = serializers.CharField()
    score = serializers.FloatField(help_text="Of 100.")
    reason = serializers.CharField()


class ProposalsWhole(serializers.Serializer):
    version = serializers.IntegerField(help_text="Of the plan.")
    proposals = ProposalRow(many=True)


class DraftChange(serializers.Serializer):
    """The plan's new version, and the lines as they read now."""

    version = serializers.IntegerField()
    lines = ItemRow(many=True)


ItemPage, UnplacedPage, LeftOutPage = pages_of(ItemRow), pages_of(UnplacedRow), pages_of(LeftOutRow)
