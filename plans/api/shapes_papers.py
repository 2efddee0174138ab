"""What a paper that was asked for looks like to a program."""

from rest_framework import serializers

from plans.models import PaperJob
from tracker.api.shapes import pages_of


class PaperRow(serializers.Serializer):
    """A paper that somebody asked for; it lies ready for a day."""

    id = serializers.IntegerField()
    kind = serializers.CharField()
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
    asked_at = serializers.DateTimeField()
    ready_at = serializers.DateTimeField(allow_null=True)


PaperPage = pages_of(PaperRow)
