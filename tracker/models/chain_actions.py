"""The actions proposed for a weakness, as rows of its chain."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracker.errors import Invalid

from .action_proposal import kinds_of
from .action_verbs import expect_member
from .chain_part import Part

LONGEST_PLAN = timedelta(days=731)  # two years past the hand-in: later is a slip of the pen


class ActionRows(Part):
    """Rows become actions by the action's own verbs; those Home Affairs accepted stay as they are."""

    related = "actions"
    fields = (
        "statement", "owner", "due_on", "starts_on", "expected_output", "coordinating_units", "expected_evidence",
        "is_initiative",
    )  # fmt: skip

    def tidied(self, fields: dict) -> dict:
        fields = super().tidied(fields)
        if "coordinating_units" in fields:
            fields["coordinating_units"] = sorted(fields["coordinating_units"], key=lambda unit: unit.pk)
        if "expected_evidence" in fields:
            fields["expected_evidence"] = kinds_of(fields["expected_evidence"])
        return fields

    def value(self, row, name: str):
        if name == "coordinating_units":
            return sorted(row.coordinating_units.all(), key=lambda unit: unit.pk)
        if name == "expected_evidence":
            return [expected.description for expected in row.expected_evidence.all()]
        return getattr(row, name)

    def faults(self, key: str, fields: dict | None) -> dict:
        row = self.rows.get(key)
        if row and row.accepted_on:
            return {"statement": _("Home Affairs has accepted this action; it stays as it is.")}
        if row and fields is None:
            return row.why_it_stays()
        return super().faults(key, fields)

    def lacks(self, key: str, fields: dict) -> dict:
        faults = _dates(fields, self.rows.get(key), self.weakness.review, self.today)
        if not fields.get("statement", self.rows.get(key)):
            faults["statement"] = _("Say what will be done; this cannot stay empty.")
        if self.weakness.unit in fields.get("coordinating_units", ()):
            faults["coordinating_units"] = _("Your own unit leads; choose other units.")
        return faults | self._stranger(fields.get("owner"))

    def put(self, key: str, fields: dict) -> None:
        who = {"by": self.by, "today": self.today}
        if row := self.rows.get(key):
            row.revise(**who, **fields)
            return
        empty = {"due_on": None, "lead_unit": self.weakness.unit, "key": key}
        self.weakness.actions.model.plan(**who, weakness=self.weakness, **empty | fields)

    def remove(self, key: str) -> None:
        self.rows[key].take_back(by=self.by)

    def _stranger(self, owner) -> dict:
        try:
            expect_member(owner, self.weakness.unit, self.today) if owner else None
        except Invalid as refusal:
            return refusal.errors
        return {}


def _dates(fields: dict, row, review, today: date) -> dict:
    """What is wrong with the dates that were typed now; one typed earlier may have passed meanwhile."""
    due_on, latest = fields.get("due_on"), review.submissions_due_on + LONGEST_PLAN
    starts_on = fields.get("starts_on", row and row.starts_on)
    if not due_on or (row and row.due_on == due_on and row.starts_on == starts_on):
        return {}
    if due_on < today:
        return {"due_on": _("The deadline has passed already. Choose a date from today on.")}
    if due_on > latest:
        return {
            "due_on": _("Too far away: choose a date up to %(day)s.") % {"day": date_format(latest, "d/m/Y")}
        }
    if starts_on and due_on < starts_on:
        return {"due_on": _("The deadline lies before the start. Choose a later date.")}
    return {}
