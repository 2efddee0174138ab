"""The account of a month: what was owed and what became of it, to read and to print."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from notifications import rules
from notifications.watching.monthly import Account, following, preceding
from tracker import calendar
from tracker.views.verb import require_role

FIRST_MONTH = date(2000, 1, 1)


@require_safe
def show(request: HttpRequest, month: date) -> HttpResponse:
    require_role(rules.may_read_account(request.actor))
    before, after = preceding(month), following(month)
    context = {
        "account": Account.of(month), "month": month, "at": timezone.now(),
        "before": before if before >= FIRST_MONTH else None, "after": after if after <= calendar.today() else None,
    }  # fmt: skip
    return render(request, "notifications/account.html", context)
