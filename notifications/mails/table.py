"""Which mail is written for which kind of envelope: the kind is "bundle" or the code of a rule."""

from datetime import date

from django.utils import translation

from notifications.models import Envelope
from notifications.models.envelope import BUNDLE
from tracker.models import Actor

from . import news
from .bundle import daily_bundle
from .contents import Item
from .letter import Letter

MAILS = {
    BUNDLE: daily_bundle,
    "action-assigned": news.action_assigned,
    "action-returned": news.action_returned,
    "action-verified": news.action_verified,
    "extension-decided": news.extension_decided,
    "plan-issued": news.plan_issued,
    "review-opened": news.review_opened,
    "submission-accepted": news.submission_accepted,
    "submission-returned": news.submission_returned,
    "submission-returned-by-head": news.submission_returned,
    "submission-to-head": news.submission_to_head,
}


def write(envelope: Envelope, items: list[Item], reader: Actor, today: date) -> Letter:
    """The words of this e-mail for this reader, in his or her language."""
    with translation.override(reader.user.language):
        return MAILS[envelope.kind](items, reader, today)
