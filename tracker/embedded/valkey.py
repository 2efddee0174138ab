"""The embedded Valkey (speaks Redis): append-only, never forgetting, on a socket inside the data folder."""

import signal
import socket
import subprocess
from pathlib import Path
from urllib.parse import quote

from tracker.embedded.binaries import valkey_server
from tracker.embedded.child import start_server
from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder
from tracker.embedded.waiting import last_line, wait_until

NAME = "valkey"
SOCKET = "valkey.sock"
STOP = signal.SIGTERM
SETTINGS = {
    "port": "0",
    "unixsocket": SOCKET,
    "unixsocketperm": "700",
    "dir": ".",
    "appendonly": "yes",
    "save": "",
    "maxmemory-policy": "noeviction",
    "loglevel": "warning",
    "daemonize": "no",
}


def socket_of(folder: DataFolder) -> Path:
    """The socket to give to a client."""
    return folder.socket_folder(NAME) / SOCKET


def address_of(folder: DataFolder) -> str:
    """The same as an address, for a client that takes one."""
    return f"unix://{quote(str(socket_of(folder)))}"


def start(folder: DataFolder, log: Path) -> subprocess.Popen:
    """Run the server and return once it takes commands."""
    home = folder.servers_part(NAME)
    (home / SOCKET).unlink(missing_ok=True)
    words = [word for name, value in SETTINGS.items() for word in (f"--{name}", value)]
    server = start_server([valkey_server(), *words], inside=home, folder=folder, last_word=STOP, log=log)
    wait_until(lambda: answers(socket_of(folder)) or has_ended(server, log), seconds=60, what="Valkey")
    return server


def answers(path: Path) -> bool:
    """Whether a PING is answered: while the append-only file is being read, it is not."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(64).startswith(b"+PONG")
        except OSError:
            return False


def has_ended(server: subprocess.Popen, log: Path) -> bool:
    if server.poll() is not None:
        raise CannotStart(f"Valkey ended at once: {last_line(log)}")
    return False
