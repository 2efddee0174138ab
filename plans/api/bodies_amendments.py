"""What the changes of an amendment are told."""

from tracker.api.writing import Body, Text

from .bodies import ItemBody, SignedBody, line_id, refs

SHOWN = "Shown to the people concerned."


class ChangeBody(ItemBody):
    """The line, and any of its words; what is not named stays."""

    line = line_id()
    reason = Text(required=False, allow_blank=True, help_text=SHOWN)


class AdditionsBody(Body):
    actions = refs("Accepted actions of the review that stand in no line.")
    reason = Text(required=False, allow_blank=True, help_text=SHOWN)


class WithdrawalBody(Body):
    line = line_id()
    reason = Text(help_text=SHOWN)


class AmendmentIssueBody(SignedBody):
    """What the signed paper of the amendment says."""
