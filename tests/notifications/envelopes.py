"""Mails for tests that look at them, without the days that led to them."""

from datetime import datetime, timedelta
from itertools import count

from django.utils.timezone import localdate

from notifications.models import Envelope, Obligation, ReminderRule

numbers = count(1)


def waiting(recipient, since: datetime, kind: str = "action-assigned", **fields) -> Envelope:
    """A mail that has been due since then."""
    usual = {"address": recipient.email, "business_date": localdate(since)}
    return Envelope.objects.create(
        recipient=recipient, kind=kind, created_at=since, not_before=since, next_attempt_at=since,
        not_after=since + timedelta(days=30), message_id=f"<{next(numbers)}@test>", **(usual | fields),
    )  # fmt: skip


def failed(recipient, since: datetime, reason: str = "refused", **fields) -> Envelope:
    """A mail the server refused for good."""
    return waiting(
        recipient, since, state="failed", reason=reason, server_reply="550 5.1.1 no", setbacks=1, **fields
    )


def sent(recipient, since: datetime, after: float = 5, **fields) -> Envelope:
    """A mail that was taken so many seconds after it was due."""
    content = {
        "subject_line": "Nhắc việc",
        "text": "Kính gửi",
        "html": "<p>Kính gửi</p>",
        "content_sha256": "0" * 64,
    }
    return waiting(
        recipient, since, state="sent", sent_at=since + timedelta(seconds=after), **(content | fields)
    )


def owed(mail: Envelope, **fields) -> Obligation:
    """A reminder that stands in the mail."""
    number = next(numbers)
    return Obligation.objects.create(
        subject_type="action", subject_id=number, subject_ref=f"HD-2022-{number:03}", recipient=mail.recipient,
        audience="owner", rule=ReminderRule.objects.get(code=fields.pop("rule", "action-due")),
        due_on=mail.business_date, occurrence=0, fire_on=mail.business_date,
        **({"state": "bound", "envelope": mail} | fields),
    )  # fmt: skip
