"""A mail that did not get through: told to those who can correct the address or pass the message on."""

from dataclasses import dataclass

from notifications.models import Envelope

from .contents import Item, items_of
from .draft import Draft
from .letter import Letter, letter
from .links import opened_from, page

ANSWERED = ("refused", "worn_out")


@dataclass(frozen=True)
class Failure:
    """The mail, what it told as far as the reader may see that, and where its person's address is corrected."""

    mail: Envelope
    told: list[str]
    person_url: str

    @property
    def answer(self) -> str:
        """What the mail server said, word for word."""
        return self.mail.server_reply if self.mail.reason in ANSWERED else ""


def delivery_failed(draft: Draft) -> Letter:
    """Somebody was not reached."""
    failures = [_failure(item.thing, draft) for item in draft.items]
    is_colleague = draft.first.obligation.audience == "second_contact"
    return letter(
        "delivery_failed", draft, failures=failures, first=failures[0].mail, is_colleague=is_colleague,
        button_url=draft.link("my-work") if is_colleague else f"{page('mail-log')}?state=failed",
    )  # fmt: skip


def _failure(mail: Envelope, draft: Draft) -> Failure:
    told = [_named(item) for item in items_of(mail, draft.reader) if item.thing is not None]
    return Failure(mail, told, _person_url(mail, draft))


def _named(item: Item) -> str:
    title = getattr(item.thing, "statement", "") or getattr(item.thing, "reason", "")
    return f"{item.obligation.subject_ref} {title}".strip() or str(item.thing)


def _person_url(mail: Envelope, draft: Draft) -> str:
    """Only administrators can open it."""
    if not (draft.reader.is_admin and draft.reader.user.is_staff):
        return ""
    return opened_from(page("admin:tracker_user_change", mail.recipient_id), draft.envelope.pk)
