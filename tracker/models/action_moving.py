"""When people leave and units are merged: open work passes to whoever takes it over."""

from datetime import date

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require

from .event import Event


class MovingVerbs:
    """Done by whoever keeps units and people in order, as part of a larger change."""

    def pass_on(self, *, by, today: date, owner) -> None:
        """The owner leaves: a colleague in the lead unit takes the action over."""
        require(rules.may_manage_people(by), _("Only Home Affairs and administrators pass work on."))
        there = owner.is_active and owner.memberships.valid_on(today).filter(unit=self.lead_unit)
        if not there or not there.exists():
            raise Invalid({"successor": _("Choose an active person of the same unit.")})
        self._give_to(owner, by, today)

    def move(self, *, by, today: date, unit, owner, reason: str) -> None:
        """The lead unit is no more: another leads from now on; without an owner its head has to name one."""
        require(rules.may_manage_people(by), _("Only Home Affairs and administrators pass work on."))
        kept = owner.pk if owner else None
        self._change("moved", by=by, today=today, reason=reason, lead_unit_id=unit.pk, owner_id=kept)
        self.lead_unit, self.owner = unit, owner
        self.coordinating_units.remove(unit)

    def coordinate_instead(self, *, by, today: date, old, new, reason: str) -> None:
        """A coordinating unit is no more: another stands in its place, unless it leads the action."""
        require(rules.may_manage_people(by), _("Only Home Affairs and administrators pass work on."))
        others = sorted(self.coordinating_units.exclude(pk=old.pk).values_list("code", flat=True))
        added = {new.code} if new and new.pk != self.lead_unit_id else set()
        parts = {"coordinating": sorted({*others, old.code})}, {"coordinating": sorted({*others, *added})}
        self._change("coordination_moved", by=by, today=today, reason=reason, parts=parts)
        self.coordinating_units.remove(old)
        self.coordinating_units.add(*[new] * bool(added))

    def former_lead_units(self):
        """The units that led the action before they were merged, first to last."""
        units = type(self.lead_unit).objects
        moved = [event.before.get("lead_unit_id") for event in Event.objects.of(self).filter(verb="moved")]
        known = units.in_bulk([number for number in moved if number])
        return [known[number] for number in moved if number in known]

    def _give_to(self, owner, by, today: date) -> None:
        self._change("assigned", by=by, today=today, reason=owner.full_name, owner_id=owner.pk)
        self.owner = owner
