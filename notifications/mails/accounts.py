"""The way into an account: a link to choose a password, for the first time or anew. Its secret is not in here."""

from notifications.secrets_of_mails import MARK
from tracker import account_links

from . import links
from .draft import Draft
from .letter import Letter, letter


def account_invited(draft: Draft) -> Letter:
    """Somebody has given you an account, or enabled it again: choose a password."""
    return _with_link("account_invited", draft)


def account_password(draft: Draft) -> Letter:
    """You, or somebody who typed your address, asked for a new password."""
    return _with_link("account_password", draft)


def _with_link(name: str, draft: Draft) -> Letter:
    """The link is always the reader's own; the mark gives way to the secret when the mail is handed in."""
    address = links.page("account-activation", account_links.name_of(draft.reader.user), MARK)
    roles = draft.reader.user.memberships.select_related("unit").order_by("valid_from", "pk")
    context = {"button_url": address, "hours": 72, "held": roles.from_day(draft.today)}
    return letter(name, draft, thing=draft.reader.user, event=draft.first.event, **context)
