"""What a plan looks like to a program."""

from rest_framework import serializers

from plans.checking.words import UNMET
from plans.models import Plan
from plans.models.planning.texts import TEXTS
from tracker.api.shapes import date_or_null, pages_of


class PlanTexts(serializers.Serializer):
    """The plan's own texts; an empty one leaves the paper's standing text."""

    locals().update({name: serializers.CharField() for name in TEXTS})


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
    signed_file_name = serializers.CharField(help_text="Empty while no signed file is there.")
    signed_sha256 = serializers.CharField()
    period_end = serializers.DateField(help_text="The last day on which something of the plan may be due.")
    is_public = serializers.BooleanField(help_text="Whether the public page is up.")
    unmet = serializers.ListField(
        child=serializers.ChoiceField(list(UNMET)),
        allow_null=True,
        help_text="Checks that were not met when it was sent or issued; null when not for you.",
    )
    unmet_reason = serializers.CharField(allow_null=True)
    texts = PlanTexts()
    latest_version = serializers.IntegerField(
        allow_null=True, help_text="Of the frozen ones; null before the issue."
    )
    version = serializers.IntegerField(help_text="Send it as If-Match with the next change.")


class CheckedThing(serializers.Serializer):
    words = serializers.CharField()
    page = serializers.CharField(help_text="The address of the page on which it is mended.")


class CheckRow(serializers.Serializer):
    """One question to the plan; what is not met wants a written reason."""

    name = serializers.ChoiceField(list(UNMET))
    words = serializers.CharField(help_text="What is met, or what is lacking, in a sentence.")
    is_met = serializers.BooleanField()
    count = serializers.IntegerField(help_text="How many things are lacking.")
    note = serializers.CharField()
    things = CheckedThing(many=True)


class ChecksWhole(serializers.Serializer):
    version = serializers.IntegerField()
    checks = CheckRow(many=True)


PlanPage = pages_of(PlanRow)
