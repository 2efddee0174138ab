"""What frozen versions and amendments of a plan look like to a program."""

from rest_framework import serializers

from plans.models import Amendment, AmendmentChange
from plans.models.amendments.words import TEXTS as WORDS
from tracker.api.shapes import date_or_null, pages_of


def texts(help_text: str, **kwargs) -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(), help_text=help_text, **kwargs)


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


class FrozenLine(serializers.Serializer):
    """A line of the annex as it was frozen; the first versions of old plans lack ids and codes."""

    item = serializers.IntegerField(required=False, help_text="The id of the line.")
    number = serializers.CharField(required=False, help_text="As printed.")
    position = serializers.IntegerField()
    index = serializers.CharField()
    criterion = serializers.CharField(allow_null=True, help_text="Its code.")
    criterion_name = serializers.CharField(allow_null=True, required=False)
    weakness_statement = serializers.CharField()
    points_lost = serializers.DecimalField(6, 2, allow_null=True)
    causes = serializers.CharField()
    measure = serializers.CharField()
    lead_unit = serializers.CharField(help_text="Its name then.")
    lead_unit_code = serializers.CharField(required=False)
    coordinating_units = texts("Their names then.")
    coordinating_codes = texts("Their codes.", required=False)
    due_on = serializers.DateField()
    due_phrase = serializers.CharField()
    output = serializers.CharField()
    note = serializers.CharField()
    actions = texts("References of the actions behind it.")


class VersionWhole(VersionRow):
    """A version with its lines as they were frozen."""

    content = FrozenLine(many=True)


class FieldChangeRow(serializers.Serializer):
    """One field of a frozen line, in both versions."""

    name = serializers.CharField(help_text="Which field of the frozen line.")
    before = serializers.JSONField(allow_null=True, help_text="Of the kind that the field has.")
    after = serializers.JSONField(allow_null=True)


class LineChangeRow(serializers.Serializer):
    """One line that two versions do not share as it stands."""

    kind = serializers.ChoiceField(["added", "changed", "withdrawn"])
    line = FrozenLine(help_text="As it stands in the newer version, or as it last stood.")
    changed = FieldChangeRow(many=True)


class DifferencesWhole(serializers.Serializer):
    newer = serializers.IntegerField()
    older = serializers.IntegerField(allow_null=True, help_text="Null for the first version.")
    changes = LineChangeRow(many=True)


class PlannedWords(serializers.Serializer):
    """The words, date and units that a line will have; only those that are to change."""

    locals().update({name: serializers.CharField(required=False) for name in WORDS})
    due_on = serializers.DateField(required=False)
    lead_unit = serializers.CharField(required=False, help_text="Its code.")
    coordinating_units = texts("All of their codes.", required=False)


class PlannedRow(serializers.Serializer):
    """One change that an amendment makes when it is issued."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(AmendmentChange.Kind.choices)
    line = serializers.IntegerField(
        allow_null=True, help_text="The id of the line that is changed or withdrawn."
    )
    action = serializers.CharField(allow_null=True, help_text="The action that is added.")
    after = PlannedWords(help_text="Empty where a line is withdrawn or an action added.")
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
