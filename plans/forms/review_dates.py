"""The year and the three dates of a review, proposed from the one before, each with its day of the week."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.calendar import WorkingCalendar
from tracker.forms.fields import DayField
from tracker.forms.verb import VerbForm
from tracker.models import Review
from tracker.models.review_preparation import DATES
from tracker.templatetags.page import day, weekday

FIRST, LAST = 2000, 2100
USUAL = {"conference_on": (6, 10), "submissions_due_on": (6, 22), "plan_due_on": (7, 31)}
WHOLE_YEAR = gettext_lazy("Give the assessed year with four digits, for example 2022.")


class ReviewForm(VerbForm):
    """For an existing review; its version guards against a colleague who is faster."""

    year = forms.IntegerField(
        label=gettext_lazy("Assessed year"), min_value=FIRST, max_value=LAST, widget=forms.NumberInput({"size": 6}),
        error_messages={"invalid": WHOLE_YEAR, "min_value": WHOLE_YEAR, "max_value": WHOLE_YEAR},
        help_text=gettext_lazy("The year that is looked back on; the plan belongs to the year after."),
    )  # fmt: skip
    conference_on = DayField(label=gettext_lazy("Conference"))
    submissions_due_on = DayField(label=gettext_lazy("Units hand in until"))
    plan_due_on = DayField(label=gettext_lazy("Plan to the People's Committee until"))

    def __init__(self, request, review, calendar: WorkingCalendar, **kwargs):
        self.working_days = calendar
        own = {name: getattr(review, name, None) for name in ("year", *DATES)}
        super().__init__(request, review, initial=own | kwargs.pop("initial", {}), **kwargs)
        self._name_the_days()

    def _name_the_days(self) -> None:
        for name in DATES:
            shown = self[name].value()
            shown = self._typed_day(name, shown) if isinstance(shown, str) else shown
            self[name].help_text = hint(shown, self.working_days) if shown and _is_near(shown) else ""

    def clean(self):
        for name in DATES:
            if name in self.cleaned_data and not _is_near(self.cleaned_data[name]):
                self.add_error(name, _("Check the year of this date."))

    def _typed_day(self, name: str, typed: str) -> date | None:
        try:
            return self.fields[name].to_python(typed)
        except forms.ValidationError:
            return None


class NewReviewForm(ReviewForm):
    """A year that is begun: there is no version to overtake yet."""

    version = None

    def __init__(self, request, last: Review | None, calendar: WorkingCalendar, today: date):
        super().__init__(request, _("Reviews"), calendar, initial=proposed(last, calendar, today))


def proposed(last: Review | None, calendar: WorkingCalendar, today: date) -> dict:
    """The dates of the review before, a year on, moved to a working day where they fall on another."""
    year = last.year + 1 if last else today.year - 1
    days = {name: _a_year_on(last, name) if last else date(year + 1, *USUAL[name]) for name in DATES}
    return {"year": year} | {name: calendar.on_or_after(each) for name, each in days.items()}


def hint(shown: date, calendar: WorkingCalendar) -> str:
    """Monday; or: Saturday, no working day – the next one is 24/06/2024."""
    if calendar.is_working_day(shown):
        return weekday(shown)
    words = _("%(weekday)s, not a working day; the next one is %(next)s.")
    return words % {"weekday": weekday(shown), "next": day(calendar.on_or_after(shown))}


def _is_near(day: date) -> bool:
    """Holidays of a year nobody plans for are not known."""
    return FIRST <= day.year <= LAST + 1


def _a_year_on(last: Review, name: str) -> date:
    """The same day a year later; the 29th of February has none."""
    was = getattr(last, name)
    is_leap_day = (was.month, was.day) == (2, 29)
    return was.replace(year=was.year + 1, day=28 if is_leap_day else was.day)
