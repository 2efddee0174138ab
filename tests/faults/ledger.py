"""What the product says of itself when a fault is over: its mails and its obligations, read once, as plain values."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Mail:
    """An envelope as the ledger has it."""

    message_id: str
    state: str
    counted: int  # possible duplicates
    not_after: datetime
    lease_until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class Duty:
    """An obligation as the ledger has it, with the mail it is in."""

    address: str
    ref: str
    state: str
    reason: str = ""
    message_id: str = ""


@dataclass(frozen=True)
class Ledger:
    """All of it, and how often each outcome of a try was written down."""

    mails: list[Mail]
    duties: list[Duty]
    tries: Counter = field(default_factory=Counter)

    @property
    def by_identity(self) -> dict[str, Mail]:
        return {mail.message_id: mail for mail in self.mails}
