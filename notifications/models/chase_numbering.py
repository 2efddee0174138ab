"""Number, date and scan of the official letter: the clerk's, noted and attached afterwards, never invented."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.planning import signed_file as scans
from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

LONGEST_NUMBER = 40


class ChaseNumbering:
    """Letters that left together are one paper; what the clerk gave it is noted on each of them."""

    def of_the_paper(self):
        """The letters that left together with this one, and itself."""
        return type(self).objects.filter(batch=self.batch)

    @transaction.atomic
    def note_number(
        self, *, by, today: date, number: str, numbered_on: date, signed_file=None, version: int | None = None
    ) -> None:
        """Keep what the signed paper says, and the paper itself: with it the units chased are told where it is read.

        A slip of the pen is noted again and both stay in the history; a paper that is there stays as it is.
        """
        require(rules.may_chase(by), _("Only Home Affairs notes the number of its letters."))
        number = tidy(number)
        self._expect_signed_paper(number, numbered_on, today)
        scan = self._examined(signed_file)
        letters = list(self.of_the_paper().select_for_update().order_by("pk"))  # all lock in the same order
        noted = {"number": number, "numbered_on": numbered_on}
        self._of_all(letters, "numbered", by=by, today=today, version=version, **noted)
        if scan:
            self._of_all(
                letters, "file_attached", by=by, today=today, reason=scan["signed_file_name"], **scan
            )
            scans.keep(self, signed_file)
            self.of_the_paper().update(signed_file=self.signed_file.name)

    def _of_all(self, letters: list, verb: str, *, version: int | None = None, **fields) -> None:
        """The same change of each letter; of this one at the version its asker has seen."""
        self._change(verb, version=version, **fields)
        for letter in letters:
            if letter.pk != self.pk:
                letter._change(verb, **fields)

    def _examined(self, file) -> dict[str, str]:
        scan = scans.examined(file)
        require(not (scan and self.signed_file), _("The signed paper is there already; it stays as it is."))
        return scan

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
