"""Did the points come back? One page on what a review lost and what the next one measured, and the same in Excel."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.models import Plan
from plans.next_year.account import NextYear
from plans.next_year.limits import limits
from plans.next_year.ratings import Step, spread
from plans.next_year.sheets import sheets
from plans.next_year.telling import sentences
from tracker import rules
from tracker.models import Review
from tracker.views.exports import XLSX, download


@require_safe
def show(request: HttpRequest, year: int) -> HttpResponse:
    """A unit reads of its own weaknesses and actions; those who watch read of all."""
    review = find_review(request, year)
    account, plan = NextYear.of(review, request.actor), Plan.objects.filter(review=review).first()
    context = {
        "review": review, "account": account, "sentences": list(sentences(account)),
        "limits": list(limits(account)), "steps": list(Step), "spread": spread(account.units),
        "plan": plan if plan and rules.may_see_plan(request.actor, plan) else None,
        "may_write": rules.may_write_results(request.actor),
    }  # fmt: skip
    return render(request, "plans/next_year.html", context)


@require_safe
def xlsx(request: HttpRequest, year: int) -> FileResponse:
    """The same figures as a workbook."""
    account = NextYear.of(find_review(request, year), request.actor)
    name = _("points that came back %(year)s") % {"year": year}
    return download(request, name, "xlsx", XLSX, lambda file: _write(file, request, account))


def find_review(request: HttpRequest, year: int) -> Review:
    """A review held here; of the years before this site no weaknesses are kept that could be asked for."""
    known = Review.objects.with_results_for(request.actor).held_here()
    return get_object_or_404(known, year=year)


def _write(file, request, account: NextYear) -> int:
    """Write the workbook; the number of criteria in it."""
    from plans.papers.files.excel_file import write

    told = [(_("What it says"), words) for words in sentences(account)]
    told += [(_("What it cannot say"), words) for words in limits(account)]
    taken = [
        (_("Taken out on"), f"{timezone.localtime():%d/%m/%Y %H:%M}"),
        (_("Taken out by"), request.actor.name),
    ]
    file.write(write(sheets(account), [(_("Review"), str(account.review)), *told, *taken]))
    return sum(len(each.rows) for each in account.indices)
