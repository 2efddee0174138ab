"""A mail server to measure against: `python -m tests.benchmark.mail_sink PORT [FOLDER]`.

Without a folder it forgets what it takes, which no mail server may; with one it has each mail on the disk before it
says 250, as RFC 5321, section 4.2.5, asks.
"""

import os
import sys
from itertools import count
from pathlib import Path

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.handlers import Sink


class Storing(Sink):
    """Keeps each mail in a file of its own."""

    def __init__(self, folder: Path):
        super().__init__()
        folder.mkdir(exist_ok=True)
        self.folder, self.numbers = folder, count(1)

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        path = self.folder / f"{os.getpid()}-{next(self.numbers)}.eml"
        with path.open("wb") as file:
            file.write(envelope.content)
            file.flush()
            os.fsync(file.fileno())
        return "250 2.0.0 Ok: stored"


def main(port: str, *folder: str) -> None:
    controller = UnthreadedController(Storing(Path(folder[0])) if folder else Sink(), "127.0.0.1", int(port))
    controller.begin()
    controller.loop.run_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
