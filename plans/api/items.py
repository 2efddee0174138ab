"""The lines of a plan: read, traced to the units' words, worded by Home Affairs."""

from django.db.models import Prefetch
from django.http import Http404
from rest_framework.response import Response

from plans.models import Contribution, Plan, PlanItem
from plans.reading.contributors import Contributor, contributors
from plans.reading.numbers import numbers_of
from tracker import rules
from tracker.api.shapes import coded
from tracker.errors import Refused

from . import bodies
from .finding import PlanChange, PlanEndpoint, words_with_units
from .shapes_items import ItemPage, ItemWhole

PRINTED = (
    "id", "version", "position", "weakness_statement", "points_lost", "causes", "measure", "due_on", "due_phrase",
    "output", "note", "is_worded",
)  # fmt: skip


class Items(PlanEndpoint):
    """The lines of the plan in their order; those that an amendment withdrew are left out."""

    answer = ItemPage

    def get(self, request, year: int):
        plan = self.find(year)
        numbers = numbers_of(plan)
        found = self.found(related(plan.items.standing()))
        return self.page(found, lambda item: item_row(item, numbers), key=("position", "pk"))


class OneItem(PlanChange):
    """One line, and whose words it is made of."""

    answer = result = ItemWhole
    body = bodies.ItemBody

    def get(self, request, year: int, pk: int):
        item = self.find(year, pk)
        return Response(_whole(item, self.actor), headers={"ETag": f'"{item.version}"'})

    def patch(self, request, year: int, pk: int):
        """Word the line for the plan while it is a draft; the units' words stay as they are."""
        return self.changed(request, year=year, pk=pk)

    def find(self, year: int, pk: int) -> PlanItem:
        """The line; of one that was merged away it is said where it went."""
        plan = super().find(year)
        item = related(plan.items).filter(pk=pk).first()
        if item:
            item.plan = plan
            return item
        if self.request.method != "GET" and rules.may_edit_plan(self.actor) and plan.where_it_went(pk):
            raise Refused(plan.why_gone(pk))
        raise Http404

    def do(self, item: PlanItem, *, year: int, pk: int, **words) -> dict:
        item.edit(**words_with_units(words), **self.at())
        return _whole(self.find(year, pk), self.actor)


def related(items):
    """The lines with all that a row needs."""
    behind = Prefetch("contributions", Contribution.objects.select_related("weakness", "action"))
    rows = items.select_related("index", "criterion", "lead_unit")
    return rows.prefetch_related("coordinating_units", behind)


def rows_of(plan: Plan, pks: list[int]) -> list[dict]:
    """These lines as they read now, in the plan's order."""
    numbers = numbers_of(plan)
    found = related(plan.items.filter(pk__in=pks)).order_by("position", "pk")
    return [item_row(item, numbers) for item in found]


def item_row(item: PlanItem, numbers: dict[int, str]) -> dict:
    behind = list(item.contributions.all())
    return {name: getattr(item, name) for name in PRINTED} | {
        "number": numbers[item.pk],
        "index": item.index.code,
        "criterion": coded(item.criterion.code, item.criterion.name_vi) if item.criterion else None,
        "lead_unit": coded(item.lead_unit.code, item.lead_unit.name_vi),
        "coordinating_units": [unit.code for unit in item.coordinating_units.all()],
        "weaknesses": sorted({each.weakness.ref for each in behind}),
        "actions": sorted(each.action.ref for each in behind),
    }


def _whole(item: PlanItem, actor) -> dict:
    row = item_row(item, numbers_of(item.plan))
    behind = [_contributor(each) for each in contributors(item, actor)]
    return row | {"withdrawn_on": item.withdrawn_on, "contributors": behind}


def _contributor(each: Contributor) -> dict:
    """Another unit's own words are not for a unit; the printed line is for everybody."""
    action, weakness = each.action, each.weakness
    unit = weakness.unit
    own = {
        "weakness_statement": weakness.statement,
        "causes": [cause.statement for cause in weakness.causes.all()],
        "statement": action.statement,
        "expected_output": action.expected_output,
        "due_on": action.due_on,
    }
    return {
        "action": action.ref,
        "weakness": weakness.ref,
        "unit": coded(unit.code, unit.name_vi) if unit else None,
        "lead_unit": coded(action.lead_unit.code, action.lead_unit.name_vi),
        **(own if each.is_shown else dict.fromkeys(own)),
    }
