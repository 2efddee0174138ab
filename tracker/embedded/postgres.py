"""The embedded PostgreSQL: set up once, started on a socket inside the data folder, stopped cleanly."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

from tracker.embedded.binaries import postgres_programs
from tracker.embedded.child import as_account, place, start_server
from tracker.embedded.errors import CannotStart
from tracker.embedded.folder import DataFolder, private
from tracker.embedded.waiting import last_line, wait_until

NAME = "postgres"
VERSION = "18"
DATABASE = USER = "tracker"
STOP = signal.SIGINT  # PostgreSQL's "fast shutdown": sessions are ended, data is safe
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_directories": "..",
    "unix_socket_permissions": "0700",
    "log_checkpoints": "off",
    "log_min_messages": "warning",
}
CARELESS = {"fsync": "off", "full_page_writes": "off"}
COMPLAINT = re.compile("FATAL:|ERROR:|error:")


def socket_of(folder: DataFolder) -> Path:
    """The folder to give to a client as the database's host."""
    return folder.socket_folder(NAME)


def start(folder: DataFolder, log: Path) -> subprocess.Popen:
    """Run the server and return once it takes connections."""
    home = folder.servers_part(NAME)
    cluster = home / VERSION
    if not cluster.exists():
        set_up(folder, home, cluster)
    write_who_may_connect(folder, cluster)
    forget_the_dead(home, cluster)
    settings = SETTINGS | (CARELESS if os.environ.get("EMBEDDED_FSYNC", "").lower() in ("false", "0") else {})
    words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    command = [postgres_programs() / "postgres", "-D", place(cluster), *words]
    server = start_server(command, inside=cluster, folder=folder, last_word=STOP, log=log)
    wait_until(lambda: is_ready(cluster, server) or has_ended(server, log), seconds=120, what="PostgreSQL")
    return server


def set_up(folder: DataFolder, home: Path, cluster: Path) -> None:
    """Make an empty cluster with one database: in a folder beside it first, so that it is whole or absent."""
    fresh = home / f"{VERSION}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    folder.give_to(private(fresh), folder.account.pw_uid)
    programs = postgres_programs()
    locale = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
    where = ("-D", place(fresh))
    run(folder, fresh, programs / "initdb", *where, "--username", USER, "--auth=peer", *locale)
    run(
        folder,
        fresh,
        programs / "postgres",
        "--single",
        *where,
        "postgres",
        words=f"CREATE DATABASE {DATABASE}",
    )
    fresh.rename(cluster)


def run(folder: DataFolder, inside: Path, *command: object, words: str = "") -> None:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=inside,
        input=words,
        text=True,
        capture_output=True,
        check=False,
        **as_account(folder),
    )
    complaints = [line for line in done.stderr.splitlines() if COMPLAINT.search(line)]
    if done.returncode or complaints:
        shutil.rmtree(inside, ignore_errors=True)
        reason = COMPLAINT.split((complaints or ["it gave no reason"])[0])[-1]
        raise CannotStart(f"PostgreSQL could not be set up in {folder.path}: {reason.strip()}.")


def write_who_may_connect(folder: DataFolder, cluster: Path) -> None:
    """Only the folder's owner and root, known by the kernel's word (peer), over the socket."""
    if not (cluster / "PG_VERSION").exists():
        raise CannotStart(
            f"{cluster} holds no PostgreSQL data; move it away or name another folder with --data."
        )
    people = {"root", folder.account.pw_name}
    (cluster / "pg_hba.conf").write_text("local all all peer map=owner\n")
    (cluster / "pg_ident.conf").write_text("".join(f"owner {name} {USER}\n" for name in sorted(people)))


def forget_the_dead(home: Path, cluster: Path) -> None:
    """Wait for a server that is still ending; drop what one that was killed left behind.

    PostgreSQL reads its own pid file and copes, except when another process of the same account has since
    been given that number: then it would refuse to start for ever.
    """
    left = cluster / "postmaster.pid"
    if left.exists():
        pid = left.read_text().split("\n", 1)[0]
        wait_until(lambda: not works_in(cluster, pid), seconds=60, what="The previous PostgreSQL to end")
        if Path(f"/proc/{pid}").exists():
            left.unlink(missing_ok=True)
    for socket in home.glob(".s.PGSQL.*"):
        socket.unlink()


def works_in(cluster: Path, pid: str) -> bool:
    """Whether that process is this cluster's server: PostgreSQL's current folder is its data."""
    try:
        return Path(f"/proc/{pid}/cwd").samefile(cluster)
    except OSError:
        return False


def is_ready(cluster: Path, server: subprocess.Popen) -> bool:
    """PostgreSQL writes its own state into the eighth line of its pid file, as pg_ctl reads it."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) > 7 and lines[0] == str(server.pid) and lines[7].strip() == "ready"


def has_ended(server: subprocess.Popen, log: Path) -> bool:
    if server.poll() is not None:
        raise CannotStart(f"PostgreSQL ended at once: {last_line(log)}")
    return False
