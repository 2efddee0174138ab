"""Who we are in the post: the host our mails' identities end in, and the name and address they come from."""

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings

from tracker.models import Province


def host() -> str:
    """The site's host name, which mail identities end in."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def sender() -> tuple[str, str]:
    """The name and address mails come from; without a name of its own the address gets the province's."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return name or f"Theo dõi CCHC {Province.current().name}", address
