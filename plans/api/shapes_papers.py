"""What a paper that was asked for looks like to a program."""

from rest_framework import serializers

from plans.models import PaperJob, PaperKind
from tracker.api.shapes import pages_of


class PaperRow(serializers.Serializer):
    """A paper that somebody asked for; it lies ready for a day."""

    id = serializers.IntegerField()
    kind = serializers.ChoiceField(PaperKind.choices)
    format = serializers.ChoiceField(PaperJob.Format.choices)
    on = serializers.DateField()
    state = serializers.ChoiceField(PaperJob.State.choices)
    done = serializers.IntegerField(help_text="How many of the total parts are written.")
    total = serializers.IntegerField()
    trouble = serializers.CharField(help_text="Why it failed.")
    file_name = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    has_file = serializers.BooleanField(help_text="Whether the file can be fetched now.")
    has_stopped = serializers.BooleanField(
        help_text="Nobody has worked on it for a while: POST to its writing/ has it written at once."
    )
    asked_at = serializers.DateTimeField()
    ready_at = serializers.DateTimeField(allow_null=True)


class TemplateRow(serializers.Serializer):
    """The Word template with which the papers of one kind are written."""

    kind = serializers.ChoiceField(PaperKind.choices)
    formats = serializers.ListField(child=serializers.ChoiceField(PaperJob.Format.choices))
    is_built_in = serializers.BooleanField(help_text="The product's own; what is uploaded takes its place.")
    file_name = serializers.CharField(help_text="Empty for the built-in one.")
    sha256 = serializers.CharField()
    uploaded_by = serializers.CharField(allow_null=True)
    uploaded_at = serializers.DateTimeField(allow_null=True)


class TemplatesWhole(serializers.Serializer):
    results = TemplateRow(many=True)


PaperPage = pages_of(PaperRow)
