"""Which mail is written for which kind of envelope: the kind is "bundle" or the code of a rule."""

from datetime import date

from django.utils import translation

from notifications.models import Envelope
from notifications.models.envelope import BUNDLE
from tracker.models import Actor

from . import accounts, news
from .amended import plan_amended
from .bundle import daily_bundle
from .chasing import chase_signed, unit_chased
from .contents import Item
from .draft import Draft
from .evidence import action_evidence
from .failure import delivery_failed
from .jobs import job_done
from .letter import Letter
from .weekly import weekly_overview

MAILS = {
    BUNDLE: daily_bundle,
    "account-invited": accounts.account_invited,
    "account-password": accounts.account_password,
    "action-assigned": news.action_assigned,
    "action-evidence": action_evidence,
    "action-handed-over": news.action_handed_over,
    "action-returned": news.action_returned,
    "action-verified": news.action_verified,
    "chase-signed": chase_signed,
    "delivery-failed": delivery_failed,
    "extension-decided": news.extension_decided,
    "job-done": job_done,
    "plan-amended": plan_amended,
    "plan-issued": news.plan_issued,
    "question-answered": news.question_answered,
    "review-opened": news.review_opened,
    "submission-accepted": news.submission_accepted,
    "submission-date": news.submission_date,
    "submission-reconsidered": news.submission_reconsidered,
    "submission-returned": news.submission_returned,
    "submission-returned-by-head": news.submission_returned,
    "submission-submitted": news.submission_submitted,
    "submission-to-head": news.submission_to_head,
    "unit-chased": unit_chased,
    "weakness-assigned": news.weakness_assigned,
    "weekly-overview": weekly_overview,
}


def write(envelope: Envelope, items: list[Item], reader: Actor, today: date) -> Letter:
    """The words of this e-mail for this reader, in his or her language."""
    with translation.override(reader.user.language):
        return MAILS.get(envelope.kind, daily_bundle)(Draft(envelope, items, reader, today))
