"""Asking a server over kept connections, one after another on each, and how long each answer took."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Measured:
    """Answers within the time given, all of them good."""

    seconds: list[float]
    took: float

    @property
    def p50(self) -> float:
        """Milliseconds that half of the answers stayed below."""
        return median(self.seconds) * 1000

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.took


class Connection:
    """One kept connection over the loopback."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> bytes:
        """The body of the answer. Raises when it is not a success."""
        self.socket.sendall(request)
        head, _, body = self._until_head().partition(b"\r\n\r\n")
        if b" 200 " not in head[:20]:
            raise RuntimeError(f"not a success: {head[:60]!r} {body[:200]!r}")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        while len(body) < length:
            body += self.socket.recv(262144)
        return body

    def _until_head(self) -> bytes:
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._some()
        return received

    def _some(self) -> bytes:
        if not (some := self.socket.recv(262144)):
            raise RuntimeError("the server closed the connection")
        return some


def request(path: str, *, method: str = "GET", body: bytes = b"", **headers: str) -> bytes:
    """An HTTP request as bytes."""
    lines = {"Host": "localhost", "Content-Length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body


def ask_once(port: int, what: bytes) -> bytes:
    return Connection(port).ask(what)


def measure(
    port: int, requests: Callable[[int], Iterator[bytes]], *, clients: int, seconds: float
) -> Measured:
    """Let so many clients ask for so long; each gets its own requests."""
    asked: list[list[float]] = [[] for _ in range(clients)]
    begin = perf_counter()
    threads = [
        threading.Thread(target=_keep_asking, args=(port, requests(number), begin + seconds, asked[number]))
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Measured([one for each in asked for one in each], perf_counter() - begin)


def _keep_asking(port: int, requests: Iterator[bytes], until: float, took: list[float]) -> None:
    connection = Connection(port)
    for each in requests:
        begin = perf_counter()
        if begin >= until:
            return
        connection.ask(each)
        took.append(perf_counter() - begin)
