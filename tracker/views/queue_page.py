"""The page of a queue: the list, the one case that is open, and the decision that leads to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tracker import calendar, queues, rules
from tracker.errors import Refused
from tracker.forms.queues import CaseForm
from tracker.models import Event
from tracker.queue_cases import PROMISED_DAYS, Case, average_days, cases_of, next_after
from tracker.queues import Queue

from .verb import answer, require_role, who

MOST_DIGITS = 18
CONFLICT, UNPROCESSABLE = 409, 422


@dataclass(frozen=True)
class Work:
    """How the cases of one queue are shown and decided."""

    queue: Queue
    template: str
    form: type[CaseForm]
    decide: Callable[..., None]
    facts: Callable[..., dict]


def work_through(request: HttpRequest, work: Work) -> HttpResponse:
    """Show the case asked for, or the one that has waited longest; what is sent decides the case its form names."""
    require_role(rules.may_see_queues(request.actor))
    cases = cases_of(work.queue, request.actor, calendar.today())
    if request.method == "POST":
        return _decide(request, work, cases)
    asked = request.GET.get("viec")
    thing = _thing(request, work, asked) if asked else _first(cases)
    context = _context(request, work, cases, thing)
    if context["case"] is None:
        return _without_case(request, work, context, asked=asked)
    form = work.form(request, thing) if context["case"].is_decided_here else None
    return render(request, work.template, context | {"form": form})


def place(queue: Queue, thing=None) -> str:
    """The queue's page, with this case open."""
    return reverse(queue.route) + (f"?viec={thing.pk}" if thing else "")


def _decide(request, work: Work, cases: list[Case]) -> HttpResponse:
    """Do what was decided and open the next case; whoever only saves stays where he is."""
    thing = _thing(request, work, request.POST.get("viec", ""))
    if thing is None:
        raise Http404
    form = work.form(request, thing)
    following = thing if "stay" in request.POST else next_after(cases, thing)
    try:
        response = answer(
            request, form, lambda **words: work.decide(thing, **words, **who(request)),
            title=work.queue.words, submit=form.save_and_go_on, back=place(work.queue, following),
            done=form.done, template=work.template,
            **_context(request, work, cases, thing),
        )  # fmt: skip
    except Refused:
        if work.queue.holds(request.actor, thing):
            raise
        return _overtaken(request, work, thing, form)
    is_lost = response.status_code == UNPROCESSABLE and not work.queue.holds(request.actor, thing)
    return _overtaken(request, work, thing, form) if is_lost else response


def _overtaken(request, work: Work, thing, form: CaseForm) -> HttpResponse:
    """409: somebody has just settled it. His decision stands, what was typed is kept, and the queue goes on."""
    cases = cases_of(work.queue, request.actor, calendar.today())
    context = _context(request, work, cases, thing)
    return _without_case(request, work, context, status=CONFLICT, kept=form.typed(), is_overtaken=True)


def _without_case(request, work: Work, context: dict, status: int = 200, **more) -> HttpResponse:
    """The page when no case is open: one that is settled, one that never was, or none left at all."""
    told = {"settled": _settled(work.queue, context["thing"]), **more}
    if not context["cases"]:
        told["average"] = average_days(work.queue, calendar.today())
    return render(request, "tracker/queue.html", context | told, status=status)


def _context(request, work: Work, cases: list[Case], thing) -> dict:
    """What every page of a queue shows."""
    numbers = queues.counts(request.actor)
    return {
        "queue": work.queue, "cases": cases, "thing": thing, "today": calendar.today(), "promised": PROMISED_DAYS,
        "case": _case(request, work, cases, thing) if thing else None,
        "tabs": [(each, numbers.get(each.route, 0)) for each in queues.QUEUES],
        "next": next_after(cases, thing) if thing else _first(cases), "number": numbers.get(work.queue.route, 0),
        **(work.facts(request, thing) if thing else {}),
    }  # fmt: skip


def _case(request, work: Work, cases: list[Case], thing) -> Case | None:
    """The case of this thing, also when it stands beyond the end of the list; None when it waits no longer."""
    listed = (case for case in cases if case.thing.pk == thing.pk)
    return next(listed, None) or next(
        iter(cases_of(work.queue, request.actor, calendar.today(), pk=thing.pk)), None
    )


def _first(cases: list[Case]) -> Any:
    """What has waited longest of what the reader decides; of what he may only look at, when that is all."""
    mine = (case.thing for case in cases if case.is_decided_here)
    return next(mine, None) or next((case.thing for case in cases), None)


def _thing(request, work: Work, pk: str) -> Any:
    """The case under this number, waiting or settled; None when there is none."""
    is_number = pk.isascii() and pk.isdigit() and len(pk) <= MOST_DIGITS
    return work.queue.cases(request.actor).filter(pk=pk).first() if is_number else None


def _settled(queue: Queue, thing) -> Event | None:
    """The line of history with which the case left the queue."""
    if thing is None:
        return None
    told = Event.objects.of(thing)
    return told.filter(verb__in=(*queue.ends, "withdrawn")).last() or told.last()
