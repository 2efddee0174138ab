"""Where what was typed differs from what a colleague has saved meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tracker.models import Cause, Responsibility
from tracker.models.chain_rows import ChainRows
from tracker.templatetags.page import day

CHOSEN = dict(Cause.Kind.choices) | dict(Responsibility.Level.choices)
TOLD_TOGETHER = {"person": "bearer", "organisation": "bearer"}


@dataclass(frozen=True)
class Difference:
    """One field: what it is called, the typed words, the words that are kept now."""

    label: str
    mine: str
    theirs: str


def differences(weakness, form) -> list[Difference]:
    """Field by field, in the order of the page; the weakness is read anew, the form is as typed."""
    return [*_facts(weakness, form), *_rows(weakness, form)]


def _facts(weakness, form) -> Iterator[Difference]:
    for name in form.facts:
        mine, theirs = _words(form.cleaned_data.get(name)), _words(getattr(weakness, name))
        if mine != theirs:
            yield Difference(str(form.fields[name].label), mine, theirs)


def _rows(weakness, form) -> Iterator[Difference]:
    before, after = ChainRows(weakness, form.chain(), by=form.actor, today=form.today).told()
    rows = {f"{row.part}.{row.key}": row for row in form.all_rows}
    for name, mine in after.items():
        yield from _row(rows[name], mine, before[name])


def _row(row, mine: dict | None, theirs: dict | None) -> Iterator[Difference]:
    """A row that one of the two took out is told by what the other has there."""
    where = f"{row.title} {row.number}"
    if not mine or not theirs:
        gone = _("(removed)") if theirs else _("(not there)")
        yield Difference(where, _whole(mine) or gone, _whole(theirs) or gone)
        return
    for name in mine:
        if _words(mine[name]) != _words(theirs.get(name)):
            label = row.fields[TOLD_TOGETHER.get(name, name)].label
            yield Difference(f"{where}: {label}", _words(mine[name]), _words(theirs.get(name)))


def _whole(told: dict | None) -> str:
    return "; ".join(filter(None, (_words(value) for value in (told or {}).values() if value is not False)))


def _words(value) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list):
        return ", ".join(value)
    return str(CHOSEN.get(value, value)) if value else ""
