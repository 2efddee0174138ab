"""From an envelope's stored content to the bytes that go over the wire: the same bytes each time."""

from datetime import datetime
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.timezone import localtime

from notifications.models import Envelope

# The older policy: the newer one loses the blank between two encoded words of a long Vietnamese subject.
ON_THE_WIRE = compat32.clone(linesep="\r\n")


def host() -> str:
    """The site's host name, which mail identities end in."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def sender() -> tuple[str, str]:
    """The name and address mails come from; without a name of its own the address gets the province's."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return name or f"Theo dõi CCHC {settings.PROVINCE_NAME}", address


def payload(envelope: Envelope, at: datetime, about: tuple[str, int] | None = None) -> bytes:
    """The whole message; without random parts, so that a copy is a copy."""
    message = MIMEMultipart("alternative", boundary=f"part-{envelope.content_sha256[:24]}")
    message["Subject"] = Header(envelope.subject_line, "utf-8", header_name="Subject")
    for name, value in _headers(envelope, at, about).items():
        message[name] = value
    for words, kind in ((envelope.text, "plain"), (envelope.html, "html")):
        message.attach(MIMEText(words.replace("\n", "\r\n"), kind, "utf-8"))
    return message.as_bytes(policy=ON_THE_WIRE)


def _headers(envelope: Envelope, at: datetime, about: tuple[str, int] | None) -> dict[str, str]:
    headers = {
        "From": formataddr(sender(), "utf-8"),
        "To": envelope.address,
        "Message-ID": envelope.message_id,
        "Date": format_datetime(localtime(at)),
        "X-Reminder-ID": str(envelope.pk),
        "X-Business-Date": envelope.business_date.isoformat(),
        "Auto-Submitted": "auto-generated",
    }
    return headers | (_thread(*about) if about else {})


def _thread(subject_type: str, subject_id: int) -> dict[str, str]:
    """All mails of one thing refer to the same identity, so that mail programs show them together."""
    thread = f"<{subject_type}.{subject_id}@{host()}>"
    return {"References": thread, "In-Reply-To": thread}
