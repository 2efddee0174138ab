"""Office files of before 2007: folders and streams in one file. Macros lie in storages of fixed names."""

import struct

import olefile

from .refusal import DAMAGED, LOCKED, MACROS, Unfit

SIGNATURE = olefile.MAGIC
STREAMS = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"}
MACRO_STORAGES = {"macros", "vba", "_vba_project", "_vba_project_cur"}
UNREADABLE = (OSError, ValueError, LookupError, TypeError, RuntimeError, MemoryError, struct.error)


def kind(file) -> str:
    """doc, xls or ppt. Raises Unfit for macros, passwords and what cannot be opened."""
    streams = _streams(file)
    if "EncryptedPackage" in {path[0] for path in streams}:
        raise Unfit(LOCKED)
    if any(part.lower() in MACRO_STORAGES for path in streams for part in path):
        raise Unfit(MACROS)
    found = next((STREAMS[path[0]] for path in streams if path[0] in STREAMS), None)
    if found is None:
        raise Unfit(DAMAGED)
    return found


def _streams(file) -> list[list[str]]:
    """The paths of all streams and storages."""
    file.seek(0)
    try:
        with olefile.OleFileIO(file) as opened:
            return opened.listdir(streams=True, storages=True)
    except UNREADABLE:
        raise Unfit(DAMAGED) from None
