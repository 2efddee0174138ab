"""One planned change: what it is about, and whether it can still be made."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext as _

from plans.models.amendments.words import ended, why_it_cannot_join, why_it_stays, why_not_on
from plans.models.planning.item import Contribution
from plans.reading.numbers import numbers_of


class AmendmentChangeQuerySet(models.QuerySet):
    def in_order(self):
        """As the annex has the lines; what is added comes last."""
        behind = (
            "item__contributions__action__lead_unit", "item__contributions__weakness", "item__coordinating_units",
            "action__weakness__causes", "action__coordinating_units",
        )  # fmt: skip
        near = (
            "amendment__plan", "item__lead_unit", "action__weakness__index", "action__weakness__criterion",
            "action__lead_unit", "action__contribution",
        )  # fmt: skip
        order = (F("item__position").asc(nulls_last=True), "item", "pk")
        return self.select_related("item__plan", *near).prefetch_related(*behind).order_by(*order)

    def actions(self) -> list[int]:
        """The actions these changes touch."""
        parts = Contribution.objects.filter(item__in=self.values("item")).values_list("action", flat=True)
        return [*parts, *self.filter(kind="add").values_list("action", flat=True)]


class Changing:
    @property
    def thing(self) -> str:
        return f"line:{self.item_id}" if self.item_id else f"action:{self.action_id}"

    @property
    def facts(self) -> dict:
        """What the history keeps of the change."""
        return {"thing": self.thing, "kind": self.kind, "after": self.after}

    @property
    def title(self) -> str:
        """Which line it is about, in words."""
        if self.action_id:
            return self.action.ref
        return _("Line %(number)s") % {"number": numbers_of(self.amendment.plan)[self.item_id]}

    def sentence(self, words: str) -> str:
        """The words together with the line they are said of; those about an action name it themselves."""
        return words if self.action_id else f"{self.title}: {words}"

    def why_not(self) -> str:
        """Why it cannot be made as things stand now; empty when it can."""
        if self.kind == "add":
            return why_it_cannot_join(self.amendment.plan, self.action)
        if self.kind == "withdraw":
            return why_it_stays(self.item)
        return self._why_not_these_words()

    def _why_not_these_words(self) -> str:
        lead = self.after.get("lead_unit")
        if lead and lead not in [part.action.lead_unit.code for part in self.item.contributions.all()]:
            return _("The new lead unit does not carry out any action of this line any more.")
        if over := ended(self._units_come()):
            words = _("%(unit)s ended on %(day)s. Name the unit that takes its place.")
            return words % {"unit": over, "day": f"{over.valid_to:%d/%m/%Y}"}
        due_on = self.after.get("due_on")
        return why_not_on(self.item, date.fromisoformat(due_on)) if due_on else ""

    def _units_come(self) -> set[str]:
        """The codes of the units that the change names and the line does not yet."""
        named = {self.after.get("lead_unit"), *self.after.get("coordinating_units", ())}
        there = {self.item.lead_unit, *self.item.coordinating_units.all()}
        return named - {unit.code for unit in there} - {None}
