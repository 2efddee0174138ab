"""Consolidating the draft: what waits for a place, what reads alike, and the verbs that put it in order."""

from rest_framework.response import Response

from plans.consolidation.proposals import proposals
from plans.models import LeftOut, Plan
from tracker.api.shapes import coded
from tracker.models import Index

from . import bodies
from .finding import PlanEndpoint, PlanVerb, actions_named, expect_watcher, lines_named, units_named
from .items import rows_of
from .shapes_items import DraftChange, LeftOutPage, ProposalsWhole, UnplacedPage


class BenchEndpoint(PlanEndpoint):
    """Reads of the workbench are for those who watch the whole province."""

    def find(self, year: int, **_address) -> Plan:
        expect_watcher(self.actor)
        return super().find(year)


class Unplaced(BenchEndpoint):
    """Accepted actions that are neither in a line nor left out."""

    answer = UnplacedPage

    def get(self, request, year: int):
        return self.page(self.found(self.find(year).unplaced()), _unplaced)


class LeftOutRows(BenchEndpoint):
    """Accepted actions that the plan does without, each with its reason."""

    answer = LeftOutPage

    def get(self, request, year: int):
        return self.page(self.found(self.find(year).left_out.select_related("action", "by")), _left_out)


class Proposals(BenchEndpoint):
    """Lines of one index that read alike, the likest first; somebody has to decide."""

    answer = ProposalsWhole

    def get(self, request, year: int):
        plan, codes = self.find(year), dict(Index.objects.values_list("pk", "code"))
        found = [
            {"lines": list(each.lines), "index": codes[each.index], "score": round(each.likeness.score, 1),
             "reason": each.reason}
            for each in proposals(plan)
        ]  # fmt: skip
        return Response({"version": plan.version, "proposals": found})


class BenchVerb(PlanVerb):
    """A change of the draft; the answer names the lines it touched."""

    result = DraftChange

    def told(self, plan: Plan, *items) -> dict:
        plan.refresh_from_db(fields=["version"])
        return {"version": plan.version, "lines": rows_of(plan, [item.pk for item in items if item])}


class Taking(BenchVerb):
    """Give accepted actions a line each, or add all of them to one line."""

    body = bodies.TakingBody

    def do(self, plan: Plan, *, year: int, actions: list[str], into: int | None = None) -> dict:
        (line,) = lines_named(plan, [into], "into") if into else (None,)
        items = plan.take_in(actions_named(self.actor, actions, "actions"), into=line, **self.at())
        return self.told(plan, *items)


class LeavingOut(BenchVerb):
    """The plan does without an accepted action, for the reason given."""

    body = bodies.LeavingOutBody

    def do(self, plan: Plan, *, year: int, action: str, reason: str) -> dict:
        plan.leave_out(actions_named(self.actor, [action], "action")[0], reason=reason, **self.at())
        return self.told(plan)


class BringingBack(BenchVerb):
    """What was left out waits for a place again."""

    body = bodies.OneActionBody

    def do(self, plan: Plan, *, year: int, action: str) -> dict:
        plan.bring_back(actions_named(self.actor, [action], "action")[0], **self.at())
        return self.told(plan)


class TakingOut(BenchVerb):
    """Take an action out of its line; the line goes with its last action."""

    body = bodies.TakingOutBody

    def do(self, plan: Plan, *, year: int, action: str, reason: str) -> dict:
        found = actions_named(self.actor, [action], "action")[0]
        return self.told(plan, plan.take_out(found, reason=reason, **self.at()))


class Merging(BenchVerb):
    """Make one line of several that say the same, each as its asker has seen it."""

    body = bodies.MergingBody

    def do(self, plan: Plan, *, year: int, lines: list[dict], into: int | None = None) -> dict:
        seen = {each["id"]: each["version"] for each in lines}
        (kept,) = lines_named(plan, [into], "into") if into else (None,)
        items = lines_named(plan, list(seen), "lines")
        return self.told(plan, plan.merge(items, into=kept, seen=seen, **self.at()))


class Splitting(BenchVerb):
    """Some actions of a merged line leave it for a line right behind it, or for one each."""

    body = bodies.SplittingBody

    def do(self, plan: Plan, *, year: int, line: int, actions: list[str], each: bool = False) -> dict:
        (item,), gone = lines_named(plan, [line], "line"), actions_named(self.actor, actions, "actions")
        plan.split(item, gone, each=each, **self.at())
        return self.told(plan, item, *plan.items.filter(contributions__action__in=gone).distinct())


class Moving(BenchVerb):
    """Put lines of one index, in the order they have, behind another of it, or to its front."""

    body = bodies.MovingBody

    def do(self, plan: Plan, *, year: int, lines: list[int], after: int | None = None) -> dict:
        items = lines_named(plan, lines, "lines")
        (behind,) = lines_named(plan, [after], "after") if after else (None,)
        plan.move(*items, after=behind, **self.at())
        return self.told(plan, *items)


class Coordinating(BenchVerb):
    """Units help with each of these lines, or no longer do; who leads a line needs no mention there."""

    body = bodies.CoordinatingBody

    def do(self, plan: Plan, *, year: int, lines: list[dict], **units: list[str]) -> dict:
        seen = {each["id"]: each["version"] for each in lines}
        items = lines_named(plan, list(seen), "lines")
        named = {way: units_named(codes, way) for way, codes in units.items()}
        plan.coordinate(items, seen=seen, **named, **self.by())
        return self.told(plan, *items)


class KeepingApart(BenchVerb):
    """These lines read alike and are not the same: they are not proposed again."""

    body = bodies.KeepingApartBody

    def do(self, plan: Plan, *, year: int, lines: list[int]) -> dict:
        items = lines_named(plan, lines, "lines")
        plan.keep_apart(*items, **self.at())
        return self.told(plan, *items)


def _unplaced(action) -> dict:
    weakness = action.weakness
    return {
        "action": action.ref,
        "weakness": weakness.ref,
        "index": weakness.index.code,
        "criterion": coded(weakness.criterion.code, weakness.criterion.name_vi)
        if weakness.criterion
        else None,
        "lead_unit": coded(action.lead_unit.code, action.lead_unit.name_vi),
        "statement": action.statement_in_plan,
        "due_on": action.due_on,
    }


def _left_out(each: LeftOut) -> dict:
    return {
        "action": each.action.ref,
        "statement": each.action.statement_in_plan,
        "reason": each.reason,
        "by": each.by and each.by.full_name,
        "on": each.on,
    }
