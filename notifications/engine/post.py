"""Where mail is handed in: a mail server over one reused connection, or a folder when none is configured."""

import re
import smtplib
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from notifications.models import DeliveryAttempt
from notifications.wording import STORED

Outcome = DeliveryAttempt.Outcome
CONNECT_SECONDS, DATA_SECONDS = 10, 30
LINE_CLOSED = 421
UNSAFE = re.compile(r"[^\w.@+-]")  # in a file's name


class NotAccepted(Exception):
    """The mail server did not take the mail; the outcome says what that means for the envelope."""

    def __init__(self, outcome: str, reply: str, *, ends_the_turn: bool = False):
        super().__init__(reply)
        self.outcome, self.reply, self.ends_the_turn = outcome, reply[:500], ends_the_turn


class Post(Protocol):
    def send(self, sender: str, address: str, payload: bytes) -> str:
        """Hand one mail in; returns the answer of the server or raises NotAccepted."""

    def close(self) -> None: ...


def post_of_this_site() -> Post:
    """The configured mail server, or the mail folder of the data folder."""
    return SmtpPost() if settings.EMAIL_HOST else FolderPost(Path(settings.DATA_DIR) / "mail")


class FolderPost:
    """Keeps each mail as an .eml file under the date it carries."""

    def __init__(self, folder: Path):
        self.folder = folder

    def send(self, sender: str, address: str, payload: bytes) -> str:
        headers = payload[:4000].decode("ascii", "replace")
        day = self.folder / re.search(r"^X-Business-Date: (\S+)", headers, re.M)[1]
        name = re.search(r"^Message-ID:\s+<([\w.-]+)@", headers, re.M | re.I)[1]
        try:
            day.mkdir(parents=True, exist_ok=True)
            (day / f"{UNSAFE.sub('_', address)}-{name[:12]}.eml").write_bytes(payload)
        except OSError as error:
            words = f"the mail folder cannot be written: {error}"
            raise NotAccepted(Outcome.UNREACHABLE, words, ends_the_turn=True) from error
        return STORED

    def close(self) -> None:
        """Nothing is kept open."""


class SmtpPost:
    """One connection reused over a batch and renewed when it breaks; one recipient a message."""

    def __init__(self):
        self._backend: EmailBackend | None = None

    def send(self, sender: str, address: str, payload: bytes) -> str:
        line = self._line()
        try:
            self._expect(line.mail(sender), otherwise=Outcome.UNREACHABLE)
            self._expect(line.rcpt(address), otherwise=Outcome.FAILED)
        except (smtplib.SMTPException, OSError) as error:
            raise self._broken(Outcome.UNREACHABLE, error) from error
        try:
            answer = line.data(payload)
        except smtplib.SMTPDataError as error:  # it did not ask for the text: whatever it says, it has none
            raise self._refusal((error.smtp_code, error.smtp_error), Outcome.FAILED) from error
        except (smtplib.SMTPException, OSError) as error:
            raise self._broken(Outcome.UNCERTAIN, error) from error
        return self._expect(answer, otherwise=Outcome.FAILED, unclear=Outcome.UNCERTAIN)

    def close(self) -> None:
        backend, self._backend = self._backend, None
        if backend:
            with suppress(smtplib.SMTPException, OSError):
                backend.close()

    def _line(self) -> smtplib.SMTP:
        if self._backend is None:
            try:
                backend = EmailBackend(timeout=CONNECT_SECONDS)
                backend.open()
                backend.connection.ehlo_or_helo_if_needed()
            except (smtplib.SMTPException, OSError, ValueError) as error:  # ValueError: impossible settings
                raise self._broken(Outcome.UNREACHABLE, error) from error
            backend.connection.sock.settimeout(DATA_SECONDS)
            self._backend = backend
        return self._backend.connection

    def _expect(
        self, answer: tuple[int, bytes], *, otherwise: str, unclear: str = Outcome.UNREACHABLE
    ) -> str:
        """The server's words when they are a yes; an answer that is neither yes nor no has the unclear outcome."""
        code, words = answer
        if 200 <= code < 300:
            return _reply(code, words)[:500]
        raise self._refusal(answer, otherwise, unclear)

    def _refusal(
        self, answer: tuple[int, bytes], otherwise: str, unclear: str = Outcome.UNREACHABLE
    ) -> NotAccepted:
        code, reply = answer[0], _reply(*answer)
        if code < 400:
            return self._broken(unclear, reply)
        if code == LINE_CLOSED or otherwise == Outcome.UNREACHABLE:
            return self._broken(Outcome.UNREACHABLE, reply)
        self._begin_anew()
        return NotAccepted(Outcome.DELAYED if code < 500 else otherwise, reply)

    def _begin_anew(self) -> None:
        """Ready the line for the next mail; a server that hangs up after refusing gets a new line."""
        try:
            self._backend.connection.rset()
        except (smtplib.SMTPException, OSError):
            self.close()

    def _broken(self, outcome: str, why: object) -> NotAccepted:
        """A server that is away or silent is left alone for this turn; one that hangs up gets a new line."""
        self.close()
        cause = getattr(why, "__context__", None)  # smtplib wraps the time-out
        is_silent = outcome == Outcome.UNREACHABLE or isinstance(cause, TimeoutError)
        return NotAccepted(outcome, str(why), ends_the_turn=is_silent)


def _reply(code: int, words: bytes) -> str:
    return f"{code} {words.decode('utf-8', 'replace')}"
