"""A real mail server for tests: keeps what it takes, and answers as a script says."""

import asyncio
import email
import email.policy
from collections import Counter
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class AnyPort(Controller):
    """Listens on whatever port is free, and knows which once it listens."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Sink:
    """Takes mail on a port of its own; `refuse` names addresses and the answer they get."""

    def __init__(self):
        self.mails: list[EmailMessage] = []
        self.refuse: dict[str, str] = {}
        self.drop_after_data: set[str] = set()
        self.hang_up_after_refusal = self.silent = False
        self.sessions = Counter()
        self._controller = AnyPort(self, hostname="127.0.0.1", port=0)

    def __enter__(self) -> "Sink":
        self._controller.start()
        return self

    def __exit__(self, *_):
        self._controller.stop()

    @property
    def port(self) -> int:
        return self._controller.port

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if mail["To"] == address]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the library's name
        if answer := self.refuse.get(address):
            return await self._hang_up(server, answer) if self.hang_up_after_refusal else answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def _hang_up(self, server, answer: str) -> str:
        await server.push(answer)
        server.transport.close()
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        if self.silent:
            await asyncio.Event().wait()
        self.sessions[session.peer] += 1
        self.mails.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        if envelope.rcpt_tos[0] in self.drop_after_data:
            self.drop_after_data.remove(envelope.rcpt_tos[0])
            server.transport.abort()
        return f"250 2.0.0 Ok: queued as {len(self.mails)}"
