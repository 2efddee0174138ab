"""What every verb of the workbench begins with: the draft held, its lines and rows as they are now."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plans.models.planning import line_words
from plans.models.planning.item import PlanItem
from tracker import rules
from tracker.errors import Invalid, Refused, Stale, require
from tracker.models import Event

TAKEN_AWAY = ("merged", "taken_out")


class DraftHolding:
    """Colleagues at the same draft follow one another: each finds what the one before has done."""

    def hold_draft(self, by) -> None:
        """Wait for whoever is at the plan; then it is a draft and the asker may work on it, or he is told why not."""
        self._lock()
        require(rules.may_edit_plan(by), _("Only Home Affairs consolidates the plan."))
        self._expect_state("draft")

    def where_it_went(self, pk: int) -> Event | None:
        """The line of history that tells how a line left the plan."""
        gone = Event.objects.of(self).filter(verb__in=TAKEN_AWAY, before__lines__contains=[{"item": pk}])
        return gone.last()

    def why_gone(self, pk: int) -> str:
        """Who took the line away and where its actions are now, in words."""
        event = self.where_it_went(pk)
        if event is None:
            return _("This line is not in the plan any more. Open the workbench again.")
        lost = next(line for line in event.before["lines"] if line["item"] == pk)
        facts = {"number": lost["position"], "measure": lost["measure"], "name": event.actor_name,
                 "day": date_format(event.happened_on, "d/m/Y")}  # fmt: skip
        if event.verb == "merged":
            return _("%(name)s merged line %(number)s, “%(measure)s”, into another one on %(day)s. Its actions stand"
                     " there; nothing is lost.") % facts  # fmt: skip
        return _("%(name)s took line %(number)s, “%(measure)s”, out of the plan on %(day)s.") % facts

    def _lines(self, items: Iterable[PlanItem], seen: dict[int, int] | None = None) -> list[PlanItem]:
        """The lines as they are now, in the plan's order; refused when one is gone, Stale when one reads otherwise."""
        asked = {item.pk: item for item in items}
        if any(item.plan_id != self.pk for item in asked.values()):
            raise Invalid(
                {"line": _("These lines belong to the plans of different reviews. Choose those of one plan.")}
            )
        found = self.items.standing().filter(pk__in=asked).select_related("index", "lead_unit")
        lines = list(found.order_by("position", "pk"))
        for pk in sorted(asked.keys() - {item.pk for item in lines}):
            raise Refused(self.why_gone(pk))
        if any(item.version != (seen or {}).get(item.pk, item.version) for item in lines):
            raise Stale(
                _("A colleague has just changed one of these lines. Read it again; nothing was changed.")
            )
        return lines


def told(item: PlanItem) -> dict:
    """A line as the plan's history keeps it: enough to see later what happened to it."""
    return {
        "item": item.pk,
        "position": item.position,
        "measure": item.measure,
        "actions": line_words.refs_of(item),
    }
