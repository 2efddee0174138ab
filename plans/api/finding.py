"""How an endpoint finds what it is about: the plan of a year, its lines, its actions and units by what names them."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from plans.models import Plan, PlanItem
from tracker import rules
from tracker.api.endpoint import Endpoint
from tracker.api.verb import Change
from tracker.errors import Invalid
from tracker.models import Action, Unit


class PlanEndpoint(Endpoint):
    """Reads of one plan."""

    def find(self, year: int, **_address) -> Plan:
        """The plan of that year; a draft does not exist for those who do not watch the whole province."""
        return find_plan(self.actor, year)


class PlanChange(PlanEndpoint, Change):
    """Changes of one plan at the version its asker has seen; Home Affairs makes them."""

    @staticmethod
    def who(actor, plan) -> bool:
        return rules.may_edit_plan(actor)

    def change(self, version: int, words: dict, **address) -> tuple[int, dict]:
        self.seen = version
        return super().change(version, words, **address)

    def at(self) -> dict:
        """Who acts, on which day, and what he has seen: of two at once the second is told."""
        return self.by() | {"version": self.seen}


class PlanVerb(PlanChange):
    """A change asked for by POST."""

    def post(self, request, **address):
        return self.changed(request, **address)


def find_plan(actor, year: int) -> Plan:
    plan = get_object_or_404(Plan.objects.select_related("review"), review__year=year - 1)
    if not rules.may_see_plan(actor, plan):
        raise Http404
    return plan


def expect_watcher(actor) -> None:
    """What is only for those who watch the whole province does not exist for others."""
    if not actor.sees_everything:
        raise Http404


def lines_named(plan: Plan, pks: list[int], field: str) -> list[PlanItem]:
    """The lines; of one that was merged away or never was, the verb says what became of it."""
    found = plan.items.in_bulk(pks)
    other = PlanItem.objects.exclude(plan=plan).in_bulk(pks)
    if unknown := [pk for pk in pks if pk not in found and pk not in other and not plan.where_it_went(pk)]:
        named = ", ".join(map(str, unknown))
        raise Invalid({field: _("There is no line %(line)s in this plan.") % {"line": named}})
    return [found.get(pk) or other.get(pk) or PlanItem(pk=pk, plan=plan) for pk in pks]


def actions_named(actor, refs: list[str], field: str) -> list[Action]:
    """The actions in the order named."""
    found = {each.ref: each for each in Action.objects.visible_to(actor).filter(ref__in=refs)}
    if unknown := [ref for ref in refs if ref not in found]:
        raise Invalid({field: _("There is no action %(ref)s.") % {"ref": ", ".join(unknown)}})
    return [found[ref] for ref in dict.fromkeys(refs)]


def units_named(codes: list[str], field: str) -> list[Unit]:
    found = {each.code: each for each in Unit.objects.filter(code__in=codes)}
    if unknown := [code for code in codes if code not in found]:
        raise Invalid({field: _("There is no unit %(code)s.") % {"code": ", ".join(unknown)}})
    return [found[code] for code in dict.fromkeys(codes)]


def words_with_units(words: dict) -> dict:
    """The words of a line with its units instead of their codes."""
    named = dict(words)
    if "lead_unit" in words:
        named["lead_unit"] = units_named([words["lead_unit"]], "lead_unit")[0]
    if "coordinating_units" in words:
        named["coordinating_units"] = units_named(words["coordinating_units"], "coordinating_units")
    return named
