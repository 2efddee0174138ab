"""Number and date of the official letter: given by the office's clerk, typed in afterwards, never invented."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

LONGEST_NUMBER = 40


class ChaseNumbering:
    """Letters that left together are one paper; its number is noted on each of them."""

    def of_the_paper(self):
        """The letters that left together with this one, and itself."""
        return type(self).objects.filter(batch=self.batch)

    @transaction.atomic
    def note_number(
        self, *, by, today: date, number: str, numbered_on: date, version: int | None = None
    ) -> None:
        """Keep what the signed paper says; a slip of the pen is noted again and both stay in the history."""
        require(rules.may_chase(by), _("Only Home Affairs notes the number of its letters."))
        number = tidy(number)
        self._expect_signed_paper(number, numbered_on, today)
        letters = list(self.of_the_paper().select_for_update().order_by("pk"))  # all lock in the same order
        fields = {"by": by, "today": today, "number": number, "numbered_on": numbered_on}
        self._change("numbered", version=version, **fields)
        for letter in letters:
            if letter.pk != self.pk:
                letter._change("numbered", **fields)

    def _expect_signed_paper(self, number: str, numbered_on: date, today: date) -> None:
        if not number or len(number) > LONGEST_NUMBER:
            raise Invalid({"number": _("Type it in from the signed paper.")})
        if not self.chased_on <= numbered_on <= today:
            raise Invalid(
                {"numbered_on": _("The date must lie between the day the letter was sent and today.")}
            )
        others = type(self).objects.exclude(batch=self.batch)
        if others.filter(number=number, numbered_on__year=numbered_on.year).exists():
            raise Invalid({"number": _("Another letter of that year already has this number.")})
