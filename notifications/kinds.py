"""What each kind of e-mail, and each rule behind it, is called on the screen."""

from django.utils.translation import gettext_lazy as _

from notifications.models.envelope import BUNDLE, TEST

KINDS = {
    BUNDLE: _("Daily bundle"),
    "account-invited": _("Invitation to an account"),
    "account-password": _("Link to a new password"),
    "action-assigned": _("Action assigned"),
    "action-evidence": _("Expected evidence corrected"),
    "action-handed-over": _("Action handed over"),
    "action-returned": _("Report sent back, or action reopened"),
    "action-verified": _("Action verified"),
    "chase-signed": _("Signed chasing letter"),
    "delivery-failed": _("A mail could not be delivered"),
    "extension-decided": _("Extension decided"),
    "job-done": _("Paper or import ready"),
    "plan-amended": _("Plan amended"),
    "plan-issued": _("Plan issued"),
    "question-answered": _("Question answered"),
    "review-opened": _("Review opened"),
    "submission-accepted": _("Submission accepted"),
    "submission-date": _("Own deadline or exemption of a unit"),
    "submission-reconsidered": _("Acceptance of a submission taken back"),
    "submission-returned": _("Submission returned"),
    "submission-returned-by-head": _("Submission returned by the head"),
    "submission-submitted": _("Submission handed in"),
    "submission-to-head": _("Submission awaits approval"),
    "unit-chased": _("Chasing letter"),
    "weakness-assigned": _("One more weakness assigned"),
    "weekly-overview": _("Weekly overview"),
}

RULES = {
    "action-due": _("Deadline approaches"),
    "action-overdue-1": _("Overdue, first reminder"),
    "action-overdue-7": _("Overdue, second reminder"),
    "action-overdue-15": _("Overdue for a long time"),
    "action-quiet": _("No progress for a long time"),
    "action-reported": _("Completion reported"),
    "action-watched": _("News of actions you watch"),
    "submission-due-7": _("Submission due, first reminder"),
    "submission-due": _("Submission due soon"),
    "submission-overdue": _("Submission overdue"),
    "decision-waiting": _("Waiting for a decision"),
    "extension-asked": _("Extension asked for"),
    "question-asked": _("Question of a unit"),
}


BY_HAND = {TEST: _("Test mail")}


def name_of(kind: str) -> str:
    """The kind in the reader's language; a kind of later days is called by its code."""
    return str((KINDS | RULES | BY_HAND).get(kind, kind))
