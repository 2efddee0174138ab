"""The working calendar of a year: what is published and what the office decided, changed by its verbs."""

from datetime import date
from functools import partial

from django.contrib import admin
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker import calendar
from tracker.forms.working_days import DayForm, ReasonOfDayForm, RestoreDayForm, SwapForm
from tracker.models import Event, WorkingDayException
from tracker.models.working_day import YEARS
from tracker.views.verb import who

from .verb_admin import VerbAdmin

days = WorkingDayException.objects
DONE = gettext_lazy("Kept. The next plan of reminders counts with it; reminders that were already sent stay.")


@admin.register(WorkingDayException)
class WorkingDayExceptionAdmin(VerbAdmin):
    """A year at a glance; a day is set, two are swapped, an exception is taken back, always with a reason."""

    def has_add_permission(self, request) -> bool:
        return self.has_change_permission(request)

    def get_urls(self):
        own = [
            self.page_path("swap/", "swap", self.swap_view),
            self.page_path("<int:number>/restore/", "restore", self.restore_view),
        ]
        return own + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        year = _year(request.GET.get("year", ""))
        beside = {"before": year - 1, "after": year + 1}
        shown = {name: each for name, each in beside.items() if each in YEARS}
        return self.show(request, "tracker/admin/working_days.html", year=year, rows=_rows(year), **shown)

    def add_view(self, request, form_url="", extra_context=None):
        words = {"title": _("A day unlike the published calendar"), "submit": _("Keep the day"), "done": DONE}
        return self.ask(request, DayForm(request, None), partial(days.set_day, **who(request)), **words)

    def swap_view(self, request):
        words = {"title": _("Swap two days"), "submit": _("Swap the days"), "done": DONE}
        return self.ask(request, SwapForm(request, None), partial(days.swap, **who(request)), **words)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        exception = _found(object_id)
        do = partial(days.set_day, exception.day, is_working=exception.is_working, **who(request))
        words = {
            "title": _("Reason of the exception"),
            "submit": _("Keep the reason"),
            "done": _("The reason is kept."),
        }
        return self._about(request, exception, ReasonOfDayForm(request, exception), do, **words)

    def restore_view(self, request, number: int):
        exception = _found(number)
        do = partial(days.restore, exception.day, **who(request))
        words = {
            "title": _("Return the day to the published calendar"),
            "submit": _("Return the day"),
            "done": DONE,
        }
        return self._about(request, exception, RestoreDayForm(request, exception), do, **words)

    def _about(self, request, exception, form, do, **words):
        history = Event.objects.of(exception).reverse()
        template = "tracker/admin/working_day.html"
        return self.ask(request, form, do, template=template, exception=exception, history=history, **words)


def _found(number) -> WorkingDayException:
    """The exception that is in force under this number, else 404."""
    return get_object_or_404(days.in_force(), pk=number if str(number).isdecimal() else None)


def _year(asked: str) -> int:
    """The year asked for; the present one when nothing, or nonsense, is asked."""
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else 0
    return year if year in YEARS else calendar.today().year


def _rows(year: int) -> list[dict]:
    """Every day of the year that is not simply worked from Monday to Friday, published or by exception."""
    published = calendar.published_days(year)
    own = {exception.day: exception for exception in days.in_force().filter(day__year=year)}
    return [_row(day, published.get(day, ""), own.get(day)) for day in sorted(published | own)]


def _row(day: date, name: str, exception: WorkingDayException | None) -> dict:
    is_worked = exception.is_working if exception else calendar.PUBLISHED.is_working_day(day)
    return {"day": day, "name": name, "exception": exception, "is_worked": is_worked}
