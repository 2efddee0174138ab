"""Files that are ZIP archives: office documents since 2007, OpenDocument, and ZIP itself. Nothing is unpacked."""

import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from .kinds import WITH_MACROS
from .names import ending_of
from .refusal import BOMB, DAMAGED, LOCKED, MACROS, Unfit

MOST_ENTRIES, MOST_UNPACKED = 5_000, 300 * 1024 * 1024
MOST_GROWTH, GROWTH_COUNTS_FROM = 200, 20 * 1024 * 1024
LARGEST_DIRECTORY, LARGEST_LIST = 2 * 1024 * 1024, 1024 * 1024
END, END_64, TAIL = b"PK\x05\x06", b"PK\x06\x07", 65_557
OFFICE_PARTS = {"wordprocessingml.document.main": "docx", "spreadsheetml.sheet.main": "xlsx",
                "presentationml.presentation.main": "pptx", "presentationml.slideshow.main": "pptx"}  # fmt: skip
OPEN_KINDS = {b"application/vnd.oasis.opendocument.text": "odt",
              b"application/vnd.oasis.opendocument.spreadsheet": "ods"}  # fmt: skip
MACRO_PLACES = ("basic/", "scripts/", "xl/macrosheets/")
RUNNABLE = {"exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk", "msi",
            "jar", "dll", "html", "htm", "svg", *WITH_MACROS}  # fmt: skip


def kind(file) -> str:
    """docx, xlsx, pptx, odt, ods or zip. Raises Unfit for macros, passwords, bombs and what cannot be opened."""
    _expect_small_directory(file)
    try:
        with zipfile.ZipFile(file) as archive:
            _expect_bounds(archive.infolist(), file.size)
            return _office_kind(archive) or _open_kind(archive) or _plain_archive(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, struct.error, *UNREADABLE):
        raise Unfit(DAMAGED) from None


UNREADABLE = (OSError, ValueError, EOFError, LookupError, NotImplementedError, RuntimeError, zlib.error)


def _expect_small_directory(file) -> None:
    """The list of entries is read at once: a giant one is refused before that."""
    file.seek(max(0, file.size - TAIL))
    tail = file.read(TAIL)
    end = tail.rfind(END)
    if end < 0 or len(tail) < end + 22:
        raise Unfit(DAMAGED)
    if END_64 in tail or struct.unpack_from("<L", tail, end + 12)[0] > LARGEST_DIRECTORY:
        raise Unfit(BOMB)


def _expect_bounds(entries, size: int) -> None:
    unpacked, packed = sum(each.file_size for each in entries), sum(each.compress_size for each in entries)
    grows = unpacked > GROWTH_COUNTS_FROM and unpacked > MOST_GROWTH * size
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or packed > size or grows:
        raise Unfit(BOMB)
    if any(each.flag_bits & 1 for each in entries):
        raise Unfit(LOCKED)


def _office_kind(archive) -> str | None:
    if "[Content_Types].xml" not in archive.namelist():
        return None
    parts = _beginning(archive, "[Content_Types].xml").decode(errors="replace")
    _expect_no_macros(archive, parts)
    return next((kind for part, kind in OFFICE_PARTS.items() if f"{part}+xml" in parts), None)


def _open_kind(archive) -> str | None:
    if "mimetype" not in archive.namelist():
        return None
    _expect_no_macros(archive, "")
    return OPEN_KINDS.get(_beginning(archive, "mimetype").strip())


def _expect_no_macros(archive, parts: str) -> None:
    places = [name.lower() for name in archive.namelist()]
    held = any(name.endswith("vbaproject.bin") or name.startswith(MACRO_PLACES) for name in places)
    if held or "macroEnabled" in parts or "vbaProject" in parts:
        raise Unfit(MACROS)


def _plain_archive(archive) -> str:
    """A ZIP of documents; one with programs, pages or macro files in it is not."""
    names = archive.namelist()
    if any(".." in PurePosixPath(name).parts or name.startswith(("/", "\\")) for name in names):
        raise Unfit(DAMAGED)
    unfit = next(
        (name for name in names if ending_of(name) in RUNNABLE or name.endswith("vbaProject.bin")), None
    )
    if unfit:
        raise Unfit(
            _(
                "The archive holds “%(name)s”, which is a program, a page or a macro file. Pack it again without."
            )
            % {"name": unfit[-80:]}
        )
    return "zip"


def _beginning(archive, name: str) -> bytes:
    """No more than a list of parts needs, whatever the entry says of its size."""
    with archive.open(name) as part:
        return part.read(LARGEST_LIST)
