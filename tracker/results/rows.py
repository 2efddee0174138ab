"""The rows of a file as what they say, each with its place; and every cell that cannot be taken."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .cells import Unreadable, odd_words, value_of
from .columns import SHEETS, Sheet
from .names import Names


@dataclass(frozen=True)
class Fault:
    """One cell that cannot be taken: where it is, what stands there, what is wrong and how to mend it."""

    sheet: str
    row: int
    column: str
    value: str
    words: str


@dataclass
class Row:
    """One filled row: its number, its values by column, and the text that stood there."""

    number: int
    values: dict
    texts: dict[str, str]


@dataclass
class Reading:
    """All rows that can be taken, by sheet, and the faults of the others."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def object_to(self, sheet: Sheet, row: Row, key: str, words: str) -> None:
        """One more fault, at a cell of this row; an objection to no column of the sheet stands at the first."""
        column = next((each for each in sheet.columns if each.key == key), sheet.columns[0])
        self.faults.append(
            Fault(sheet.title, row.number, column.heading, row.texts.get(column.key, ""), words)
        )


def read_rows(raw: dict[str, list[dict]], names: Names) -> Reading:
    """Turn the text of all sheets into values."""
    reading = Reading()
    for sheet in SHEETS:
        if sheet.key in raw:
            reading.rows[sheet.key] = _sheet_rows(sheet, raw[sheet.key], names, reading)
    return reading


def _sheet_rows(sheet: Sheet, raw: list[dict], names: Names, reading: Reading) -> list[Row]:
    rows = []
    for each in raw:
        row = Row(each["n"], {}, each["cells"])
        if _says_something(sheet, each) and _is_taken(sheet, row, each["odd"], names, reading):
            rows.append(row)
    _expect_once(sheet, rows, reading)
    return rows


def _says_something(sheet: Sheet, raw: dict) -> bool:
    """A row that only names what it is about, as the template prints it, changes nothing."""
    return any(
        key not in sheet.names and (raw["cells"].get(key) or key in raw["odd"]) for key in raw["cells"]
    )


def _is_taken(sheet: Sheet, row: Row, odd: dict[str, str], names: Names, reading: Reading) -> bool:
    """Read every cell of the columns that are there; True when each of them means something."""
    before = len(reading.faults)
    for column in sheet.columns:
        if column.key in row.texts:
            _take(sheet, column, row, odd, names, reading)
    return len(reading.faults) == before


def _take(sheet, column, row: Row, odd, names: Names, reading: Reading) -> None:
    text = row.texts.get(column.key, "")
    if column.key in odd:
        reading.object_to(sheet, row, column.key, odd_words(odd[column.key]))
    elif column.key in sheet.names and not text:
        reading.object_to(sheet, row, column.key, _("This cannot stay empty."))
    else:
        try:
            row.values[column.key] = value_of(column, text, names)
        except Unreadable as reason:
            reading.object_to(sheet, row, column.key, str(reason))


def _expect_once(sheet: Sheet, rows: list[Row], reading: Reading) -> None:
    """A thing stands in one row; in the distribution a rating may come twice, for different reasons."""
    first: dict[tuple, int] = {}
    for row in rows:
        named = tuple(str(row.values[name]).casefold() for name in sheet.names)
        place = (*named, row.values.get("reason")) if sheet.key == "spread" else named
        if place in first:
            words = _("The same stands in row %(row)s already. Keep one of the two.")
            reading.object_to(sheet, row, sheet.names[0], words % {"row": first[place]})
        first.setdefault(place, row.number)
