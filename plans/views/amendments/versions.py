"""The frozen versions of a plan: which there are, what each says, and what it changed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from plans.models import Amendment
from plans.papers.catalogue import PAPERS
from plans.papers.offers import formats_of
from plans.versions.differences import differences
from plans.versions.lines import by_index, shown
from plans.views.plans import find_plan
from tracker import rules


@require_safe
def index(request: HttpRequest, year: int) -> HttpResponse:
    """Every version with its paper and its SHA-256; whoever prepares the next one finds it here."""
    plan = find_plan(request, year)
    if not plan.is_issued:
        raise Http404
    amendments = Amendment.objects.visible_to(request.actor).filter(plan=plan).select_related("begun_by")
    context = {
        "plan": plan,
        "versions": plan.versions.select_related("amendment", "plan").order_by("-number"),
        "open": amendments.filter(state="open").first(),
        "given_up": amendments.filter(state="cancelled"),
        "may_amend": rules.may_edit_plan(request.actor),
    }
    return render(request, "plans/amendments/versions.html", context)


@require_safe
def show(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The content as it was frozen, and the difference to the version before."""
    plan = find_plan(request, year)
    version = get_object_or_404(plan.versions.select_related("amendment", "plan__review"), number=number)
    before = version.before()
    found = differences(before.content, version.content) if before else []
    context = {
        "plan": plan, "version": version, "before": before, "changes": shown(found, version.amendment),
        "following": plan.versions.filter(number=number + 1).first(), "indices": by_index(version.content),
        "formats": formats_of(PAPERS["plan"]),
    }  # fmt: skip
    return render(request, "plans/amendments/version.html", context)
