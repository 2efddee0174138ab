"""The sample's files: read, and taken row by row with one clear sentence when a row is wrong."""

import json
from collections.abc import Callable
from decimal import InvalidOperation
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.utils.translation import gettext as _

from tracker.errors import Invalid, Refused

FOLDER = Path(__file__).parent / "data"
MISTAKES = (
    LookupError, TypeError, ValueError, AttributeError, InvalidOperation,
    ObjectDoesNotExist, DatabaseError, Invalid, Refused,
)  # fmt: skip
Row = dict


class BrokenFixture(Exception):
    """A file of the sample cannot be used: which one, where in it, and why."""


def read(name: str) -> Row:
    """The content of one of the sample's files."""
    try:
        return json.loads((FOLDER / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenFixture(_("%(file)s cannot be read: %(why)s") % {"file": name, "why": error}) from error


def each(name: str, key: str, do: Callable[[Row], object]) -> None:
    """Do it for every row under the key. Raises BrokenFixture naming the row that could not be done."""
    for place, row in placed(name, key):
        attempt(place, do, row)


def placed(name: str, key: str) -> list[tuple[str, Row]]:
    """Every row under the key with the words that say where it stands."""
    return [(f"{name}, {key} {number}", row) for number, row in enumerate(_rows(name, key), 1)]


def attempt(place: str, do: Callable, *arguments):
    """Do it; a mistake in the data becomes a sentence that names the place."""
    try:
        return do(*arguments)
    except MISTAKES as error:
        raise BrokenFixture(_("%(place)s: %(why)s") % {"place": place, "why": _in_words(error)}) from error


def _rows(name: str, key: str) -> list[Row]:
    rows = attempt(name, lambda: read(name)[key])
    if not isinstance(rows, list):
        raise BrokenFixture(_("%(file)s: “%(key)s” is not a list") % {"file": name, "key": key})
    return rows


def _in_words(error: Exception) -> str:
    if isinstance(error, KeyError):
        return _("%(key)s is missing or unknown") % {"key": error}
    return " ".join(str(error).split())
