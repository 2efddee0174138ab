"""A file is what its content says, not what its name says; whatever is unfit is refused with words that mend it."""

import io
import struct
import zipfile

import olefile
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from docx import Document
from openpyxl import Workbook

from tests.files import JPEG, PDF, PNG
from tracker.errors import Invalid
from tracker.files import MOST_BYTES, examine
from tracker.files.names import clean_name

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def packed(**entries) -> bytes:
    """A ZIP with these entries; two underscores stand for a slash, one pair of them for what names cannot hold."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return memory.getvalue()


def office(part: str, **more) -> bytes:
    return packed(**{"[Content_Types].xml": f'<Types><Override ContentType="{part}"/></Types>', **more})


def saved(document) -> bytes:
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


def with_macros(document: bytes) -> bytes:
    memory = io.BytesIO(document)
    with zipfile.ZipFile(memory, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf")
    return memory.getvalue()


def compound(*names: str) -> bytes:
    """The smallest file of the old Office kind: one sector of places, one folder with these empty streams."""
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII", olefile.MAGIC, b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096,
        0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0,
    )  # fmt: skip
    places = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    entries = [entry("Root Entry", 5, child=1), *_chain(names)]
    folder = b"".join(entries).ljust(512, b"\0")
    return header + struct.pack("<108I", *[0xFFFFFFFF] * 108) + places + folder


def _chain(names):
    for number, name in enumerate(names, start=1):
        following = number + 1 if number < len(names) else 0xFFFFFFFF
        yield entry(name, 1 if name == "Macros" else 2, right=following)


def entry(name: str, kind: int, right=0xFFFFFFFF, child=0xFFFFFFFF) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    return struct.pack("<64sHBBIII36xIQ", written, len(written), kind, 1, none, right, child, 0xFFFFFFFE, 0)


def brought(name: str, content: bytes):
    return examine(SimpleUploadedFile(name, content))


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACRO_BOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ODT, ODS = (f"application/vnd.oasis.opendocument.{kind}" for kind in ("text", "spreadsheet"))


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("A.PDF", PDF, "application/pdf"),
        ("a.png", PNG, "image/png"),
        ("a.jpg", JPEG, "image/jpeg"),
        ("a.jpeg", JPEG, "image/jpeg"),
        ("a.docx", saved(Document()), "wordprocessingml.document"),
        ("a.xlsx", saved(Workbook()), "spreadsheetml.sheet"),
        ("a.pptx", office(SLIDES), "presentationml.presentation"),
        ("a.odt", packed(mimetype=ODT), ODT),
        ("a.ods", packed(mimetype=ODS), ODS),
        ("a.doc", compound("WordDocument"), "application/msword"),
        ("a.xls", compound("Workbook"), "application/vnd.ms-excel"),
        ("a.ppt", compound("PowerPoint Document"), "application/vnd.ms-powerpoint"),
        ("a.zip", packed(**{"biên bản.pdf": PDF}), "application/zip"),
    ],
)
def test_a_sound_file_of_each_kind_is_known_by_its_content(name, content, media_type):
    assert brought(name, content).media_type.endswith(media_type)


BOMB = packed(**{"xl/sheet1.xml": b"\0" * 60_000_000})
UNFIT = {
    "renamed executable": ("hoa-don.pdf", b"MZ\x90\0" + b"\0" * 100, "program"),
    "executable": ("tool.exe", b"MZ", "not taken"),
    "web page called pdf": ("a.pdf", b"\xef\xbb\xbf<!doctype html><script>alert(1)</script>", "web page"),
    "svg called png": ("a.png", b"<svg onload='alert(1)'/>", "web page"),
    "page": ("a.html", b"<html>", "not taken"),
    "virus test text": ("a.pdf", EICAR, "none of these kinds"),
    "macro document": ("a.docm", office(WORD), "macros"),
    "macro workbook called xlsx": ("a.xlsx", office(MACRO_BOOK), "macros"),
    "workbook with a macro part": ("a.xlsx", with_macros(saved(Workbook())), "macros"),
    "macro workbook called zip": ("a.zip", with_macros(saved(Workbook())), "macros"),
    "old workbook with macros": ("a.xls", compound("Workbook", "Macros"), "macros"),
    "OpenDocument with macros": ("a.odt", packed(**{"mimetype": ODT, "Basic/Standard/a.xml": "x"}), "macros"),
    "locked document": ("a.docx", compound("EncryptedPackage"), "password"),
    "bomb": ("a.xlsx", BOMB, "unusual size"),
    "too many entries": ("a.zip", packed(**{f"{n}.txt": b"" for n in range(5_001)}), "unusual size"),
    "archive with a program": ("a.zip", packed(**{"sub/tool.EXE": b"MZ"}), "tool.EXE"),
    "archive that climbs out": ("a.zip", packed(**{"../../a.pdf": PDF}), "damaged"),
    "picture that is an archive too": ("a.png", PNG + packed(a=b"a"), "two kinds"),
    "Word document called pdf": ("a.pdf", saved(Document()), ".docx"),
    "archive called docx": ("a.docx", packed(a=b"a"), ".zip"),
    "broken archive": ("a.docx", saved(Document())[:2000], "damaged"),
    "broken old document": ("a.doc", olefile.MAGIC + b"\0" * 2000, "damaged"),
    "half a PDF": ("a.pdf", PDF[:20], "end of the file"),
    "empty": ("a.pdf", b"", "empty"),
    "name without an ending": ("quyet-dinh", PDF, "not taken"),
    "hidden signs around an ending": ("hoa-don\u202efdp.exe", b"MZ", "not taken"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_an_unfit_file_is_refused_in_words_that_say_why(case):
    name, content, words = UNFIT[case]
    with pytest.raises(Invalid) as refusal:
        brought(name, content)

    assert words in refusal.value.errors["file"]


def test_a_file_above_the_cap_is_refused_by_its_size():
    file = SimpleUploadedFile("a.pdf", PDF)
    file.size = MOST_BYTES + 1
    with pytest.raises(Invalid) as refusal:
        examine(file)

    assert "20 MB" in refusal.value.errors["file"]


def test_a_file_can_be_read_from_its_beginning_after_the_look_at_it():
    file = SimpleUploadedFile("a.docx", saved(Document()))
    examine(file)

    assert file.read(2) == b"PK"


@pytest.mark.parametrize(
    ("brought_as", "kept_as"),
    [
        ("../../etc/bao-cao.pdf", "bao-cao.pdf"),
        ("C:\\Users\\Khởi\\Báo cáo.pdf", "Báo cáo.pdf"),
        ("báo\u202e cáo\x00\n2022.pdf", "báo cáo2022.pdf"),
        ("Qu" + "y" * 300 + ".pdf", "Qu" + "y" * 194 + ".pdf"),
        ("...pdf", "pdf"),
    ],
)
def test_a_name_is_kept_clean_and_short_with_its_ending(brought_as, kept_as):
    assert clean_name(brought_as) == kept_as
