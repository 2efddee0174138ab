"""Whether an upload is a Word file that holds nothing but text and layout, and reaches for nothing outside itself."""

import zipfile
import zlib

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.utils.translation import gettext_lazy

from tracker.files import compound
from tracker.files.names import ending_of

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MAIN = "word/document.xml"
INSERTED = ("word/embeddings/", "word/activex/", "word/afchunk", "customui/")
FIELDS = ("INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "MERGEFIELD")
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
FIELD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instrText"
MARK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fldChar"
SIMPLE_FIELD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fldSimple"
NOT_WORD = gettext_lazy("This is not a Word file. Save the template in Word as “Word Document (.docx)”.")
OTHER_KIND = gettext_lazy(
    "A template is a Word file of the kind .docx, without macros. Open this file in Word and choose “Save as”, "
    "“Word Document (.docx)”."
)
OLD_KIND = gettext_lazy(
    "This is an older Word file (.doc) under the name .docx, or it has a password. Open it in Word, take the password "
    "off, and choose “Save as”, “Word Document (.docx)”."
)
WITH_MACROS = gettext_lazy(
    "The file holds macros. Open it in Word and choose “Save as”, “Word Document (.docx)”: that kind has none."
)
DAMAGED = gettext_lazy("The file is damaged and cannot be read. Open it in Word and save it again.")
TOO_LARGE = gettext_lazy(
    "The file is larger than 5 MB, or grows beyond 40 MB. Take large pictures out of it."
)
INSERTS = gettext_lazy(
    "The file holds inserted objects or controls (%(name)s). Take them out, and save it again."
)
OUTSIDE = gettext_lazy(
    "The file fetches something from outside: %(target)s. Insert pictures into the file itself."
)
FETCHES = gettext_lazy("The file has a field that fetches something from outside: %(field)s. Take it out.")


def fault_of_upload(file) -> str:
    """What is seen before the file is taken apart: too large, of another kind, an older Word, macros."""
    if file.size > MOST_BYTES:
        return str(TOO_LARGE)
    if file.size and ending_of(file.name) != "docx":
        return str(OTHER_KIND)
    head = file.read(len(compound.SIGNATURE))
    file.seek(0)
    if head == compound.SIGNATURE:
        return str(OLD_KIND)
    return str(WITH_MACROS) if _holds_macros(file) else ""


def _holds_macros(file) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return any("vbaproject" in name.lower() for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):  # said better by whoever opens it
        return False
    finally:
        file.seek(0)


def fault_of_package(file) -> str:
    """What is wrong with the file as a file; empty when it is sound."""
    if ending_of(file.name) != "docx":
        return str(NOT_WORD)
    try:
        with zipfile.ZipFile(file) as archive:
            return _fault_of(archive, file.size)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ParseError,
        DefusedXmlException,
        UnicodeDecodeError,
        KeyError,
        OSError,
        ValueError,
    ):
        return str(DAMAGED)
    finally:
        file.seek(0)


def _fault_of(archive: zipfile.ZipFile, size: int) -> str:
    names = archive.namelist()
    if size > MOST_BYTES or sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
        return str(TOO_LARGE)
    if MAIN not in names:
        return str(NOT_WORD)
    if inserted := next((name for name in names if name.lower().startswith(INSERTED)), None):
        return INSERTS % {"name": inserted}
    return next((fault for name in names if (fault := _fault_of_xml(archive, name))), "")


def _fault_of_xml(archive: zipfile.ZipFile, name: str) -> str:
    """Every XML part is parsed: none may define entities; relationships and fields stay inside the file."""
    if not name.lower().endswith((".xml", ".rels")):
        return ""
    tree = fromstring(archive.read(name), forbid_dtd=True)
    if name.lower().endswith(".rels"):
        targets = (each.get("Target") for each in tree.iter(RELATIONSHIP) if _fetches(each))
        return next((OUTSIDE % {"target": target} for target in targets), "")
    return next((FETCHES % {"field": words.strip()} for words in _fields(tree) if _is_foreign(words)), "")


def _fetches(relationship) -> bool:
    """A link that a person may click is harmless; anything else outside is fetched by itself."""
    return relationship.get("TargetMode") == "External" and not relationship.get("Type", "").endswith(
        "/hyperlink"
    )


def _fields(tree) -> list[str]:
    simple = [each.get(SIMPLE_FIELD.replace("fldSimple", "instr"), "") for each in tree.iter(SIMPLE_FIELD)]
    return simple + _written_in_pieces(tree)


def _written_in_pieces(tree) -> list[str]:
    """Word cuts the words of a field into runs wherever it likes; its marks stand around them."""
    fields = [""]
    for each in tree.iter():
        if each.tag == MARK:
            fields.append("")
        elif each.tag == FIELD:
            fields[-1] += each.text or ""
    return fields


def _is_foreign(words: str) -> bool:
    """A tag in a field could make any field of it."""
    name = next(iter(words.upper().split()), "")
    return name in FIELDS or "{{" in words or "{%" in words
