"""Setting up an empty site in four steps, each of which can be left and gone on with later."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from plans.forms.first_run import FounderForm, ProvinceForm, UnitsForm
from plans.setting_up import first_run, units
from tracker import calendar, rules
from tracker.forms.actions import EmptyForm
from tracker.models import Index, Province, Unit, founding
from tracker.views.verb import SeeOther, answer, require_role, who

BACKEND = "tracker.authentication.People"


@login_not_required
@sensitive_post_parameters()
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """The first account, for whoever holds the link that the server printed."""
    if not founding.is_code(code):
        raise Http404
    if not founding.is_empty():
        return redirect("first-run")
    form = FounderForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(
            request, "plans/first_run_account.html", {"form": form}, status=422 if form.is_bound else 200
        )
    login(request, founding.found(today=calendar.today(), **form.cleaned_data), backend=BACKEND)
    return SeeOther(reverse("first-run-province"))


def show(request: HttpRequest) -> HttpResponse:
    """What is done and what is left, up to the first review."""
    _expect_administrator(request)
    steps, later = first_run.set_up(), first_run.towards_the_review(calendar.today())
    context = {"steps": steps, "later": later, "next": first_run.next_of([*steps, *later])}
    return render(request, "plans/first_run.html", context)


def province(request: HttpRequest) -> HttpResponse:
    """Its name as papers write it, and its emblem."""
    _expect_administrator(request)
    current = Province.objects.first() or Province.current()
    return answer(
        request, ProvinceForm(request, current), lambda **words: Province.write(**words, **who(request)),
        title=_("The province"), submit=_("Save and go on"), done=_("The province is named."),
        back=reverse("first-run-mail"), template="plans/first_run_step.html", number=2, province=current,
        time_zone=settings.TIME_ZONE, today=calendar.today(),
    )  # fmt: skip


def mail(request: HttpRequest) -> HttpResponse:
    """Whether mails leave: a test to oneself, or go on without and be told so."""
    _expect_administrator(request)
    form = EmptyForm(request, Province.current())
    return answer(
        request, form, lambda version: Province.leave_mail_for_later(**who(request)),
        title=_("E-mail"), submit=_("Go on without mail"), back=reverse("first-run-data"),
        done=_("The site goes on without mail: it keeps what it would send, and nobody receives it."),
        template="plans/first_run_mail.html", number=3, server=settings.EMAIL_HOST,
    )  # fmt: skip


def data(request: HttpRequest) -> HttpResponse:
    """The indices, which every province has, and the units: from the catalogue, from Excel, or by hand."""
    _expect_administrator(request)
    return answer(
        request, UnitsForm(request, None), lambda way, file: units.bring_in(way, file, **who(request)),
        title=_("Units and indices"), submit=_("Bring in"), done=_("The units and indices are there."),
        back=reverse("first-run"), template="plans/first_run_step.html", number=4,
        units=Unit.objects.reviewed().count(), indices=Index.objects.count(),
    )  # fmt: skip


def units_template(request: HttpRequest) -> FileResponse:
    """The Excel file to fill in with the province's units."""
    _expect_administrator(request)
    return FileResponse(units.template(), as_attachment=True, filename="don-vi.xlsx")


@login_not_required
def emblem(request: HttpRequest) -> HttpResponse:
    """The province's own picture, as it stands above every page."""
    current = Province.current()
    if not current.emblem:
        raise Http404
    try:
        response = FileResponse(current.emblem.open("rb"), content_type=current.emblem_type)
    except FileNotFoundError:  # a store that was restored without its files
        raise Http404 from None
    response["Cache-Control"] = "public, max-age=300"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _expect_administrator(request: HttpRequest) -> None:
    require_role(rules.may_administer(request.actor))
