"""What can be done to a rule: it is superseded by a newer row, or it ends; no row of it is ever edited.

A change takes effect from the next day on at the earliest: today's plan may be written already.
"""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker import rules
from tracker.calendar import ONE_DAY
from tracker.errors import Invalid, Refused, require
from tracker.models import Event

from .rule_numbers import CHANGEABLE, sound

LONGEST_AHEAD = 366 * ONE_DAY
NOT_YOURS = gettext_lazy("Only an administrator changes the rules of reminding.")


class RuleQuerySet(models.QuerySet):
    def in_force(self, today: date):
        """The rows that hold on that day; of each code there is one at most."""
        return self.filter(valid_from__lte=today).filter(
            models.Q(valid_to=None) | models.Q(valid_to__gte=today)
        )

    def of(self, code: str):
        """Every row of this code, the newest first."""
        return self.filter(code=code).order_by("-valid_from")


class RuleVerbs:
    """Supersede and retire: the only ways in which a rule changes."""

    @transaction.atomic
    def supersede(self, *, by, today: date, valid_from: date, **changes):
        """Close this row and put one with other numbers in its place from that day on; returns the new row.

        A retired rule comes back in the same way. Raises Invalid for what no rule can be, and Refused when this
        row is not the latest one any more, does not hold yet, or nothing would change.
        """
        require(rules.may_administer(by), NOT_YOURS)
        self._expect_latest(today)
        _expect_later_day("valid_from", valid_from, max(today, self.valid_to or today), today)
        numbers = self.numbers | sound(self, changes)
        require(self.valid_to or numbers != self.numbers, _("Nothing differs from the rule in force."))
        self._close(self.valid_to or valid_from - ONE_DAY)
        newer = self._followed_by(valid_from, numbers)
        self._record(
            "superseded", by, today, after=numbers | {"rule": newer.pk, "valid_from": newer.valid_from}
        )
        return newer

    @transaction.atomic
    def retire(self, *, by, today: date, valid_until: date) -> None:
        """The rule holds up to and including that day, and no longer."""
        require(rules.may_administer(by), NOT_YOURS)
        self._expect_latest(today)
        require(self.valid_to is None, _("This rule has been ended already."))
        _expect_later_day("valid_until", valid_until, today - ONE_DAY, today)
        self._close(valid_until)
        self._record("retired", by, today, after={"valid_to": valid_until})

    @property
    def numbers(self) -> dict:
        """What of a rule can be changed, as it is in this row."""
        return {name: getattr(self, name) for name in CHANGEABLE}

    def _expect_latest(self, today: date) -> None:
        """Take the row's lock; Refused unless it is the latest of its code and has begun."""
        mine = type(self).objects.select_for_update().get(pk=self.pk)
        self.valid_to = mine.valid_to
        if type(self).objects.filter(code=self.code, valid_from__gt=self.valid_from).exists():
            raise Refused(_("Somebody has changed this rule already. Look at the row that holds now."))
        require(self.valid_from <= today, _("This rule does not hold yet; change it from the day it begins."))

    def _close(self, last_day: date) -> None:
        type(self).objects.filter(pk=self.pk, valid_to=None).update(valid_to=last_day)
        self.valid_to = last_day

    def _followed_by(self, valid_from: date, numbers: dict):
        """The next row of the code, which keeps what cannot be changed."""
        kept = ("code", "anchor", "verbs", "leaves_at_once", "tells_the_doer")
        same = {name: getattr(self, name) for name in kept}
        return type(self).objects.create(valid_from=valid_from, **same, **numbers)

    def _record(self, verb: str, by, today: date, *, after: dict) -> None:
        Event.record(self, verb, by=by, today=today, reason=self.code, before=self.numbers, after=after)


def _expect_later_day(field: str, day: date, last_impossible: date, today: date) -> None:
    if not isinstance(day, date) or day <= last_impossible:
        first = {"date": f"{last_impossible + ONE_DAY:%d/%m/%Y}"}
        raise Invalid({field: _("Choose %(date)s or a later day; what is past stays as it was.") % first})
    if day > today + LONGEST_AHEAD:
        last = {"date": f"{today + LONGEST_AHEAD:%d/%m/%Y}"}
        raise Invalid({field: _("Choose a day within a year, until %(date)s.") % last})
