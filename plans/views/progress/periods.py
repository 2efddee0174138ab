"""Periods that are closed for scoring: the list, one of them, and the closing of another."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.progress.period import PeriodForm, PeriodLook
from plans.models import ClosedPeriod, Plan
from plans.progress.period_book import PeriodRows, about
from plans.progress.period_look import Look
from plans.progress.period_page import PeriodPage
from plans.views.plans import find_plan
from tracker import calendar, rules
from tracker.errors import Invalid
from tracker.exports import workbook
from tracker.views.exports import XLSX, download
from tracker.views.verb import answer, require_role, who

TEMPLATE = "plans/progress/period_new.html"


def index(request: HttpRequest, year: int) -> HttpResponse:
    plan = find_plan(request, year)
    may_close = rules.may_close_period(request.actor) and plan.is_issued
    periods = plan.periods.select_related("closed_by").order_by("-until")
    return render(
        request, "plans/progress/periods.html", {"plan": plan, "periods": periods, "may_close": may_close}
    )


def show(request: HttpRequest, year: int, pk: int) -> HttpResponse:
    """The frozen figures; what has moved since is said beside them."""
    period = _find(request, year, pk)
    page = PeriodPage(period, request.actor, calendar.today())
    return render(
        request, "plans/progress/period.html", {"plan": period.plan, "period": period, "page": page}
    )


def create(request: HttpRequest, year: int) -> HttpResponse:
    """First the name and the day, then the figures as they would be kept, then the closing."""
    plan, today = find_plan(request, year), calendar.today()
    require_role(rules.may_close_period(request.actor))
    look = _look(request, plan, today)
    form = PeriodForm(request, plan, initial=look.cleaned_data if look.is_bound and look.is_valid() else {})
    ready = Look(plan, look.cleaned_data["until"], today) if look.is_bound and look.is_valid() else None
    return answer(
        request, form, lambda version, **words: ClosedPeriod.close(plan, **words, **who(request)),
        title=_("Close a period"), submit=_("Close the period for ever"),
        done=_("The period is closed. Its figures stay as they are."),
        back=reverse("plan-periods", args=[year]), template=TEMPLATE, plan=plan, look=look, ready=ready,
    )  # fmt: skip


@require_safe
def xlsx(request: HttpRequest, year: int, pk: int) -> FileResponse:
    """The rows of the page as a workbook."""
    period = _find(request, year, pk)
    page = PeriodPage(period, request.actor, calendar.today())
    return download(
        request, f"{_('closed period')} {period.until:%Y-%m-%d}", "xlsx", XLSX,
        lambda file: workbook.write(file, PeriodRows(page), about(period, request.actor), _("Units")),
    )  # fmt: skip


def _look(request, plan: Plan, today) -> PeriodLook:
    """What is asked for by GET, or was sent with the closing; its faults stand beside the fields."""
    typed = request.POST or request.GET
    look = PeriodLook(typed if {"name", "until"} & set(typed) else None, auto_id="look_%s")
    if look.is_bound and look.is_valid() and request.method != "POST":
        try:
            ClosedPeriod.expect_closable(plan, **look.cleaned_data, today=today)
        except Invalid as fault:
            look.take(fault.errors)
    return look


def _find(request, year: int, pk: int) -> ClosedPeriod:
    plan = find_plan(request, year)
    return get_object_or_404(plan.periods.select_related("plan__review", "closed_by"), pk=pk)
