"""Causes, and who answers for the weakness, as rows of a chain."""

from django.utils.translation import gettext as _

from .chain_part import Part


class CauseRows(Part):
    related, fields = "causes", ("kind", "statement")

    def lacks(self, key: str, fields: dict) -> dict:
        faults = {}
        if not fields.get("statement", self.rows.get(key)):
            faults["statement"] = _("Say it in words; this cannot stay empty.")
        if fields.get("kind", "internal") not in ("internal", "external"):
            faults["kind"] = _("Choose internal or external.")
        return faults

    def put(self, key: str, fields: dict) -> None:
        last = {} if key in self.rows else {"position": self.weakness.causes.count() + 1}
        super().put(key, fields | last)


class ResponsibilityRows(Part):
    related, fields = "responsibilities", ("person", "organisation", "position_title", "level")

    def lacks(self, key: str, fields: dict) -> dict:
        faults = {}
        person, organisation = fields.get("person"), fields.get("organisation")
        if bool(person) == bool(organisation):
            faults["person"] = _("Choose one: a person, or an organisation.")
        if person and not person.memberships.filter(unit=self.weakness.unit_id).exists():
            faults["person"] = _("Choose a person of your unit.")
        if fields.get("level") not in ("direct", "related", "head"):
            faults["level"] = _("Choose how closely.")
        if len(fields.get("position_title", "")) > 120:
            faults["position_title"] = _("At most 120 characters.")
        return faults
