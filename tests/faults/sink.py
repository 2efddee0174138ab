"""The mail server of the rig: a process of its own that takes mail, keeps the journal and misbehaves as it is told.

`python -m tests.faults.sink JOURNAL PORT SEED`; each line it reads is a script, answered with the port it listens on.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.journal import Journal, accepted
from tests.notifications.sink import AnyPort

LATER = "451 4.3.2 try again later"
TAKEN = "250 2.0.0 Ok: queued"
PAUSE = 0.01


@dataclass(frozen=True)
class Script:
    """How the server behaves until it is told otherwise."""

    pace: float = 0  # seconds a mail takes, half of them after it was taken
    delayed: float = 0  # share of mails answered with 451
    dropped: float = 0  # share of mails taken whose sender is never told
    drop_each_once: bool = False
    everybody: str = ""  # the answer that everybody gets
    answers: dict[str, str] = field(default_factory=dict)  # the answer an address gets
    tarpit: dict[str, float] = field(default_factory=dict)  # seconds an address is kept waiting
    hold: bool = False  # nobody is told anything until the next script


class Server:
    """Takes mail by its script; what it takes is in the journal before the sender hears of it."""

    def __init__(self, journal: Journal, seed: int):
        self.journal, self.script = journal, Script()
        self.chance = random.Random(seed)
        self.seen: set[str] = set()

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the library's name
        if answer := self.script.answers.get(address) or self.script.everybody or self._delays():
            return answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        address = envelope.rcpt_tos[0]
        await asyncio.sleep(self.script.pace / 2 + self.script.tarpit.get(address, 0))
        mail = accepted(envelope.content, address, time.time())
        drops = self._drops(mail.message_id)
        self.journal.write(mail.but_dropped() if drops else mail)
        await self._before_answering(drops)
        if drops:
            server.transport.abort()
        return TAKEN

    async def _before_answering(self, drops: bool) -> None:
        await asyncio.sleep(self.script.pace / 2)
        while self.script.hold and not drops:
            await asyncio.sleep(PAUSE)

    def _delays(self) -> str:
        return LATER if self.chance.random() < self.script.delayed else ""

    def _drops(self, message_id: str) -> bool:
        is_new = message_id not in self.seen
        self.seen.add(message_id)
        return self.chance.random() < self.script.dropped or (self.script.drop_each_once and is_new)


def main(journal: str, port: str, seed: str) -> None:
    server = Server(Journal(Path(journal)), int(seed))
    controller = AnyPort(server, hostname="127.0.0.1", port=int(port))
    controller.start()
    for words in sys.stdin:
        server.script = Script(**json.loads(words))
        print(controller.port, flush=True)
    controller.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
