"""How Home Affairs words a line of the draft plan, gives it a date, and says who leads and who helps."""

import re
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker.errors import Invalid, Refused
from tracker.vietnamese import tidy

WORDS = ("weakness_statement", "causes", "measure", "output", "due_on", "due_phrase", "note")
NEEDED = ("weakness_statement", "measure", "due_on", "lead_unit")
LONGEST_PHRASE = 120
FIGURES = re.compile(r"\d+\s*[/.-]\s*\d+")


class ItemVerbs:
    @transaction.atomic
    def edit(self, *, by, today: date, version: int | None = None, coordinating_units=None, **words) -> bool:
        """Word the line for the plan, any part of it; the units' words stay as they are. True when that changed it.

        words: weakness_statement, causes, measure, output, due_on, due_phrase, note, lead_unit.
        """
        seen = self.version if version is None else version
        self.plan.hold_draft(by)
        self._expect_there()
        given = {name: value for name, value in words.items() if value is not None}
        helping = self._helping() if coordinating_units is None else list(coordinating_units)
        self.expect_sound(given, helping)
        changed = self._changed(given)
        before, after = _codes(self._helping()), _codes(helping)
        if not changed and before == after:
            return False
        parts = ({}, {}) if before == after else ({"coordinating": before}, {"coordinating": after})
        worded = {"is_worded": True} if changed.keys() & set(WORDS) else {}
        self._change("edited", by=by, today=today, version=seen, parts=parts, **changed, **worded)
        self.coordinating_units.set(helping)
        return True

    def may_lead(self) -> list:
        """The units that carry out one of its actions."""
        leads = {part.action.lead_unit_id: part.action.lead_unit for part in self._parts()}
        return list(leads.values())

    def _parts(self):
        return self.contributions.select_related("action__lead_unit").order_by("pk")

    def _helping(self) -> list:
        return list(self.coordinating_units.all())

    def _expect_there(self) -> None:
        """What is written is compared with the line as it is now; one merged away meanwhile says where it went."""
        if not type(self).objects.standing().filter(pk=self.pk).exists():
            raise Refused(self.plan.why_gone(self.pk))
        self.refresh_from_db()

    def expect_sound(self, given: dict, helping: list) -> None:
        """Raise Invalid for whatever cannot stand in the line; the same for a draft and for an amendment."""
        faults = {
            name: _("This cannot stay empty.") for name in NEEDED if name in given and not kept(given[name])
        }
        if len(given.get("due_phrase", "")) > LONGEST_PHRASE:
            faults["due_phrase"] = _("Shorten it to at most 120 characters.")
        if "due_on" in given and given["due_on"] < self.plan.review.conference_on:
            faults["due_on"] = _("The deadline lies before the conference. Choose a later date.")
        faults |= self._faults_of_units(given.get("lead_unit", self.lead_unit), helping)
        if faults:
            raise Invalid(faults)

    def _faults_of_units(self, lead, helping: list) -> dict:
        faults = {}
        if lead.pk != self.lead_unit_id and lead not in self.may_lead():
            faults["lead_unit"] = _("Choose a unit that carries out one of the line's actions.")
        if lead in helping:
            faults["coordinating_units"] = _("%(unit)s leads; choose other units to help.") % {"unit": lead}
        return faults

    def _changed(self, given: dict) -> dict:
        columns = dict(_column(name, value) for name, value in given.items())
        changed = {name: value for name, value in columns.items() if value != getattr(self, name)}
        if "due_on" in changed and FIGURES.search(
            self.due_phrase
        ):  # the old date in words would contradict it
            changed.setdefault("due_phrase", "")
        return changed


def _column(name: str, value) -> tuple[str, object]:
    if name == "lead_unit":
        return "lead_unit_id", value.pk
    return name, kept(value)


def kept(value):
    """Words in tidy form, line by line; anything else as it is."""
    if not isinstance(value, str):
        return value
    return "\n".join(line for line in map(tidy, value.splitlines()) if line)


def _codes(units) -> list[str]:
    return sorted(unit.code for unit in units)
