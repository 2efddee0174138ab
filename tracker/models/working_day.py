"""The office's own exceptions to the published calendar: swapped days, working Saturdays, extra days off."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.calendar import PUBLISHED, WorkingCalendar
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .event import Event

YEARS = range(2000, 2101)
LONGEST_REASON = 200
NOT_YOURS = _("Only an administrator changes the working calendar.")


class WorkingDayExceptionQuerySet(models.QuerySet):
    def in_force(self):
        """Without the days that were returned to the published calendar."""
        return self.filter(is_in_force=True)

    def calendar(self) -> WorkingCalendar:
        """The published calendar overruled by these exceptions, in one query."""
        return WorkingCalendar(dict(self.in_force().values_list("day", "is_working")))

    @transaction.atomic
    def set_day(self, day: date, *, is_working: bool, reason: str, by, today: date) -> "WorkingDayException":
        """From now on this day is worked, or free, whatever is published; for an exception, also its reason anew.

        Raises Invalid without a reason, for a day out of reach, or when the day is so already.
        """
        require(rules.may_administer(by), NOT_YOURS)
        _expect_day("day", day)
        exception = self._locked(day)
        exception.overrule(is_working=is_working, reason=_sound(reason), by=by, today=today)
        return exception

    @transaction.atomic
    def swap(self, *, day_off: date, worked_on: date, reason: str, by, today: date) -> None:
        """A working day becomes free and a free one, as a rule a Saturday, is worked for it: both or neither."""
        require(rules.may_administer(by), NOT_YOURS)
        calendar = self.calendar()
        _expect_day("day_off", day_off)
        _expect_day("worked_on", worked_on)
        if not calendar.is_working_day(day_off):
            raise Invalid({"day_off": gettext("This day is free already.")})
        if calendar.is_working_day(worked_on):
            raise Invalid({"worked_on": gettext("This day is worked already.")})
        for day, is_working in sorted([(day_off, False), (worked_on, True)]):
            self.set_day(day, is_working=is_working, reason=reason, by=by, today=today)

    @transaction.atomic
    def restore(self, day: date, *, reason: str, by, today: date) -> None:
        """The day is again what is published. Raises Invalid when it is no exception, or without a reason."""
        require(rules.may_administer(by), NOT_YOURS)
        exception = self.in_force().select_for_update().filter(day=day).first()
        if exception is None:
            raise Invalid({"day": gettext("This day follows the published calendar already.")})
        exception.give_up(reason=_sound(reason), by=by, today=today)

    def _locked(self, day: date) -> "WorkingDayException":
        """The day's row, made if there is none, held until the transaction ends."""
        published = PUBLISHED.is_working_day(day)
        self.get_or_create(day=day, defaults={"is_working": published, "reason": "", "is_in_force": False})
        return self.select_for_update().get(day=day)


class WorkingDayException(models.Model):
    """One day on which the office differs from the published calendar; its row, and so its history, stays for ever."""

    day = models.DateField(_("day"), unique=True)
    is_working = models.BooleanField(_("is worked"))
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON)
    is_in_force = models.BooleanField(_("in force"), default=True, db_default=True, editable=False)

    objects = WorkingDayExceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("working-day exception")
        verbose_name_plural = _("working-day exceptions")
        ordering = ["day"]

    def __str__(self):
        return f"{self.day:%d/%m/%Y} – {self.reason}"

    def overrule(self, *, is_working: bool, reason: str, by, today: date) -> None:
        """Write down the exception; the caller holds the row."""
        self._expect_difference(is_working, reason)
        self._write(
            "calendar_changed", by, today, reason, is_working=is_working, reason=reason, is_in_force=True
        )

    def give_up(self, *, reason: str, by, today: date) -> None:
        """Return the day to the published calendar; the caller holds the row."""
        self._write("calendar_restored", by, today, reason, is_in_force=False)

    def _expect_difference(self, is_working: bool, reason: str) -> None:
        is_so = self.is_working if self.is_in_force else PUBLISHED.is_working_day(self.day)
        if is_working == is_so and (not self.is_in_force or reason == self.reason):
            raise Invalid({"is_working": gettext("This day is worked already.") if is_working
                           else gettext("This day is free already.")})  # fmt: skip
        if is_working != is_so and is_working == PUBLISHED.is_working_day(self.day):
            so = gettext(
                "That is what is published for this day: return it to the published calendar instead."
            )
            raise Invalid({"is_working": so})

    def _write(self, verb: str, by, today: date, why: str, **fields) -> None:
        before = {name: getattr(self, name) for name in fields}
        type(self).objects.filter(pk=self.pk).update(**fields)
        for name, value in fields.items():
            setattr(self, name, value)
        after = fields | {"day": self.day}
        Event.record(self, verb, by=by, today=today, reason=why, before=before, after=after)


def _expect_day(field: str, day: date) -> None:
    if not isinstance(day, date) or day.year not in YEARS:
        raise Invalid({field: gettext("Choose a day from 2000 to 2100.")})


def _sound(reason: str) -> str:
    """The reason as it will be kept. Raises Invalid when it is missing or too long."""
    reason = tidy(reason)
    if not reason:
        raise Invalid({"reason": gettext("Give the reason, for example the number of the notice.")})
    if len(reason) > LONGEST_REASON:
        raise Invalid({"reason": gettext("Give the reason in at most 200 characters.")})
    return reason
