"""Chasing letters: kept as proof that every unit concerned can read, and written as official papers."""

from uuid import UUID

from django.db.models import Count, Max
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from notifications import papers
from notifications.chase_message import message_of
from notifications.forms.chases import NumberForm
from notifications.models import Chase, Obligation
from notifications.paging import newest_first
from plans.views.papers import WORD
from tracker import calendar, reading_log, rules
from tracker.models import Unit
from tracker.stored_files import saved
from tracker.views.verb import answer, require_role, who

ROWS = 50
MEDIA_TYPES = {"docx": WORD, "pdf": "application/pdf"}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The letters, newest first, of all units, of one, or those sent together; how often each unit was chased."""
    letters = Chase.objects.visible_to(request.actor)
    unit = get_object_or_404(Unit, code=request.GET["unit"]) if request.GET.get("unit") else None
    batch = _batch(request.GET.get("batch"))
    shown = letters.filter(**{name: value for name, value in (("unit", unit), ("batch", batch)) if value})
    rows = shown.select_related("unit", "chased_by", "submission__review").annotate(how_many=Count("actions"))
    year = calendar.today().year
    context = {
        "page": newest_first(rows, request.GET, ROWS), "unit": unit, "batch": batch, "year": year,
        "units": [] if batch else _of_year(letters, year), "may_chase": rules.may_chase(request.actor),
    }  # fmt: skip
    return render(request, "notifications/chases.html", context)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The proof: who chased whom, when, in which words, about what, and what became of each mail."""
    chase = _find(request, pk)
    owed = Obligation.objects.filter(subject_type="chase", subject_id=chase.pk)
    others = chase.of_the_paper().visible_to(request.actor).exclude(pk=chase.pk).select_related("unit")
    context = {
        "chase": chase, "record": chase.record, "actions": chase.actions_then(), "place": chase.place_in_year(),
        "owed": owed.select_related("recipient", "envelope").order_by("recipient__sort_key", "pk"),
        "then": chase.submission_then(), "others": list(others.order_by("unit__sort_key")),
        "may_chase": rules.may_chase(request.actor), "message": message_of(chase),
    }  # fmt: skip
    return render(request, "notifications/chase.html", context)


@require_safe
def paper(request: HttpRequest, pk: int, format: str) -> HttpResponse:
    """The letter to be numbered and signed, to all units that were chased together; as Word file or as PDF."""
    chase = _find(request, pk)
    require_role(request.actor.sees_everything)
    letters = list(chase.of_the_paper().written_out())
    response = HttpResponse(
        papers.chasing_letter(letters, calendar.today(), format), content_type=MEDIA_TYPES[format]
    )
    response["Content-Disposition"] = f'attachment; filename="cong-van-don-doc-{chase.pk}.{format}"'
    return response


def number(request: HttpRequest, pk: int) -> HttpResponse:
    """Type in what the clerk gave the signed paper."""
    chase = _find(request, pk)
    require_role(rules.may_chase(request.actor))
    return answer(
        request, NumberForm(request, chase), lambda **words: chase.note_number(**words, **who(request)),
        title=_("Number, date and scan of the letter"), submit=_("Note them"), done=_("It is noted."),
        back=reverse("chase", kwargs={"pk": pk}),
        explain=_("Copy number and date from the signed paper. They hold for all letters that were sent together."),
    )  # fmt: skip


@require_safe
def signed_file(request: HttpRequest, pk: int) -> FileResponse:
    """The signed letter, for everybody who may read what it says."""
    chase = _find(request, pk)
    if not chase.signed_file:
        raise Http404
    response = saved(chase.signed_file, chase.signed_file_name)
    reading_log.signed_paper_taken(chase, request.actor)
    return response


def _find(request: HttpRequest, pk: int) -> Chase:
    return get_object_or_404(Chase.objects.visible_to(request.actor).written_out(), pk=pk)


def _batch(typed: str | None) -> UUID | None:
    """Letters sent together; what is no such key is not found."""
    try:
        return UUID(typed) if typed else None
    except ValueError:
        raise Http404 from None


def _of_year(letters, year: int):
    """Each unit chased this year with the number of its letters, the most chased first."""
    counted = letters.filter(chased_on__year=year).order_by().values("unit")
    rows = {
        row["unit"]: row
        for row in counted.annotate(how_many=Count("pk"), last=Max("pk"), on=Max("chased_on"))
    }
    units = Unit.objects.in_bulk(rows)
    return sorted(
        ({**row, "unit": units[pk]} for pk, row in rows.items()),
        key=lambda row: (-row["how_many"], -row["last"]),
    )
