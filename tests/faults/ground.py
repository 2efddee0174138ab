"""A data folder with empty tables, made once and copied for each fault, so that none inherits from another."""

import subprocess
from pathlib import Path

from tests.house import running


class GroundError(Exception):
    """The tables could not be made."""


def prepare(folder: Path) -> Path:
    """The folder, whose database is migrated and at rest."""
    done = running.manage("migrate", "--verbosity=0", "--data", folder, EMBEDDED_FSYNC="false")
    if done.returncode:
        raise GroundError(done.stderr)
    return folder


def copied(prepared: Path, to: Path) -> Path:
    """The same again elsewhere; every file keeps its owner, which PostgreSQL insists on."""
    subprocess.run(["cp", "-a", str(prepared), str(to)], check=True)
    return to
