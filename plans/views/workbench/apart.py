"""Lines that read alike are kept apart, and proposed again when that was a mistake."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.forms.workbench.merging import LinesForm
from tracker.views.verb import answer, who

from .drafts import find_draft
from .side_by_side import decide, lines_named, there
from .way_back import back


def keep_apart(request: HttpRequest, year: int) -> HttpResponse:
    """They read alike and are not the same: not proposed again, until somebody thinks better of it."""
    plan, items = find_draft(request, year), lines_named(request)
    if request.method != "POST" or len(items) < 2:
        return redirect(f"{reverse('plan-merging', kwargs={'year': year})}?{request.GET.urlencode()}")
    form = LinesForm(request, plan)

    def part(line: dict, version: int):
        plan.keep_apart(*there(plan, items, line), **who(request))

    apart = ",".join(str(item.pk) for item in items)
    return decide(
        request, form, plan, items, part, done=_("Kept apart. They are not proposed again."),
        back=back(request, plan, apart=apart),
    )  # fmt: skip


def propose_again(request: HttpRequest, year: int) -> HttpResponse:
    """What was kept apart by mistake is proposed for merging again, where it still reads alike."""
    plan, items = find_draft(request, year), lines_named(request)
    if request.method != "POST" or len(items) < 2:
        return redirect(f"{back(request, plan)}#de-rieng")

    def propose(line: dict, version: int):
        plan.propose_again(*there(plan, items, line), **who(request))

    done = _("No longer kept apart: what reads alike is proposed again.")
    return answer(
        request, LinesForm(request, plan), propose, title=_("Propose again"), submit=_("Propose again"), done=done,
        back=back(request, plan), template="plans/workbench/merging.html", plan=plan, sides=[],
        again=back(request, plan),
    )  # fmt: skip
