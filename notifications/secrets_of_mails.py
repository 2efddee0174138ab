"""The secret of an account mail: made while the mail is handed in, and kept nowhere; what is stored shows a mark."""

import copy

from notifications.models import Envelope
from tracker import account_links

KINDS = ("account-invited", "account-password")
MARK = "***"


def revealed(envelope: Envelope) -> Envelope:
    """The mail as it leaves: where it has the mark, a copy with a fresh link for its recipient and nobody else."""
    if envelope.kind not in KINDS:
        return envelope
    sent, secret = copy.copy(envelope), account_links.secret_for(envelope.recipient)
    sent.text, sent.html = (words.replace(f"/{MARK}/", f"/{secret}/") for words in (sent.text, sent.html))
    return sent
