"""The whole card of one weakness as one form: its own words, and rows of causes, responsibility and actions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from django import forms

from tracker.errors import Invalid
from tracker.forms.verb import VerbForm
from tracker.models import Chain, Weakness
from tracker.models.chain import PARTS
from tracker.models.chain_rows import ChainRows
from tracker.models.row_key import LENGTH, new_key

from .chain_choices import Choices
from .chain_row import RowForm
from .chain_rows import FORMS

KEY = re.compile(rf"[a-z0-9]{{1,{LENGTH}}}")
RELATED = {"cause": "causes", "responsibility": "responsibilities", "action": "actions"}


@dataclass(frozen=True)
class Problem:
    """One thing to correct: where it is, what the place is called, what is wrong."""

    anchor: str
    label: str
    message: str


@dataclass(frozen=True)
class Added:
    """A row asked for and not typed yet: of which part, under which key, perhaps copied from another."""

    part: str
    key: str
    source: str = ""


class ChainForm(VerbForm):
    """Common to both kinds of weakness; `removes` is the row taken out by a button."""

    facts: tuple[str, ...] = ()

    def __init__(self, request, weakness: Weakness, *, today: date, removes="", added: Added | None = None):
        super().__init__(request, weakness, initial={name: _shown(weakness, name) for name in self.facts})
        self.actor, self.today = request.actor, today
        self.choices = Choices.of(weakness, today)
        if removes:
            self.data = self.data.copy()
            self.data[f"{removes}-removed"] = "1"
        self.rows = {part: self._rows(part, added) for part in PARTS}

    @property
    def all_rows(self) -> Iterator[RowForm]:
        for part in PARTS:
            yield from self.rows[part]

    @property
    def errors(self):
        """Its own, and those of its rows under the full names of their fields."""
        merged = forms.utils.ErrorDict(super().errors)
        if self.is_bound:
            for row in self.all_rows:
                merged.update({row.add_prefix(name): found for name, found in row.errors.items()})
        return merged

    @property
    def problems(self) -> list[Problem]:
        """What the summary lists, in the order of the page."""
        own = [Problem(field.auto_id, field.label, error) for field in self for error in field.errors]
        rest = [Problem("", "", error) for error in self.non_field_errors()]
        return rest + own + [each for row in self.all_rows for each in _problems(row)]

    @property
    def notes(self) -> Iterator[forms.BoundField]:
        """Every field of the page beside which something may be said."""
        yield from (self[name] for name in self.facts)
        for row in self.all_rows:
            yield from (field for field in row.visible_fields() if field.name != "is_initiative")

    def clean(self):
        """The verb's own objections, all at once and each beside its field."""
        typed = ChainRows(self.thing, self.chain(), by=self.actor, today=self.today)
        try:
            typed.expect_sound()
        except Invalid as refusal:
            self.take(refusal)

    def take(self, refusal: Invalid) -> None:
        rows, rest = {row.prefix: row for row in self.all_rows}, {}
        for name, message in refusal.errors.items():
            prefix, _dash, field = name.rpartition("-")
            if row := rows.get(prefix):
                row.add_error(row.place(field), message)
            else:
                rest[name] = message
        super().take(Invalid(rest))

    def words(self) -> dict:
        return {"chain": self.chain(), "version": self.cleaned_data.get("version")}

    def chain(self) -> Chain:
        """Everything sound, as the verb takes it."""
        facts = {name: self.cleaned_data[name] for name in self.facts if name in self.cleaned_data}
        rows = {part: {row.key: row.written() for row in self.rows[part] if row.counts()} for part in PARTS}
        return Chain(facts=facts, **rows)

    def typed(self) -> list[tuple[str, str]]:
        written = [
            (field.label, field.value())
            for form in self.all_rows
            for field in form.visible_fields()
            if isinstance(field.value(), str)
        ]
        return super().typed() + [(label, text) for label, text in written if text]

    def _rows(self, part: str, added: Added | None) -> list[RowForm]:
        kept = {row.key: row for row in self._kept(part)}
        make = partial(FORMS[part], choices=self.choices)
        if self.is_bound:
            keys = self._posted(part)
            return [make(key, row=kept.get(key), data=self.data, number=n) for n, key in enumerate(keys, 1)]
        rows = [make(key, row=row, number=n) for n, (key, row) in enumerate(kept.items(), 1)]
        if added and added.part == part:
            source = kept.get(added.source)
            shown = FORMS[part].kept(source) if source else {}
            rows.append(FORMS[part].begun(added.key, self.choices, initial=shown, number=len(rows) + 1))
        return rows or [make(new_key(), number=1)]

    def _kept(self, part: str) -> list:
        """The rows in the order in which they were written; an action does not jump when it gets its date."""
        rows = getattr(self.thing, RELATED[part]).all()
        return sorted(rows, key=lambda row: row.pk) if part == "action" else list(rows)

    def _posted(self, part: str) -> list[str]:
        keys = dict.fromkeys(self.data.getlist(part))
        return [key for key in keys if KEY.fullmatch(key)]


def _shown(weakness: Weakness, name: str):
    """A field of the weakness as a form shows it."""
    return getattr(weakness, f"{name}_id" if name in ("index", "criterion") else name)


def _problems(row: RowForm) -> Iterator[Problem]:
    for field in row.visible_fields():
        anchor = f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
        for message in field.errors:
            yield Problem(anchor, f"{row.title} {row.number}: {field.label}", message)
