"""Secrets that the site makes for itself when none is given, kept in the data folder for its owner alone."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from tracker.embedded.folder import DataFolder


def kept(folder: DataFolder, name: str, length: int) -> str:
    """The secret of that name; made on first use, the same for every process ever after."""
    file = folder.path / name
    with suppress(FileExistsError):
        if not file.exists():
            folder.prepare()
            write_once(file, secrets.token_urlsafe(length))
            folder.give_to(file, folder.path.stat().st_uid)
    return file.read_text().strip()


def write_once(file: Path, secret: str) -> None:
    """Whole or absent, and the first writer wins: two processes may start at once."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(secret)
    try:
        os.link(fresh, file)
    finally:
        fresh.unlink()
