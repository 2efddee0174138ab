"""Opening an upload as a workbook: only a real .xlsx, without macros, outside references or hidden growth."""

import zipfile
from dataclasses import dataclass, field
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid
from tracker.files import examine
from tracker.files.archives import UNREADABLE
from tracker.files.names import ending_of

MOST_XML = 40 * 1024 * 1024  # more takes longer to read than anybody waits
OLD_KINDS = {"xls", "csv", "ods", "txt", "tsv", "xlsb", "xltx"}
XML_ENDINGS = (".xml", ".rels", ".vml")
OLD_KIND = gettext_lazy(
    "Files of the kind .%(ending)s cannot be read."
    " Open it in Excel and choose Save as, “Excel Workbook (.xlsx)”."
)
FOREIGN = gettext_lazy(
    "The file holds definitions that reach outside it or multiply, as no form of ours does."
    " Copy its rows into a fresh template."
)
DAMAGED = gettext_lazy("The file is damaged and cannot be read. Open it in Excel and save it again.")
MOST_MERGED = 20_000
SHEETS = "xl/worksheets/"
# What reading a damaged or forged workbook can end in, in the archive, in its XML and in the library that reads it.
DAMAGES = (
    SAXParseException,
    SyntaxError,
    TypeError,
    AttributeError,
    OverflowError,
    zipfile.BadZipFile,
    *UNREADABLE,
)


@dataclass
class Layout:
    """What a sheet holds besides values: hidden rows, merged ranges, formulas that were never reckoned out."""

    hidden: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    formulas: set[str] = field(default_factory=set)


def layouts(file) -> dict[str, Layout]:
    """The layout of each sheet by its path. Raises Invalid({"file": …}) for whatever is no sound workbook."""
    _expect_excel(file)
    try:
        with zipfile.ZipFile(file) as archive:
            _expect_bounds(archive.infolist())
            parts = [part for part in archive.infolist() if part.filename.lower().endswith(XML_ENDINGS)]
            return {part.filename: _laid_out(archive, part) for part in parts if _is_sound(archive, part)}
    except DefusedXmlException:
        raise _unfit(FOREIGN) from None
    except DAMAGES:
        raise _unfit(DAMAGED) from None
    finally:
        file.seek(0)


def _expect_excel(file) -> None:
    ending = ending_of(file.name)
    if ending in OLD_KINDS:
        raise _unfit(OLD_KIND % {"ending": ending})
    media_type = examine(file).media_type
    if not media_type.endswith("spreadsheetml.sheet"):
        raise _unfit(
            _("This is not an Excel file. Choose the template you filled in; its name ends in .xlsx.")
        )


def _expect_bounds(parts) -> None:
    """All parts count: a sheet may lie under any name."""
    if sum(part.file_size for part in parts) > MOST_XML:
        raise _unfit(
            _("The file would grow to an unusual size when it is read. Copy its rows into a fresh template.")
        )


def _is_sound(archive, part) -> bool:
    """Parse what is no sheet for its own sake; a sheet is parsed by whoever asks for its layout."""
    if part.filename.startswith(SHEETS) and part.filename.endswith(".xml"):
        return True
    _parse(archive, part, ContentHandler())
    return False


def _laid_out(archive, part) -> Layout:
    notes = _Notes()
    _parse(archive, part, notes)
    return notes.layout


def _parse(archive, part, handler: ContentHandler) -> None:
    """Without document types: no entities that multiply, none that reach outside."""
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, False)
    parser.setContentHandler(handler)
    with archive.open(part) as content:
        parser.parse(content)


class _Notes(ContentHandler):
    """Takes down the layout while a sheet passes by."""

    def __init__(self):
        super().__init__()
        self.layout, self.cell, self.row, self.is_value = Layout(), "", 0, False

    def startElement(self, name, attributes):  # noqa: N802
        element = name.rpartition(":")[2]
        self.is_value = element == "v"
        if take := getattr(self, f"_take_{element}", None):
            take(attributes)

    def characters(self, content):
        """A value that is there: the formula was reckoned out."""
        if self.is_value and self.layout.formulas:
            self.layout.formulas.discard(self.cell)

    def _take_row(self, attributes) -> None:
        self.row = int(attributes.get("r") or self.row + 1)
        if attributes.get("hidden") in ("1", "true"):
            self.layout.hidden.add(self.row)

    def _take_c(self, attributes) -> None:
        self.cell = attributes.get("r", "")

    def _take_f(self, attributes) -> None:
        self.layout.formulas.add(self.cell)

    def _take_mergeCell(self, attributes) -> None:  # noqa: N802
        self.layout.merged.append(attributes.get("ref", ""))
        if len(self.layout.merged) > MOST_MERGED:
            raise ValueError("more merged ranges than a sheet of 2,000 rows can have")


def _unfit(words) -> Invalid:
    return Invalid({"file": str(words)})
