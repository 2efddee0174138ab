"""The work on an action and the decisions about it, each a resource of its own."""

from rest_framework import serializers

from tracker import rules
from tracker.models import Action, User
from tracker.models.expectations import LONGEST, MOST
from tracker.models.verification_check import VerificationCheck

from .verb import ActionVerb
from .writing import Body, Text

LARGEST_ID = 2**63 - 1


class Checks(serializers.MultipleChoiceField):
    """What the reader of a report has ticked; the history keeps it with his decision."""

    def __init__(self):
        words = "What was found in order."
        super().__init__(choices=VerificationCheck.choices, required=False, help_text=words)

    def to_internal_value(self, data) -> list[str]:
        if not isinstance(data, list):
            self.fail("not_a_list", input_type=type(data).__name__)
        return sorted(super().to_internal_value(data))


class ProgressBody(Body):
    percent = serializers.IntegerField(min_value=0, max_value=100)
    note = Text(help_text="What was done since the last time.")


class ReportBody(Body):
    note = Text(required=False, allow_blank=True)
    delay_cause = Text(required=False, allow_blank=True, help_text="Needed once the deadline has passed.")


class VerificationBody(Body):
    remark = Text(required=False, allow_blank=True)
    is_delay_objective = serializers.BooleanField(required=False, help_text="The delay had external reasons.")
    checks = Checks()


class ReasonBody(Body):
    reason = Text(help_text="Shown to the people concerned and kept in the history.")


class ReturnBody(ReasonBody):
    checks = Checks()


class OwnerBody(Body):
    owner = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, help_text="The id of an active person of the lead unit."
    )


class ExpectedBody(ReasonBody):
    kinds = serializers.ListField(
        child=Text(max_length=LONGEST), allow_empty=False, max_length=MOST,
        help_text="All kinds that are expected; those for which evidence was brought cannot be left out.",
    )  # fmt: skip


class Progress(ActionVerb):
    """Say how far the work is."""

    body = ProgressBody
    act = staticmethod(Action.update_progress)


class Report(ActionVerb):
    """Report completion; the expected evidence must be there."""

    body = ReportBody
    act = staticmethod(Action.report)


class Verification(ActionVerb):
    """Home Affairs confirms a reported action; never the person who reported it."""

    body, who = VerificationBody, staticmethod(rules.decides)
    act = staticmethod(Action.verify)


class Return(ActionVerb):
    """Home Affairs sends a report back, with the reason."""

    body, who = ReturnBody, staticmethod(rules.decides)
    act = staticmethod(Action.send_back)


class Drop(ActionVerb):
    """Home Affairs declares the action no longer applicable, with the reason."""

    body, who = ReasonBody, staticmethod(rules.decides)
    act = staticmethod(Action.drop)


class Reopening(ActionVerb):
    """Home Affairs reopens a completed action, with the reason."""

    body, who = ReasonBody, staticmethod(rules.decides)
    act = staticmethod(Action.reopen)


class ExpectedEvidence(ActionVerb):
    """Home Affairs corrects what evidence is expected of an accepted action, with the reason."""

    body, who = ExpectedBody, staticmethod(rules.decides)
    act = staticmethod(Action.expect_evidence)


class Owner(ActionVerb):
    """Give the action to another person of the lead unit."""

    body, who = OwnerBody, staticmethod(rules.hands_out)

    def act(self, action: Action, *, owner: int, by, today) -> None:
        person = User.objects.filter(pk=owner).first()
        action.assign(by=by, today=today, owner=person)
