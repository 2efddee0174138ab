"""What Home Affairs decides on a submission: row by row back to the unit, or accepted whole."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.models import Action
from tracker.vietnamese import tidy


class SubmissionDecisions:
    """Return with reasons and a new date, accept, exempt."""

    @transaction.atomic
    def send_back(
        self, *, by, today: date, rows: dict[int, str], due_on: date, version: int | None = None
    ) -> None:
        """Return some rows (weakness id -> reason) with a new date; the other rows are accepted and stay so."""
        self._expect_state("submitted")
        require(rules.may_decide_submission(by, self), _("Only Home Affairs decides on a submission."))
        self._expect_reasons(rows, due_on, today)
        remarks = "\n".join(tidy(reason) for reason in rows.values())
        self._change(
            "returned", by=by, today=today, version=version, reason=remarks, state="returned", due_on=due_on
        )
        self._accept_rows(self.rows.exclude(weakness__in=rows), by, today)
        for weakness_id, reason in rows.items():
            self.rows.filter(weakness=weakness_id).update(
                decision="returned", remark=tidy(reason), decided_on=today
            )

    @transaction.atomic
    def accept(self, *, by, today: date, version: int | None = None) -> None:
        """Take the whole submission; its actions are watched from this day on."""
        self._expect_state("submitted")
        require(rules.may_decide_submission(by, self), _("Only Home Affairs decides on a submission."))
        self._change("accepted", by=by, today=today, version=version, state="accepted", accepted_on=today)
        self._accept_rows(self.rows.all(), by, today)

    def exempt(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """This unit need not hand in this year; the reason is kept."""
        self._expect_state("not_started", "draft")
        require(rules.may_decide_submission(by, self), _("Only Home Affairs decides on a submission."))
        self._expect_reason(reason)
        self._change("exempted", by=by, today=today, version=version, reason=tidy(reason), state="exempt")

    def _accept_rows(self, rows, by, today: date) -> None:
        for action in Action.objects.filter(weakness__row__in=rows, accepted_on=None).exclude(
            state="dropped"
        ):
            action.accept(by=by, today=today)
        rows.exclude(decision="accepted").update(decision="accepted", decided_on=today)

    def _expect_reasons(self, rows: dict[int, str], due_on: date, today: date) -> None:
        if not rows or not all(tidy(reason) for reason in rows.values()):
            raise Invalid({"rows": _("Give a reason for at least one row that is returned.")})
        if due_on <= today:
            raise Invalid({"due_on": _("Give the unit a new date after today.")})

    def _expect_reason(self, reason: str) -> None:
        if not tidy(reason):
            raise Invalid({"reason": _("Give the reason; it is shown to the people concerned.")})
