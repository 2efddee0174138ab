"""What the changes of a plan are told."""

from rest_framework import serializers

from plans.models import PaperJob, PaperKind
from plans.models.planning.texts import LONGEST_TEXT as LONGEST_PLAN_TEXT
from plans.models.planning.texts import TEXTS
from tracker.api.action_verbs import LARGEST_ID
from tracker.api.writing import Body, Text

MOST = 500
KINDS = [each for each in PaperKind.choices if each[0] != PaperKind.CHASE]  # the post writes its own letters
REASON = "Kept in the history."


class Lines(serializers.CharField):
    """Sentences with line breaks; the verb keeps each line in the one form in which text is stored."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": LONGEST_PLAN_TEXT, "allow_blank": True, "required": False} | kwargs)


def line_id(help_text: str = "The id of a line.", **kwargs) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=1, max_value=LARGEST_ID, help_text=help_text, **kwargs)


def refs(help_text: str = "References of actions.") -> serializers.ListField:
    each = serializers.CharField(max_length=20)
    return serializers.ListField(child=each, allow_empty=False, max_length=MOST, help_text=help_text)


def units(help_text: str) -> serializers.ListField:
    each = serializers.CharField(max_length=50, help_text="The code of a unit.")
    return serializers.ListField(child=each, required=False, max_length=MOST, help_text=help_text)


class NothingMore(Body):
    """No words are needed."""


class WhyBody(Body):
    reason = Text(help_text=REASON)


class TextsBody(Body):
    """The plan's own texts; a blank one gives way to the standing text of the paper."""

    locals().update({name: Lines() for name in TEXTS})


class SendingBody(Body):
    reason = Text(required=False, allow_blank=True, help_text="Needed while a check is not met.")


class SignedBody(Body):
    """What the signed paper says; its scan may come along as multipart/form-data."""

    number = Text(max_length=40)
    issued_on = serializers.DateField()
    signer_name = Text(max_length=120)
    signer_title = Text(required=False, allow_blank=True, max_length=120)
    signed_file = serializers.FileField(required=False, help_text="A PDF; only in multipart/form-data.")


class IssueBody(SignedBody):
    reason = Text(required=False, allow_blank=True, help_text="Needed while a check is not met.")


class SignedFileBody(Body):
    signed_file = serializers.FileField(help_text="A PDF.")


class TakingBody(Body):
    actions = refs()
    into = line_id("The line that takes all of them; without it each gets a line of its own.", required=False)


class OneActionBody(Body):
    action = serializers.CharField(max_length=20, help_text="The reference of an action.")


class LeavingOutBody(OneActionBody):
    reason = Text(help_text="Why the plan does without it.")


class TakingOutBody(OneActionBody):
    reason = Text(help_text=REASON)


class SeenLine(Body):
    """A line at the version its asker has seen."""

    id = line_id()
    version = serializers.IntegerField(min_value=1, max_value=2**31 - 1)


class SeenLines(Body):
    lines = serializers.ListField(child=SeenLine(), allow_empty=False, max_length=MOST)


class MergingBody(SeenLines):
    into = line_id("The line whose words are kept; the first in the plan's order without it.", required=False)


class SplittingBody(Body):
    line = line_id()
    actions = refs("The actions that leave the line.")
    each = serializers.BooleanField(
        default=False, help_text="A line of its own for each of them; else one line for all of them."
    )


class MovingBody(Body):
    lines = serializers.ListField(child=line_id(), allow_empty=False, max_length=MOST)
    after = line_id("The line of their index behind which they go; without it to the front.", required=False)


class CoordinatingBody(SeenLines):
    add = units("The units that help with these lines from now on.")
    drop = units("The units that no longer do.")


class KeepingApartBody(Body):
    lines = serializers.ListField(child=line_id(), min_length=2, max_length=MOST)


class ItemBody(Body):
    """Any of the words of a line; what is not named stays."""

    weakness_statement = Lines(help_text="The weakness as printed.")
    causes = Lines(help_text="One to a line.")
    measure = Lines(help_text="The remedial measure as printed.")
    output = Lines(help_text="The expected output.")
    due_on = serializers.DateField(required=False)
    due_phrase = Lines(max_length=120, help_text="The deadline as printed, where it is no date.")
    note = Lines()
    lead_unit = serializers.CharField(
        max_length=50, required=False, help_text="The code of a unit at work in it."
    )
    coordinating_units = units("All of them.")


class PeriodEndBody(Body):
    ends_on = serializers.DateField(allow_null=True, help_text="Null for the end of the plan's year.")


class PublicationBody(Body):
    is_public = serializers.BooleanField(
        help_text="Whether anybody may read the issued plan without a log-in."
    )


class PeriodBody(Body):
    name = Text(max_length=80, help_text="For example: second half of 2022.")
    until = serializers.DateField()


class PaperBody(Body):
    """Which paper, in which format; what it is about where that is not the plan."""

    kind = serializers.ChoiceField(KINDS)
    format = serializers.ChoiceField(PaperJob.Format.choices, help_text="Not every paper has all of them.")
    submission = serializers.CharField(
        max_length=50, required=False, help_text="A unit's code, for its report."
    )
    amendment = line_id("The id of an amendment, for its annex.", required=False)
    plan_version = serializers.IntegerField(
        min_value=1, max_value=32767, required=False, help_text="The plan as it was in this version."
    )
    on = serializers.DateField(required=False, help_text="For the progress report; today unless told.")


class TemplateBody(Body):
    file = serializers.FileField(allow_empty_file=True, help_text="A .docx of at most 5 MB.")
