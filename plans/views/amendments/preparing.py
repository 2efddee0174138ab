"""An amendment in preparation: begun, looked at, given up."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.amendments.words import BeginForm
from plans.models import Amendment
from plans.models.amendments import extended_lines
from plans.reading.numbers import numbers_of
from plans.versions.differences import differences
from plans.versions.lines import shown
from plans.versions.planned_content import around, can_join
from plans.views.plans import find_plan
from tracker import rules
from tracker.forms.actions import ReasonForm
from tracker.models import Index
from tracker.vietnamese import plain
from tracker.views.verb import SeeOther, answer, require_role, who


def create(request: HttpRequest, year: int) -> HttpResponse:
    """Begin the next amendment; while one is open, lead there."""
    plan = find_plan(request, year)
    require_role(rules.may_edit_plan(request.actor))
    other = plan.amendments.filter(state="open").select_related("begun_by").first()
    made = []
    answered = answer(
        request, BeginForm(request, plan),
        lambda reason, version: made.append(Amendment.begin(plan, reason=reason, **who(request))),
        title=_("Amend the plan"), submit=_("Begin the amendment"),
        done=_("The amendment is begun. The plan reads as before until it is issued."),
        back=place(other) if other else reverse("plan", args=[year]),
        template="plans/amendments/new.html", plan=plan, already_open=other,
    )  # fmt: skip
    return SeeOther(place(made[0])) if made else answered


def show(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """What is to change so far, and how more is added; an issued one is read as the version it made."""
    amendment = find_amendment(request, year, pk)
    if amendment.state == "issued":
        return redirect("plan-version", year=year, number=amendment.made.number)
    changes = shown(differences(*around(amendment)), amendment) if amendment.state == "open" else []
    context = {"plan": amendment.plan, "amendment": amendment, "changes": changes,
               "may_amend": amendment.state == "open" and rules.may_edit_plan(request.actor)}  # fmt: skip
    context |= _offers(amendment, request.GET.get("q", "")) if context["may_amend"] else {}
    return render(request, "plans/amendments/amendment.html", context)


def cancel(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """Give the amendment up."""
    amendment = find_amendment(request, year, pk)
    require_role(rules.may_edit_plan(request.actor))
    return answer(
        request, ReasonForm(request, amendment), lambda **words: amendment.cancel(**words, **who(request)),
        title=_("Give the amendment up"), submit=_("Give it up"), done=_("The amendment is given up."),
        back=place(amendment),
        explain=_("The plan stays as it is. What was noted can still be read, and another amendment can be begun."),
    )  # fmt: skip


def find_amendment(request: HttpRequest, year: int, pk: int) -> Amendment:
    """One of this plan; one in preparation does not exist for units."""
    plan = find_plan(request, year)
    known = Amendment.objects.visible_to(request.actor).select_related("plan__review", "begun_by")
    return get_object_or_404(known, plan=plan, pk=pk)


def find_line(amendment: Amendment, item: int):
    """A line that stands in the plan that is amended."""
    found = (
        amendment.plan.items.standing().filter(pk=item).select_related("plan__review", "lead_unit").first()
    )
    if not found:
        raise Http404
    return found


def place(amendment: Amendment) -> str:
    return reverse("amendment", args=[amendment.plan.review.plan_year, amendment.pk])


def _offers(amendment: Amendment, q: str) -> dict:
    """What can still be changed: lines that no change touches yet, granted extensions, actions left outside."""
    taken = set(amendment.changes.exclude(item=None).values_list("item", flat=True))
    return {
        "extended": len(extended_lines.of(amendment)),
        "candidates": can_join(amendment).count(),
        "lines": _lines(amendment.plan, taken, q),
        "q": q,
    }


def _lines(plan, taken: set[int], q: str) -> list[tuple]:
    """The lines under their index, each with its number; only those with these words where some are given."""
    numbers, wanted = numbers_of(plan), plain(q)
    items = plan.items.standing().exclude(pk__in=taken).select_related("lead_unit").order_by("position", "pk")
    has = _numbered(wanted, numbers) if wanted in numbers.values() else _worded(wanted)
    found = [(numbers[item.pk], item) for item in items if has(item)]
    indices = Index.objects.filter(pk__in={item.index_id for _number, item in found})
    return [(each, [line for line in found if line[1].index_id == each.pk]) for each in indices]


def _numbered(wanted: str, numbers: dict) -> Callable:
    return lambda item: numbers[item.pk] == wanted


def _worded(wanted: str) -> Callable:
    return lambda item: (
        not wanted or wanted in plain(f"{item.measure} {item.weakness_statement} {item.lead_unit}")
    )
