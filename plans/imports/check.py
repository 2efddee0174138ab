"""The dry run: every row understood against today's names, and the chains that would be written."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from tracker.models import Chain
from tracker.vietnamese import plain

from .faults import Fault
from .names import Names, names_of
from .row import Reader, Row

TOLD_EVERY = 50


@dataclass
class Link:
    """What the file says about one weakness: rows by key, and the row of the sheet each key comes from."""

    salt: str
    weakness: object
    facts: dict
    first_row: int
    cause: dict = field(default_factory=dict)
    responsibility: dict = field(default_factory=dict)
    action: dict = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def chain(self) -> Chain:
        """All that is to be written for this weakness."""
        return Chain(cause=self.cause, responsibility=self.responsibility, action=self.action)


@dataclass
class Check:
    """What came out: faults, chains by weakness, rows that are there already, rows that say nothing."""

    salt: str
    faults: list[Fault] = field(default_factory=list)
    links: dict[object, Link] = field(default_factory=dict)
    already: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    sound: list[int] = field(default_factory=list)

    def to_write(self) -> list[Link]:
        """The weaknesses that get something new, in the order of the sheet."""
        return [link for link in self.links.values() if link.rows]

    @property
    def counts(self) -> dict[str, int]:
        links = self.to_write()
        return {
            "rows": len(self.sound) + len(self.already) + len({fault.row for fault in self.faults}),
            "sound": len(self.sound), "faulty": len({fault.row for fault in self.faults}),
            "already": len(self.already), "silent": len(self.silent),
            "weaknesses": sum(not link.weakness for link in links),
            "continued": sum(bool(link.weakness) for link in links),
            "causes": sum(len(link.cause) for link in links),
            "people": sum(len(link.responsibility) for link in links),
            "actions": sum(len(link.action) for link in links),
        }  # fmt: skip


def check(
    rows: Iterable[dict],
    submission,
    today: date,
    *,
    salt: str,
    tell: Callable[[int], None] = lambda done: None,
) -> Check:
    """Understand all rows; nothing is written. The salt keeps keys of one file apart from those of another."""
    names = names_of(submission, today)
    reader, checked = Reader.of(submission, names, today), Check(salt)
    for number, raw in enumerate(rows, start=1):
        _sort_in(checked, reader.read(raw), names)
        if number % TOLD_EVERY == 0:
            tell(number)
    return checked


def _sort_in(checked: Check, row: Row, names: Names) -> None:
    if row.faults:
        checked.faults += row.faults
    elif not row.says_something:
        checked.silent.append(row.number)
    else:
        link = _link(checked, row)
        news = [_cause(link, row), _person(link, row), _action(link, row, names)]
        (checked.sound if any(news) else checked.already).append(row.number)


def _link(checked: Check, row: Row) -> Link:
    """Rows of one weakness come together, wherever they stand in the sheet."""
    key = row.weakness.pk if row.weakness else plain(row.meant["title"])
    facts = {} if row.weakness else {name: row.meant[name] for name in ("title", "statement", "index")}
    return checked.links.setdefault(key, Link(checked.salt, row.weakness, facts, row.number))


def _cause(link: Link, row: Row) -> bool:
    if not row.get("cause"):
        return False
    known = {plain(cause.statement) for cause in link.weakness.causes.all()} if link.weakness else set()
    key = _key(link, "cause", row.get("cause"))
    if plain(row.get("cause")) in known or key in link.cause:
        return False
    link.cause[key] = {"kind": row.meant["cause_kind"], "statement": row.get("cause")}
    link.rows[key] = row.number
    return True


def _person(link: Link, row: Row) -> bool:
    if not (person := row.meant.get("responsible")):
        return False
    known = {held.person_id for held in link.weakness.responsibilities.all()} if link.weakness else set()
    key = _key(link, "responsibility", person.email)
    if person.pk in known or key in link.responsibility:
        return False
    link.responsibility[key] = {"person": person, "level": row.meant.get("level", "direct"),
                                "position_title": person.job_title}  # fmt: skip
    link.rows[key] = row.number
    return True


def _action(link: Link, row: Row, names: Names) -> bool:
    if not row.get("measure"):
        return False
    key = _key(link, "action", row.get("measure"))
    is_there = link.weakness and (link.weakness.pk, plain(row.get("measure"))) in names.measures
    if is_there or key in link.action:
        return False
    link.action[key] = {
        "statement": row.get("measure"), "owner": row.meant["owner"], "due_on": row.meant["due_on"],
        "expected_output": row.get("output"), "coordinating_units": row.meant["coordinating"],
        "expected_evidence": row.meant["evidence"], "is_initiative": row.meant.get("initiative", False),
    }  # fmt: skip
    link.rows[key] = row.number
    return True


def _key(link: Link, part: str, words: str) -> str:
    """The same words make the same row: written twice, it is written once."""
    return hashlib.sha256(f"{link.salt} {part} {plain(words)}".encode()).hexdigest()[:12]
