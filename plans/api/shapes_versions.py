"""What frozen versions and amendments of a plan look like to a program."""

from rest_framework import serializers

from plans.models import Amendment, AmendmentChange
from tracker.api.shapes import date_or_null, pages_of


class VersionRow(serializers.Serializer):
    """What the plan said from a day on; never changed afterwards."""

    number = serializers.IntegerField()
    frozen_on = serializers.DateField()
    sha256 = serializers.CharField(
        help_text="Over the content as canonical JSON: keys sorted, no ASCII escapes."
    )
    is_unchanged = serializers.BooleanField(help_text="The content still gives the SHA-256.")
    amendment = serializers.IntegerField(allow_null=True, help_text="The amendment that made it.")
    paper = serializers.CharField(help_text="Number and symbol of the paper that was signed.")
    paper_issued_on = date_or_null()
    lines = serializers.IntegerField()


class VersionWhole(VersionRow):
    """A version with its lines as they were frozen."""

    content = serializers.ListField(child=serializers.DictField())


class FieldChangeRow(serializers.Serializer):
    name = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class LineChangeRow(serializers.Serializer):
    """One line that two versions do not share as it stands."""

    kind = serializers.ChoiceField(["added", "changed", "withdrawn"])
    line = serializers.DictField(help_text="As it stands in the newer version, or as it last stood.")
    changed = FieldChangeRow(many=True)


class DifferencesWhole(serializers.Serializer):
    newer = serializers.IntegerField()
    older = serializers.IntegerField(allow_null=True, help_text="Null for the first version.")
    changes = LineChangeRow(many=True)


class PlannedRow(serializers.Serializer):
    """One change that an amendment makes when it is issued."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(AmendmentChange.Kind.choices)
    line = serializers.IntegerField(
        allow_null=True, help_text="The id of the line that is changed or withdrawn."
    )
    action = serializers.CharField(allow_null=True, help_text="The action that is added.")
    after = serializers.DictField(help_text="What the line will say, as far as it is to be changed.")
    reason = serializers.CharField()


class AmendmentRow(serializers.Serializer):
    """What is to change in the issued plan, and why; until it is issued the plan reads as before."""

    id = serializers.IntegerField()
    version = serializers.IntegerField(help_text="Send it as If-Match with the next change of the amendment.")
    state = serializers.ChoiceField(Amendment.State.choices)
    reason = serializers.CharField()
    begun_by = serializers.CharField(allow_null=True, help_text="Null when not for you.")
    begun_on = serializers.DateField()
    number = serializers.CharField()
    issued_on = date_or_null()
    signer_name = serializers.CharField()
    signer_title = serializers.CharField()
    signed_file_name = serializers.CharField()
    signed_sha256 = serializers.CharField()
    made = serializers.IntegerField(allow_null=True, help_text="The version of the plan that it made.")


class AmendmentWhole(AmendmentRow):
    """An amendment with what it changes."""

    changes = PlannedRow(many=True)


VersionPage, AmendmentPage = pages_of(VersionRow), pages_of(AmendmentRow)
