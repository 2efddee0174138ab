"""One line of the plan: as it is printed, beside the words of each unit; worded, split and moved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.workbench.item import ItemForm, MoveForm, SplitForm
from plans.models.planning import line_words
from plans.reading.contributors import contributors
from tracker import calendar, rules
from tracker.models import Event
from tracker.views.verb import answer, who

from ..plans import find_plan
from .drafts import bench, find_draft, find_line, ticks, where_it_went


@require_safe
def show(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """The printed words and where each of them came from; another unit's own words are not shown to a unit."""
    plan = find_plan(request, year)
    item = find_line(plan, pk)
    if item is None:
        return where_it_went(request, plan, pk)
    is_own = rules.may_edit_plan(request.actor)
    context = {
        "plan": plan, "item": item, "contributors": contributors(item, request.actor), "today": calendar.today(),
        "events": Event.objects.of(item).reverse() if request.actor.sees_everything else (),
        "may_work": is_own and plan.state == plan.State.DRAFT, "bench": bench(plan, item) if is_own else "",
    }  # fmt: skip
    return render(request, "plans/workbench/item.html", context)


def edit(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """Word the line beside the originals; who leads, who helps, until when."""
    plan = find_draft(request, year)
    item = find_line(plan, pk)
    if item is None:
        return where_it_went(request, plan, pk)
    form = ItemForm(request, item, line_words.parts_of(item), calendar.today())
    return answer(
        request, form, lambda **words: item.edit(**words, **who(request)),
        title=_("Word line %(number)s") % {"number": item.position}, submit=_("Save the line"),
        done=_("The line is saved."),
        back=_page(plan, item), template="plans/workbench/item_edit.html", plan=plan, item=item,
    )  # fmt: skip


def split(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """Some actions of a merged line get a line of their own."""
    plan = find_draft(request, year)
    item = find_line(plan, pk)
    if item is None:
        return where_it_went(request, plan, pk)
    actions = [part.action for part in line_words.parts_of(item)]
    if request.method != "POST" and len(actions) < 2:
        messages.error(request, _("This line has only one action; there is nothing to split off."))
        return redirect(_page(plan, item))
    explain = _("The ticked ones stand right behind this line, in the units' own words; at least one stays. What only"
                " they brought in, causes and coordinating units, goes with them. The lines are not proposed for"
                " merging again.")  # fmt: skip
    form = SplitForm(request, item, actions)
    return answer(
        request, form, lambda actions, each: plan.split(item, actions, each=each, **who(request)),
        title=_("Split line %(number)s") % {"number": item.position}, submit=_("Split"),
        done=_("Split. What left the line stands right behind it."), back=bench(plan, item), explain=explain,
    )  # fmt: skip


def move(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """Another place within its index: one step up or down, or behind a chosen line."""
    plan = find_draft(request, year)
    item = find_line(plan, pk)
    if item is None:
        return where_it_went(request, plan, pk)
    lines = list(plan.items.standing().filter(index=item.index_id).order_by("position", "pk"))
    return answer(
        request, MoveForm(request, item, lines), lambda after: plan.move(item, after=after, **who(request)),
        title=_("Move line %(number)s") % {"number": item.position}, submit=_("Move"), done=_("The line is moved."),
        back=bench(plan, item, ticks(request)),
    )  # fmt: skip


def _page(plan, item) -> str:
    return reverse("plan-item", kwargs={"year": plan.review.plan_year, "pk": item.pk})
