"""The folder a replay writes: built beside its place and put there whole, or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TABLE = "replay.txt"


class OutputError(Exception):
    """The folder cannot be written, or holds something a replay did not write."""


@dataclass(frozen=True)
class Output:
    """Where the mails, papers and the table of one replay go."""

    folder: Path

    @classmethod
    @contextmanager
    def at(cls, place: Path) -> Iterator["Output"]:
        """A fresh folder to write into; it takes its place only when all went well."""
        place = place.resolve()
        _expect_free(place)
        part = _part_beside(place)
        try:
            yield cls(part)
            _put(part, place)
        except OSError as error:
            raise OutputError(f"{place} cannot be written: {error.strerror}.") from error
        finally:
            shutil.rmtree(part, ignore_errors=True)

    @property
    def mail(self) -> Path:
        return self.folder / "mail"

    def write_table(self, text: str) -> None:
        (self.folder / TABLE).write_text(text, encoding="utf-8")

    def write_paper(self, name: str, document: bytes) -> None:
        papers = self.folder / "papers"
        papers.mkdir(exist_ok=True)
        (papers / name).write_bytes(document)


def _expect_free(place: Path) -> None:
    try:
        is_ours = not place.exists() or (place / TABLE).is_file() or not any(place.iterdir())
    except OSError as error:
        raise OutputError(f"{place} cannot be used: {error.strerror}.") from error
    if not is_ours:
        raise OutputError(f"{place} holds files that no replay wrote; name another folder or an empty one.")


def _part_beside(place: Path) -> Path:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
        part.chmod(0o755)
    except OSError as error:
        raise OutputError(f"{place} cannot be written: {error.strerror}.") from error
    return part


def _put(part: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    part.rename(place)
