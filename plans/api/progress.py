"""How far the plan is on any day, and why each figure is what it is."""

from datetime import date

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from rest_framework.response import Response

from plans.forms.progress.asked import AskedForm, WhyForm
from plans.models import Plan, ProgressSnapshot
from plans.models.progress.snapshot import COUNTS
from plans.progress.counted import Counted, counted
from plans.progress.lines import lines_on
from plans.progress.meaning import MEANINGS
from plans.progress.past import ActionThen
from plans.progress.things import BY, WHOLE, readable, things
from plans.progress.why import Why
from tracker.api.parameters import Asked
from tracker.errors import Invalid
from tracker.models import Action

from .finding import PlanEndpoint
from .shapes_progress import ProgressWhole, WhyWhole

USUAL = (WHOLE, "index", "group", "unit")
DAY = Asked("The day, since the issue; today unless told.", OpenApiTypes.DATE)


class PlanProgress(PlanEndpoint):
    """How far the plan is on a day; of units and lines a unit reads its own."""

    answer = ProgressWhole
    query = {
        "on": DAY,
        "by": Asked("Beside the total; index, group and unit unless told.", values=tuple(BY)),
    }

    def get(self, request, year: int):
        plan, query = self.find(year), request.query_params
        on = _sound(AskedForm, query, self.query, plan, self.today)["on"]
        wanted = [counted(plan, on, by) for by in (WHOLE, query["by"])] if query.get("by") else None
        parts = wanted or [counted(plan, on, by) for by in USUAL]
        rows = [row for part in parts for row in self._rows(plan, part)]
        return Response({"on": on, "source": parts[0].source, "lines": lines_on(plan, on), "rows": rows})

    def _rows(self, plan: Plan, part: Counted) -> list[dict]:
        seen = readable(plan, self.actor, part.by, part.rows)
        return [_counts(part.by, key, row) for key, row in part.rows.items() if key in seen]


class ProgressActions(PlanEndpoint):
    """Why a figure is what it is: its meaning, and the actions that make it up."""

    answer = WhyWhole
    query = {
        "count": Asked("Which figure.", values=tuple(MEANINGS), is_needed=True),
        "by": Asked("Total unless told.", values=(WHOLE, *BY)),
        "key": Asked("The key of its row; empty for the total."),
        "on": DAY,
    }

    def get(self, request, year: int):
        plan = self.find(year)
        asked = _sound(WhyForm, request.query_params, self.query, plan, self.today)
        why = Why(
            plan, asked["by"], self._thing(plan, asked["by"], asked["key"]), asked["count"], asked["on"]
        )
        return Response(_why(why, self.actor))

    def _thing(self, plan: Plan, by: str, key: str):
        seen = readable(plan, self.actor, by, [key])
        for thing in things(plan, by):
            if thing.key == key and key in seen:
                return thing
        raise Http404


def _sound(form: type, query, known, plan: Plan, today: date) -> dict:
    """What is asked for, by the rules of the page; dates as programs write them."""
    if unknown := set(query) - set(known):
        raise Invalid({name: _("There is no such parameter.") for name in unknown})
    _expect_iso(query)
    asked = form(query, plan, today)
    if not asked.is_valid():
        raise Invalid({name: " ".join(reasons) for name, reasons in asked.errors.items()})
    return asked.cleaned_data


def _expect_iso(query) -> None:
    try:
        date.fromisoformat(query.get("on", "2022-08-31"))
    except ValueError:
        raise Invalid({"on": _("Give a date as year-month-day, for example 2022-08-31.")}) from None


def _counts(by: str, key: str, row: ProgressSnapshot) -> dict:
    return {"dimension": by, "key": key} | {name: getattr(row, name) for name in COUNTS}


def _why(why: Why, actor) -> dict:
    """Of other units' actions a reader learns only how many there are."""
    listed = {then.action_id: then for then in why.listed}
    visible = Action.objects.visible_to(actor).filter(pk__in=listed).order_by("ref")
    refs = visible.values_list("pk", "ref")
    rows = [_then(ref, listed[pk], why.count) for pk, ref in refs]
    return {
        "on": why.on, "dimension": why.by, "key": why.thing.key, "count": why.count,
        "meaning": str(why.meaning.sentence), "figure": why.figure, "source": why.source, "agrees": why.agrees,
        "actions": rows, "others": len(listed) - len(rows),
    }  # fmt: skip


def _then(ref: str, then: ActionThen, count: str) -> dict:
    plain = {name: getattr(then, name) for name in ("state", "due_on", "original_due_on", "reported_on")}
    return plain | {"ref": ref, "lead_unit": then.unit_key, "adds": MEANINGS[count].adds(then)}
