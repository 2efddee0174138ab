"""What Home Affairs decides on a submission: row by row back to the unit, or accepted whole."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.submissions.examining import BLANK, SubmissionExamining
from plans.models.submissions.reconsidering import SubmissionReconsidering
from tracker.errors import Invalid, require
from tracker.models import Action
from tracker.vietnamese import tidy


class SubmissionDecisions(SubmissionExamining, SubmissionReconsidering):
    """Return with reasons and a new date, or accept. Notes: the stamp of those its maker has read."""

    @transaction.atomic
    def send_back(
        self, *, by, today: date, rows: dict[int, str], due_on: date, remark: str = "",
        version: int | None = None, notes: str | None = None,
    ) -> None:  # fmt: skip
        """Return some rows (weakness id -> reason) with a new date; the other rows are accepted and stay so.

        The remark is about the whole; with it alone all rows are accepted and the rest is mended.
        """
        self._expect_waiting(by)
        self._expect_read(notes)
        self._expect_reasons(rows, remark, due_on, today)
        self._expect_returnable(rows)
        refs = dict(self.rows.filter(weakness__in=rows).values_list("weakness", "weakness__ref"))
        said = [tidy(remark), *(f"{refs[number]}: {tidy(rows[number])}" for number in refs)]
        self._change(
            "returned", by=by, today=today, version=version, reason="\n".join(filter(None, said)),
            parts=({}, {"remark": tidy(remark)}), state="returned", due_on=due_on,
        )  # fmt: skip
        self._accept_rows(self.rows.exclude(weakness__in=rows), by, today)
        for number, reason in rows.items():
            self.rows.filter(weakness=number).update(
                decision="returned", remark=tidy(reason), decided_on=today, **BLANK
            )

    @transaction.atomic
    def accept(self, *, by, today: date, version: int | None = None, notes: str | None = None) -> None:
        """Take the whole submission; its actions are watched from this day on."""
        self._expect_waiting(by)
        self._expect_read(notes)
        rows = self.rows.exclude(decision="accepted")
        marked = rows.filter(verdict="return").values_list("weakness__ref", flat=True)
        require(not marked, _("Marked to be returned: %(rows)s. Return the submission, or mark them anew first.")
                % {"rows": ", ".join(marked)})  # fmt: skip
        taken = {"rows": list(rows.values_list("weakness__ref", flat=True))}
        self._change("accepted", by=by, today=today, version=version, parts=({}, taken), state="accepted",
                     accepted_on=today)  # fmt: skip
        self._accept_rows(self.rows.all(), by, today)

    def _accept_rows(self, rows, by, today: date) -> None:
        for action in Action.objects.filter(weakness__row__in=rows, accepted_on=None).exclude(
            state="dropped"
        ):
            action.accept(by=by, today=today)
        rows.exclude(decision="accepted").update(decision="accepted", decided_on=today)

    def _expect_reasons(self, rows: dict[int, str], remark: str, due_on: date, today: date) -> None:
        if not all(tidy(reason) for reason in rows.values()):
            raise Invalid({"rows": _("Give a reason for each row that is returned.")})
        if not rows and not tidy(remark):
            raise Invalid(
                {"remark": _("Say what is to be mended: mark a row to be returned, or write it here.")}
            )
        if due_on <= today:
            raise Invalid({"due_on": _("Give the unit a new date after today.")})

    def _expect_returnable(self, rows: dict[int, str]) -> None:
        """Only rows that wait are returned, and among them every one that is marked so."""
        waiting = dict(self.rows.filter(decision="pending").values_list("weakness", "verdict"))
        require(rows.keys() <= waiting.keys(), _("A row that was accepted in an earlier attempt stays so."))
        left_out = [
            number for number, verdict in waiting.items() if verdict == "return" and number not in rows
        ]
        require(not left_out, _("A row that is marked to be returned is left out. Give its reason too."))

    def _expect_reason(self, reason: str) -> None:
        if not tidy(reason):
            raise Invalid({"reason": _("Give the reason; it is shown to the people concerned.")})
