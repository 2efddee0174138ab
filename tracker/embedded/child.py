"""Starting a child that gives up root, and that ends when its parent ends, even by `kill -9`."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tracker.embedded.folder import DataFolder

PR_SET_PDEATHSIG = 1
# Loaded before any fork: nothing may be imported between fork and exec.
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def tie_to_parent(last_word: signal.Signals, *, parent: int | None = None) -> Callable[[], None]:
    """What a child runs first, so that the kernel sends it this signal when its parent (else: we) dies."""
    parent = parent or os.getpid()

    def tie() -> None:
        if LIBC:
            LIBC.prctl(PR_SET_PDEATHSIG, last_word)
            if os.getppid() != parent:
                os.kill(os.getpid(), last_word)

    return tie


def start_server(
    command: Sequence[str | Path], *, inside: Path, folder: DataFolder, last_word: signal.Signals, log: Path
) -> subprocess.Popen:
    """Run a server as the folder's account, in its own session, writing to the log."""
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            cwd=inside,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=tie_to_parent(last_word),
            **as_account(folder),
        )


def as_account(folder: DataFolder) -> dict:
    """Arguments for subprocess: the account the servers run as, files private to it, a plain environment."""
    plain = {"umask": 0o077, "env": {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}}
    if os.geteuid() != 0:
        return plain
    return plain | {"user": folder.account.pw_uid, "group": folder.account.pw_gid, "extra_groups": []}


def place(folder: Path) -> Path:
    """The folder as a child working inside it can name it.

    Root's folders (say /root) may be closed to the account the server runs as. The kernel's name for the
    current folder is open even then, so no parent folder has to be opened to others.
    """
    as_root_on_linux = os.geteuid() == 0 and sys.platform == "linux"
    return Path("/proc/self/cwd") if as_root_on_linux else folder
