"""What the parts of a chain share: rows by key, and how one differs from what was typed."""

from datetime import date
from functools import cached_property

from django.db import models
from django.utils.translation import gettext as _

from tracker.vietnamese import tidy

LONGEST = 4000


class Part:
    """The rows of one kind that hang on a weakness."""

    related = ""
    fields: tuple[str, ...] = ()

    def __init__(self, weakness, *, by, today: date):
        self.weakness, self.by, self.today = weakness, by, today

    @cached_property
    def rows(self) -> dict:
        return {row.key: row for row in getattr(self.weakness, self.related).all()}

    def differs(self, key: str, fields: dict | None) -> bool:
        """A new row, a row to be removed, or one with another value than the one kept."""
        row = self.rows.get(key)
        if row is None or fields is None:
            return row is not fields
        return any(value != self.value(row, name) for name, value in fields.items())

    def tidied(self, fields: dict) -> dict:
        return {name: tidy(value) if isinstance(value, str) else value for name, value in fields.items()}

    def value(self, row, name: str):
        return getattr(row, name)

    def kept(self, key: str) -> dict | None:
        """The row as it is, for the history."""
        row = self.rows.get(key)
        return row and self.as_told({name: self.value(row, name) for name in self.fields})

    def as_told(self, fields: dict | None) -> dict | None:
        """Values as they are read later: people and units by name."""
        return fields and {name: _told(value) for name, value in fields.items()}

    def faults(self, key: str, fields: dict | None) -> dict:
        """Field name to what is wrong; a row that is removed has no faults."""
        return {} if fields is None else too_long(fields) | self.lacks(key, fields)

    def lacks(self, key: str, fields: dict) -> dict:
        raise NotImplementedError

    def put(self, key: str, fields: dict) -> None:
        manager = getattr(self.weakness, self.related)
        manager.update_or_create(key=key, defaults=fields)

    def remove(self, key: str) -> None:
        self.rows[key].delete()


def too_long(fields: dict) -> dict:
    words = {name: value for name, value in fields.items() if isinstance(value, str)}
    return {
        name: _("At most %(most)s characters; shorten it or attach a file.") % {"most": LONGEST}
        for name, value in words.items()
        if len(value) > LONGEST
    }


def _told(value):
    if isinstance(value, models.Model):
        return str(value)
    return [str(each) for each in value] if isinstance(value, list | tuple) else value
