"""The judge: from the mail server's journal and the product's ledger to one line of the table. Asks nobody else."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.faults.journal import Accepted
from tests.faults.ledger import Ledger
from tests.faults.line import Line

Told = tuple[str, str, str]  # address, action, business date
ANY_DAY = ""


@dataclass(frozen=True)
class Case:
    """What ought to be true, from an oracle that has not asked the product."""

    fault: str
    owed: set[Told]
    ended: datetime  # when it was over, in the senders' time
    kills: int = 0
    over: Mapping[tuple[str, str], datetime] = field(default_factory=dict)  # told from then on, it is stale
    deadline: datetime | None = None  # told later than this, it is late
    cut: int = 0  # other reasons for a copy: a sender frozen, a connection of ours that was cut
    undeliverable: frozenset[str] = frozenset()  # addresses whose mail may fail

    def is_over(self, mail: Accepted) -> bool:
        ends = (self.over.get((mail.address, ref)) for ref in mail.refs)
        return any(end is not None and mail.moment >= end for end in ends)


def judge(case: Case, journal: list[Accepted], ledger: Ledger, seconds: float = 0) -> Line:
    """The figures, and a sentence for each promise that was broken."""
    line = Line(
        fault=case.fault, kills=case.kills, owed=len(case.owed), seconds=seconds,
        lost=len(lost(case, journal)), copies=sum(copies(journal).values()), late=len(late(case, journal, ledger)),
        stale=sum(map(case.is_over, journal)), sent=len(identities(journal)),
        drops=sum(mail.dropped for mail in journal), counted=sum(mail.counted for mail in ledger.mails),
    )  # fmt: skip
    return line.breaking(*complaints(case, line, journal, ledger))


def complaints(case: Case, line: Line, journal: list[Accepted], ledger: Ledger) -> Iterator[str]:
    if line.lost:
        yield f"{line.lost} of {line.owed} owed reminders were lost, such as {min(lost(case, journal))}"
    if line.copies > line.kills + line.drops + case.cut:
        yield f"{line.copies} copies need more than {line.kills} kills and {line.drops + case.cut} broken lines"
    if line.late:
        yield f"{line.late} mails left too late"
    if line.stale:
        yield f"{line.stale} mails told what no longer held"
    yield from of_copies(journal, ledger)
    yield from of_the_ledger(case, journal, ledger)


def of_copies(journal: list[Accepted], ledger: Ledger) -> Iterator[str]:
    """A copy carries the same identity and the same words, and is counted."""
    if other := [identity for identity, words in bodies(journal).items() if len(words) > 1]:
        yield f"{len(other)} mails went out again with other words, such as {min(other)}"
    if twice := doubled(journal):
        yield f"{len(twice)} reminders were told under two identities, such as {min(twice)}"
    known = ledger.by_identity
    silent = {each for each, more in copies(journal).items() if each in known and more > known[each].counted}
    if silent:
        yield f"copies of {len(silent)} mails were not counted, such as {min(silent)}"


def of_the_ledger(case: Case, journal: list[Accepted], ledger: Ledger) -> Iterator[str]:
    """The ledger says what happened, and nothing is left hanging."""
    taken, said = identities(journal), {mail.message_id for mail in ledger.mails if mail.state == "sent"}
    if said - taken:
        yield f"{len(said - taken)} mails are said to be sent that no mail server took"
    if taken - said:
        yield f"{len(taken - said)} mails were taken that are not said to be sent"
    sending = [mail for mail in ledger.mails if mail.state == "sending"]
    if hanging := [mail for mail in sending if not mail.lease_until or mail.lease_until <= case.ended]:
        yield f"{len(hanging)} mails are still being sent although their lease has run out"
    yield from of_duties(case, ledger, said)


def of_duties(case: Case, ledger: Ledger, said: set[str]) -> Iterator[str]:
    """An obligation is told exactly when its mail is sent; none stays open."""
    right = {"done": True, "bound": False}
    torn = [each for each in ledger.duties if right.get(each.state) is (each.message_id not in said)]
    if torn:
        yield f"{len(torn)} obligations and their mails say different things, such as {torn[0]}"
    open_ones = [each for each in ledger.duties if each.state in ("planned", "bound")]
    if waiting := [each for each in open_ones if each.address not in case.undeliverable]:
        yield f"{len(waiting)} obligations are still open, such as {waiting[0]}"


def lost(case: Case, journal: list[Accepted]) -> set[Told]:
    told = {(mail.address, ref, day) for mail in journal for ref in mail.refs for day in (mail.day, ANY_DAY)}
    return case.owed - told


def copies(journal: list[Accepted]) -> Counter:
    """How often more than once each identity was taken."""
    return Counter(mail.message_id for mail in journal) - Counter(identities(journal))


def late(case: Case, journal: list[Accepted], ledger: Ledger) -> list[Accepted]:
    ends = {mail.message_id: mail.not_after for mail in ledger.mails}
    return [
        mail for mail in journal
        if any(end and mail.moment > end for end in (case.deadline, ends.get(mail.message_id)))
    ]  # fmt: skip


def doubled(journal: list[Accepted]) -> set[Told]:
    told = defaultdict(set)
    for mail in journal:
        for ref in mail.refs:
            told[mail.address, ref, mail.day].add(mail.message_id)
    return {what for what, under in told.items() if len(under) > 1}


def bodies(journal: list[Accepted]) -> Mapping[str, set[str]]:
    found = defaultdict(set)
    for mail in journal:
        found[mail.message_id].add(mail.body)
    return found


def identities(journal: list[Accepted]) -> set[str]:
    return {mail.message_id for mail in journal}
