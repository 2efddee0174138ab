"""The way of a submission inside its unit: written, to the head, handed in; or back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.submissions.copy import SubmissionCopy
from tracker import rules
from tracker.errors import Invalid, Stale, require
from tracker.vietnamese import tidy

WRITABLE = ("not_started", "draft", "returned")


class SubmissionSteps:
    """Official writes and sends to the head; the head hands in or returns. Late is recorded, not blocked."""

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE

    def may_write(self, actor) -> bool:
        """The unit's people write while it is with them and the review is not closed."""
        return self.is_writable and self.review.state != "closed" and rules.may_draft_submission(actor, self)

    @transaction.atomic
    def draft(
        self,
        *,
        by,
        today: date,
        strengths: str | None = None,
        declares_none: bool | None = None,
        head_responsibility: str | None = None,
        version: int | None = None,
    ) -> None:
        """Write or go on writing what is given; after a return this begins the next attempt."""
        self._expect_state(*WRITABLE)
        self._expect_writer(by)
        words = {"strengths": strengths, "head_responsibility": head_responsibility}
        changed = {name: tidy(text) for name, text in words.items() if text is not None}
        changed |= {} if declares_none is None else {"declares_none": declares_none}
        self._change("drafted", by=by, today=today, version=version, state="draft", **changed)

    @transaction.atomic
    def send_to_head(self, *, by, today: date, version: int | None = None) -> None:
        """The official has finished; the head decides."""
        self._lock()
        self._expect_state("draft")
        self._expect_writer(by)
        self._expect_complete()
        self._change("sent_to_head", by=by, today=today, version=version, state="head_review")

    def recall(self, *, by, today: date, version: int | None = None) -> None:
        """The unit's official takes it back from the head to write on."""
        self._expect_state("head_review")
        self._expect_writer(by)
        self._change("taken_back", by=by, today=today, version=version, state="draft")

    def return_to_official(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """The head wants changes first."""
        self._expect_state("head_review")
        require(rules.may_submit(by, self), _("Only the head of the unit decides."))
        self._expect_reason(reason)
        self._change(
            "returned_by_head", by=by, today=today, version=version, reason=tidy(reason), state="draft"
        )

    @transaction.atomic
    def submit(self, *, by, today: date, version: int | None = None, seen: str = "") -> SubmissionCopy:
        """The head approves and hands in to Home Affairs; what was handed in is frozen as a copy.

        seen: SHA-256 of the words the head has read; Stale is raised when others would be handed in.
        """
        self._lock()
        self._expect_state("head_review")
        require(rules.may_submit(by, self), _("Only the head of the unit decides."))
        self._expect_complete()
        self._change("submitted", by=by, today=today, version=version, state="submitted",
                     attempt=self.attempt + 1, submitted_on=today)  # fmt: skip
        for weakness in self.weaknesses:
            self.rows.get_or_create(weakness=weakness)
        self.rows.filter(decision="returned").update(decision="pending")
        copy = SubmissionCopy.freeze(self, by=by, today=today)
        if seen and copy.sha256 != seen:
            raise Stale(_("It was changed after you opened this page. Read it again before you hand it in."))
        return copy

    def _expect_writer(self, by) -> None:
        require(self.review.state != "closed", _("The review is closed; nothing of it changes any more."))
        require(rules.may_draft_submission(by, self), _("Only the unit itself writes its submission."))

    def _lock(self) -> None:
        """Whoever writes a row or hands in goes one after the other; an older version is still found out."""
        type(self).objects.select_for_update().get(pk=self.pk)

    def _expect_complete(self) -> None:
        """Every weakness needs a cause, someone responsible and actions with owner and date; or none is declared."""
        if lacks := self.lacks():
            raise Invalid({"weaknesses": " ".join(str(lack) for lack in lacks)})
