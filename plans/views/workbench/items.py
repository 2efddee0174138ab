"""One line of the plan: as it is printed, beside the words of each unit; worded and split."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.workbench.item import ItemForm, SplitForm
from plans.models.planning import line_words
from plans.reading.contributors import contributors
from tracker import calendar, rules
from tracker.models import Event
from tracker.views.verb import answer, who

from ..plans import find_plan
from .drafts import find_draft, find_line, where_it_went
from .way_back import back, bench, came_from_bench, naming


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
        done=naming(_("Line %(lines)s is saved."), plan, [item]),
        back=_from_where(request, plan, item), template="plans/workbench/item_edit.html", plan=plan, item=item,
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
        return redirect(_from_where(request, plan, item))
    explain = _("The ticked ones stand right behind this line, in the units' own words; at least one stays. What only"
                " they brought in, causes and coordinating units, goes with them. The lines are not proposed for"
                " merging again.")  # fmt: skip
    form = SplitForm(request, item, actions)
    return answer(
        request, form, lambda actions, each: plan.split(item, actions, each=each, **who(request)),
        title=_("Split line %(number)s") % {"number": item.position}, submit=_("Split"),
        done=naming(_("Line %(lines)s is split. What left it stands right behind it."), plan, [item]),
        back=back(request, plan, item), explain=explain, template="plans/workbench/on_line.html", item=item,
    )  # fmt: skip


def _from_where(request, plan, item) -> str:
    """To the line on the workbench for whoever began there, else to its own page."""
    if came_from_bench(request):
        return back(request, plan, item)
    return reverse("plan-item", kwargs={"year": plan.review.plan_year, "pk": item.pk})
