"""What each kind of e-mail, and each rule behind it, is called on the screen."""

from django.utils.translation import gettext_lazy as _

from notifications.models.envelope import BUNDLE

KINDS = {
    BUNDLE: _("Daily bundle"),
    "action-assigned": _("Action assigned"),
    "action-returned": _("Report sent back, or action reopened"),
    "action-verified": _("Action verified"),
    "extension-decided": _("Extension decided"),
    "plan-issued": _("Plan issued"),
    "review-opened": _("Review opened"),
    "submission-accepted": _("Submission accepted"),
    "submission-returned": _("Submission returned"),
    "submission-returned-by-head": _("Submission returned by the head"),
    "submission-to-head": _("Submission awaits approval"),
}

RULES = {
    "action-due": _("Deadline approaches"),
    "action-overdue-1": _("Overdue by 1 working day"),
    "action-overdue-7": _("Overdue by 7 working days"),
    "action-overdue-15": _("Overdue by 15 working days or more"),
    "action-quiet": _("No progress for 14 days"),
    "submission-due-7": _("Submission due in 7 working days"),
    "submission-due": _("Submission due soon"),
    "submission-overdue": _("Submission overdue"),
    "decision-waiting": _("Waiting for a decision"),
}


def name_of(kind: str) -> str:
    """The kind in the reader's language; a kind of later days is called by its code."""
    return str((KINDS | RULES).get(kind, kind))
