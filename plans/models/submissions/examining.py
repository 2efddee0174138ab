"""Home Affairs reads a submission row by row; its notes are told to nobody before it decides."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.submissions.row import SubmissionRow
from tracker import rules
from tracker.errors import Invalid, Refused, Stale, require
from tracker.models import Event
from tracker.vietnamese import tidy

DECIDED = ("returned", "accepted")
BLANK = {"verdict": "", "draft_remark": "", "checks": [], "examined_by": None, "examined_at": None}


class SubmissionExamining:
    """Working notes on the rows that wait for a decision. The decision says what became of them."""

    @transaction.atomic
    def examine(
        self,
        weakness,
        *,
        by,
        now: datetime,
        verdict: str,
        remark: str = "",
        checks=(),
        seen: str | None = None,
    ) -> SubmissionRow:
        """Keep what is meant to be decided on one row, which checks hold, and the remark.

        seen: the stamp of the notes on the asker's screen; Stale is raised when a colleague's stand there by now.
        """
        self._expect_waiting(by)
        row = self._row_to_decide(weakness)
        notes = {"verdict": verdict, "draft_remark": tidy(remark), "checks": list(checks)}
        _expect_known(notes)
        if all(getattr(row, name) == value for name, value in notes.items()):
            return row
        if seen is not None and seen != row.stamp:
            raise Stale(_("A colleague has just written notes on this row. Yours are still on the screen."))
        return _keep(row, notes | {"examined_by": by.user, "examined_at": now})

    def stamp_of_notes(self) -> str:
        """When notes were last written on any row that waits: a decision is taken on what its maker has read."""
        return max((row.stamp for row in self.rows.exclude(decision="accepted")), default="")

    def _expect_waiting(self, by) -> None:
        """Hold the submission as it is now; Refused tells who has decided on it meanwhile."""
        self._lock()
        self.refresh_from_db()
        require(rules.may_decide_submission(by, self), _("Only Home Affairs decides on a submission."))
        last = Event.objects.of(self).filter(verb__in=DECIDED).last()
        if self.state in DECIDED and last:
            words = _("%(name)s has decided on it already: “%(state)s”. Nothing of yours was sent.")
            raise Refused(words % {"name": last.actor_name, "state": self.get_state_display()})
        self._expect_state("submitted")

    def _expect_read(self, notes: str | None) -> None:
        if notes is not None and notes != self.stamp_of_notes():
            raise Stale(_("A colleague has written notes meanwhile. Read them before you decide."))

    def _row_to_decide(self, weakness) -> SubmissionRow:
        row = self.rows.filter(weakness=weakness).first()
        require(row, _("This weakness is not part of what was handed in."))
        require(row.decision == "pending", _("This row was accepted in an earlier attempt; it stays so."))
        return row


def _expect_known(notes: dict) -> None:
    if notes["verdict"] not in ("", *SubmissionRow.Verdict.values):
        raise Invalid({"verdict": _("Choose “accept” or “return”.")})
    if not set(notes["checks"]) <= set(SubmissionRow.Check.values):
        raise Invalid({"checks": _("Tick only what stands in the list.")})


def _keep(row: SubmissionRow, notes: dict) -> SubmissionRow:
    for name, value in notes.items():
        setattr(row, name, value)
    row.save(update_fields=list(notes))
    return row
