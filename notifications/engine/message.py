"""From an envelope's stored content to the bytes that go over the wire: the same bytes each time."""

import re
from datetime import datetime
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr

from django.conf import settings
from django.utils.timezone import localtime

from notifications.identity import host, sender
from notifications.mails import links
from notifications.models import Envelope

# The older policy: the newer one loses the blank between two encoded words of a long Vietnamese subject.
ON_THE_WIRE = compat32.clone(linesep="\r\n")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def payload(envelope: Envelope, at: datetime) -> bytes:
    """The whole message; without random parts, so that a copy is a copy."""
    message = _with_calendar(envelope) if envelope.calendar else _words(envelope)
    message["Subject"] = Header(envelope.subject_line, "utf-8", header_name="Subject")
    for name, value in _headers(envelope, at).items():
        message[name] = value
    return message.as_bytes(policy=ON_THE_WIRE)


def _with_calendar(envelope: Envelope) -> MIMEMultipart:
    """The words first, then the dates as a file that any calendar takes in."""
    whole = MIMEMultipart("mixed", boundary=f"mail-{envelope.content_sha256[:24]}")
    dates = _part(envelope.calendar, "calendar")
    dates.set_param("method", "PUBLISH")
    dates.add_header("Content-Disposition", "attachment", filename="viec.ics")
    whole.attach(_words(envelope))
    whole.attach(dates)
    return whole


def _words(envelope: Envelope) -> MIMEMultipart:
    both = MIMEMultipart("alternative", boundary=f"part-{envelope.content_sha256[:24]}")
    both.attach(_part(envelope.text, "plain"))
    both.attach(_part(envelope.html, "html"))
    return both


def _part(words: str, kind: str) -> MIMEText:
    return MIMEText(words.replace("\n", "\r\n"), kind, "utf-8")


def _headers(envelope: Envelope, at: datetime) -> dict[str, str]:
    headers = {
        "From": formataddr(sender(), "utf-8"),
        "To": envelope.address,
        "Message-ID": envelope.message_id,
        "Date": format_datetime(localtime(at)),
        "X-Reminder-ID": str(envelope.pk),
        "X-Business-Date": envelope.business_date.isoformat(),
        "Auto-Submitted": "auto-generated",
    }
    return headers | _answers() | _thread(envelope) | _stop(envelope)


def _answers() -> dict[str, str]:
    """Answers go to the people who help, when the site names their address."""
    named = ADDRESS.search(settings.SUPPORT_CONTACT)
    return {"Reply-To": named[0]} if named else {}


def _thread(envelope: Envelope) -> dict[str, str]:
    """All mails of one thing refer to the same identity, so that mail programs show them together."""
    if not envelope.thread:
        return {}
    thread = f"<{envelope.thread}@{host()}>"
    return {"References": thread, "In-Reply-To": thread}


def _stop(envelope: Envelope) -> dict[str, str]:
    """A mail that may be declined is declined with one click (RFC 8058); a compulsory one offers none."""
    if not envelope.is_optional:
        return {}
    link = links.stop(envelope.recipient_id, envelope.kind)
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
