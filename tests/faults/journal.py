"""What the mail server took, written down mail by mail: the truth that does not depend on the product."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path

REFS = re.compile(r"HD-\d{4}-\d+")
BLANK_LINE = b"\r\n\r\n"


@dataclass(frozen=True)
class Accepted:
    """One mail the server has taken; `dropped` when the sender was never told so."""

    message_id: str
    address: str
    body: str  # hash of everything below the headers
    refs: tuple[str, ...]  # the actions it tells of
    day: str  # the business date it names
    dated: str  # the moment the sender lived in
    at: float  # the moment by the clock on the wall
    dropped: bool = False

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.dated)

    def but_dropped(self) -> "Accepted":
        return replace(self, dropped=True)


def accepted(payload: bytes, address: str, at: float) -> Accepted:
    """The line of the journal for this mail."""
    mail = message_from_bytes(payload, policy=policy.default)
    told = REFS.findall(mail.get_body(("plain",)).get_content())
    return Accepted(
        message_id=mail["Message-ID"], address=address, refs=tuple(sorted(set(told))), at=at,
        body=sha256(payload.partition(BLANK_LINE)[2]).hexdigest(), day=mail["X-Business-Date"] or "",
        dated=parsedate_to_datetime(mail["Date"]).isoformat(),
    )  # fmt: skip


class Journal:
    """A file that only grows, and holds each mail before its sender is told anything."""

    def __init__(self, path: Path):
        self.path = path

    def write(self, mail: Accepted) -> None:
        with self.path.open("a") as book:
            book.write(json.dumps(asdict(mail)) + "\n")

    def read(self) -> list[Accepted]:
        if not self.path.exists():
            return []
        return list(_mails(self.path.read_text().splitlines()))


def _mails(lines: Iterable[str]) -> Iterable[Accepted]:
    for line in lines:
        words = json.loads(line)
        yield Accepted(**words | {"refs": tuple(words["refs"])})
