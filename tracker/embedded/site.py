"""The whole site on one machine: `python -m tracker.embedded.site`, which is what bin/start runs."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException
from typing import NoReturn

from tracker.embedded import processes
from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder
from tracker.embedded.lease import gets, leased
from tracker.embedded.options import OptionParser
from tracker.embedded.waiting import last_line, wait_until
from tracker.kept_secrets import kept


class Stopped(Exception):
    """Somebody pressed Ctrl-C or sent TERM."""


def main(words: list[str]) -> None:
    """Start everything, say where it is, and stop everything when told to."""
    options = OptionParser.read(words)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    folder = DataFolder.named(options.data).prepare()
    tell_the_processes(folder, options)
    with only_one(folder, options.port):
        expect_free(options.port)
        with leased(folder):
            serve(folder, options)


def serve(folder: DataFolder, options: Namespace) -> None:
    log_ins = prepared(options)
    supervisor = processes.start(folder, options.port)
    try:
        is_up = partial(is_answering, supervisor, options.port)
        wait_until(is_up, seconds=120, what="The site's first page")
        say(f"\nThe site is at http://localhost:{options.port}/ (Ctrl-C stops it)")
        say(f"Data in {folder.path}, logs in {folder.path / 'logs'}\n{log_ins}")
        supervisor.wait()
        raise CannotStart(f"The supervisor ended: {last_line(folder.path / 'logs' / 'supervisor.log')}")
    finally:
        end(supervisor)


def tell_the_processes(folder: DataFolder, options: Namespace) -> None:
    """What every process finds in its environment, unless somebody set it otherwise."""
    os.environ["DATA_DIR"] = str(folder.path)
    os.environ.setdefault("SITE_URL", f"http://localhost:{options.port}")
    os.environ.setdefault("SAMPLE_MODE", "false" if options.empty else "true")
    if os.environ["SAMPLE_MODE"] == "true" and not os.environ.get("SAMPLE_PASSWORD"):
        os.environ["SAMPLE_PASSWORD"] = kept(folder, "sample-password", 9)


@contextmanager
def only_one(folder: DataFolder, port: int) -> Iterator[None]:
    """Hold the data folder for this site alone, and leave word where it is."""
    with (folder.path / "locks" / "site").open("a+") as lock:
        if not gets(lock, fcntl.LOCK_EX):
            lock.seek(0)
            where = f"{folder.path} ({lock.read()})"
            raise CannotStart(
                f"The site already runs on {where}; stop it or name another folder with --data."
            )
        lock.truncate(0)
        lock.write(f"http://localhost:{port}/")
        lock.flush()
        yield


def expect_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            reason = f"Port {port} cannot be used: {error.strerror}."
            raise CannotStart(f"{reason} Name another with --port.") from error


def prepared(options: Namespace) -> str:
    """Tables, static files and the sample; the answer is what to say of the log-ins."""
    words = ["--empty"] * options.empty + [f"--stage={options.stage}"] * bool(options.stage)
    done = subprocess.run(
        [sys.executable, "manage.py", "prepare_site", *words],
        cwd=processes.CODE,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


def is_answering(supervisor: subprocess.Popen, port: int) -> bool:
    """Whether the first page is there, even if it only asks to log in."""
    if supervisor.poll() is not None:
        raise CannotStart("The supervisor ended at once; see supervisor.log in the data folder.")
    connection = HTTPConnection("localhost", port, timeout=10)
    try:
        connection.request("HEAD", "/")
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def end(supervisor: subprocess.Popen) -> None:
    """The supervisor ends its processes, then itself; whoever presses Ctrl-C again does not hurry it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    supervisor.terminate()
    supervisor.wait()


def stop(*_) -> NoReturn:
    raise Stopped


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Stopped:
        say("Stopped.")
    except CannotStart as error:
        sys.exit(print(f"bin/start: {error}", file=sys.stderr) or 2)  # noqa: T201
