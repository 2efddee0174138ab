"""The plans, their lines, and how far they are."""

from datetime import date

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from rest_framework.response import Response

from plans.models import Contribution, Plan, PlanItem, ProgressSnapshot
from plans.models.snapshot import COUNTS
from tracker import rules
from tracker.api.endpoint import Endpoint
from tracker.api.shapes import coded
from tracker.errors import Invalid

from .shapes import ItemPage, PlanRow, ProgressWhole

PRINTED = (
    "id", "position", "weakness_statement", "points_lost", "causes", "measure", "due_on", "due_phrase", "output",
    "note",
)  # fmt: skip
SIGNED = ("state", "number", "issued_on", "signer_name", "signer_title", "sent_on", "version")


class PlanEndpoint(Endpoint):
    def find(self, year: int) -> Plan:
        """The plan of that year; a draft does not exist for those who do not watch the whole province."""
        plan = get_object_or_404(Plan.objects.select_related("review"), review__year=year - 1)
        if not rules.may_see_plan(self.actor, plan):
            raise Http404
        return plan


class OnePlan(PlanEndpoint):
    """The plan of the year, made after the review of the year before."""

    answer = PlanRow

    def get(self, request, year: int):
        plan = self.find(year)
        years = {"year": plan.review.plan_year, "review": plan.review.year}
        row = years | {name: getattr(plan, name) for name in SIGNED}
        return Response(row, headers={"ETag": f'"{plan.version}"'})


class Items(PlanEndpoint):
    """The lines of the plan in their order."""

    answer = ItemPage

    def get(self, request, year: int):
        items = self.find(year).items.select_related("index", "criterion", "lead_unit")
        behind = Prefetch("contributions", Contribution.objects.select_related("weakness", "action"))
        return self.page(
            self.found(items.prefetch_related("coordinating_units", behind)), _item, key=("position", "pk")
        )


class Progress(PlanEndpoint):
    """How far the plan is: the counts of the latest night, or of the date asked for."""

    answer = ProgressWhole
    query = {"on": "A date, as 2022-08-31."}

    def get(self, request, year: int):
        snapshots = _readable(self.find(year).snapshots.all(), self.actor)
        on = _asked(request.query_params) or snapshots.order_by("on").values_list("on", flat=True).last()
        rows = [_counts(each) for each in snapshots.filter(on=on)]
        return Response({"on": on if rows else None, "rows": rows})


def _readable(snapshots, actor):
    """A unit reads the totals and its own row; the rows of the others are for those who watch them all."""
    if actor.sees_everything:
        return snapshots
    codes = [held.unit.code for held in actor.memberships]
    return snapshots.exclude(dimension="unit") | snapshots.filter(dimension="unit", key__in=codes)


def _asked(query) -> date | None:
    """The date asked for. Raises Invalid when it is none."""
    if unknown := set(query) - {"on"}:
        raise Invalid({name: _("There is no such parameter.") for name in unknown})
    try:
        return date.fromisoformat(query["on"]) if "on" in query else None
    except ValueError:
        raise Invalid({"on": _("Give a date as year-month-day, for example 2022-08-31.")}) from None


def _item(item: PlanItem) -> dict:
    behind = list(item.contributions.all())
    return {name: getattr(item, name) for name in PRINTED} | {
        "index": item.index.code,
        "criterion": coded(item.criterion.code, item.criterion.name_vi) if item.criterion else None,
        "lead_unit": coded(item.lead_unit.code, item.lead_unit.name_vi),
        "coordinating_units": [unit.code for unit in item.coordinating_units.all()],
        "weaknesses": sorted({each.weakness.ref for each in behind}),
        "actions": sorted(each.action.ref for each in behind),
    }


def _counts(each: ProgressSnapshot) -> dict:
    return {name: getattr(each, name) for name in ("dimension", "key", *COUNTS)}
