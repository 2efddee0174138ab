"""The one question every file is asked before it is kept: what is it really, and may it stay?"""

import zipfile
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracker.errors import Invalid

from . import archives, compound
from .kinds import MEDIA_TYPES, TAKEN, WITH_MACROS
from .names import clean_name, ending_of
from .refusal import MACROS, Unfit

MOST_MEGABYTES = 20
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
TAIL = 64 * 1024
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")


@dataclass(frozen=True)
class Examined:
    """A file that may stay: its name made clean, and what its content is."""

    name: str
    media_type: str


def examine(file) -> Examined:
    """Look at the content of an uploaded file. Raises Invalid({"file": …}) that says how to mend it.

    The file is ready to be read again.
    """
    name = clean_name(file.name)
    try:
        _expect_size(file.size)
        _expect_ending(ending_of(name))
        kind = _kind(file)
        _expect_same(kind, ending_of(name))
    except Unfit as reason:
        raise Invalid({"file": str(reason)}) from None
    finally:
        file.seek(0)
    return Examined(name, MEDIA_TYPES[kind])


def _expect_size(size: int) -> None:
    if not size:
        raise Unfit(_("The file is empty. Open it, see that it holds something, and attach it again."))
    if size > MOST_BYTES:
        raise Unfit(_("The file is larger than 20 MB. Split it or save it smaller."))


def _expect_ending(ending: str) -> None:
    if ending in WITH_MACROS:
        raise Unfit(MACROS)
    if ending not in MEDIA_TYPES:
        raise Unfit(_("Files of this kind are not taken. Attach one of these: %(kinds)s.") % {"kinds": TAKEN})


def _expect_same(kind: str, ending: str) -> None:
    if MEDIA_TYPES[kind] != MEDIA_TYPES[ending]:
        raise Unfit(
            _(
                "The name ends in .%(ending)s, but the content is of the kind .%(kind)s."
                " Save it as .%(ending)s, or give it the ending .%(kind)s."
            )
            % {"ending": ending, "kind": kind}
        )


def _kind(file) -> str:
    """The ending a file of this content has."""
    head = _read(file, 0, 1024)
    if head.startswith(b"PK\x03\x04"):
        return archives.kind(file)
    if head.startswith(compound.SIGNATURE):
        return compound.kind(file)
    return _plain_kind(head, file) or _say_what_it_is(head)


def _plain_kind(head: bytes, file) -> str | None:
    """PDF and pictures: they begin and end as such, and are nothing else besides."""
    kind = next((each for each, (start, end) in _PLAIN.items() if head.startswith(start)), None)
    if kind is None:
        return None
    if _PLAIN[kind][1] not in _read(file, max(0, file.size - TAIL), TAIL):
        raise Unfit(_("The end of the file is missing, as when copying breaks off. Copy or save it again."))
    file.seek(0)
    if zipfile.is_zipfile(file):
        raise Unfit(_("The file is two kinds in one. Open it and save or print it again as PDF."))
    return kind


_PLAIN = {
    "pdf": (b"%PDF-", b"%%EOF"),
    "png": (b"\x89PNG\r\n\x1a\n", b"IEND"),
    "jpg": (b"\xff\xd8\xff", b"\xff\xd9"),
}


def _say_what_it_is(head: bytes) -> None:
    if head.startswith(PROGRAMS):
        raise Unfit(_("This is a program, whatever its name says. Attach the document itself."))
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise Unfit(
            _(
                "This is a web page or a script, whatever its name says. Open it, print it as PDF, attach that."
            )
        )
    raise Unfit(
        _("The content is none of these kinds, or the file is damaged: %(kinds)s. Open it and save it again.")
        % {"kinds": TAKEN}
    )


def _read(file, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)
