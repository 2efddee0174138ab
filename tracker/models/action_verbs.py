"""What can be done to an action. Each verb is kept whole or refused with a reason."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .action_proposal import ProposalVerbs
from .editing import ActionEditing
from .evidence_verbs import EvidenceVerbs
from .time_status import OPEN
from .tracked import Change, change_all
from .verification_check import checked

NOT_YOURS = gettext_lazy("Only the lead unit does this, and only while the action is being watched.")


class ActionVerbs(ProposalVerbs, EvidenceVerbs, ActionEditing):
    """Work, report, decide: the states of `todo → doing → reported → done` and their side ways."""

    def accept(self, *, by, today: date) -> None:
        """Home Affairs accepts the action together with its unit's submission; from now on it is watched."""
        require(by.is_home_affairs, _("Only Home Affairs accepts an action."))
        self._change("accepted", by=by, today=today, accepted_on=today)

    def reconsider(self, *, by, today: date, reason: str) -> None:
        """Home Affairs takes its acceptance back before anything was done: a proposal again."""
        require(by.is_home_affairs, _("Only Home Affairs accepts an action."))
        self._change("reconsidered", by=by, today=today, reason=reason, accepted_on=None)

    def baseline(self, *, by, today: date, printed: date | None = None) -> None:
        self.baseline_all([(self, printed)], by=by, today=today)

    @staticmethod
    def baseline_all(dates: Iterable[tuple["ActionVerbs", date | None]], *, by, today: date) -> None:
        """The plan is issued: the printed date of each action is the original one for ever, and the deadline.

        What was extended before keeps its later deadline; what was reported or done is not dated anew.
        """
        require(by.is_home_affairs, _("Only Home Affairs freezes the dates."))
        frozen = [Change(action, action._frozen(printed, today)) for action, printed in dates]
        change_all(frozen, "baselined", by=by, today=today)

    def _frozen(self, printed: date | None, today: date) -> dict:
        original = printed if printed and self.is_open else self.due_on
        moves = original != self.due_on and self.due_on == self.original_due_on
        moved = {"due_on": original, "due_phrase": ""} if moves else {}
        return {"baselined_on": today, "original_due_on": original} | moved

    def update_progress(
        self, *, by, today: date, percent: int, note: str, version: int | None = None
    ) -> None:
        """Say how far the work is and what was done since the last time."""
        self._expect_state(*OPEN)
        require(rules.may_update_progress(by, self), NOT_YOURS)
        _expect_progress(percent, note)
        self._change("progressed", by=by, today=today, version=version, reason=tidy(note),
                     state="doing", percent=percent, progress_on=today)  # fmt: skip

    @transaction.atomic
    def report(
        self, *, by, today: date, note: str = "", delay_cause: str = "", version: int | None = None
    ) -> None:
        """Report completion: needs the expected evidence, at least one piece, and when late the cause."""
        self._expect_state(*OPEN)
        require(rules.may_report(by, self), NOT_YOURS)
        self._expect_proof(today, delay_cause)
        if self.state != "doing":
            self._change("started", by=by, today=today, version=version, state="doing")
            version = None
        self._change("reported", by=by, today=today, version=version, reason=tidy(note), state="reported",
                     percent=100, progress_on=today, reported_on=today, reported_by_id=by.user.pk,
                     delay_cause=tidy(delay_cause))  # fmt: skip

    def send_back(
        self, *, by, today: date, reason: str, checks: Iterable[str] = (), version: int | None = None
    ) -> None:
        """The report does not hold: the lead unit goes on working, and knows why."""
        self._expect_state("reported")
        require(rules.may_send_back(by, self), _("Only Home Affairs decides, and never on its own report."))
        _expect_reason(reason)
        self._change("returned", by=by, today=today, version=version, reason=tidy(reason), state="returned",
                     parts=checked(checks))  # fmt: skip

    def verify(
        self,
        *,
        by,
        today: date,
        remark: str = "",
        is_delay_objective: bool = False,
        checks: Iterable[str] = (),
        version: int | None = None,
    ) -> None:
        """The report holds. Four eyes: never by the person who reported. What was checked stands in the history."""
        self._expect_state("reported")
        require(rules.may_verify(by, self), _("Only Home Affairs decides, and never on its own report."))
        self._change("verified", by=by, today=today, version=version, reason=tidy(remark), state="done",
                     verified_on=today, verified_by_id=by.user.pk, is_delay_objective=is_delay_objective,
                     parts=checked(checks))  # fmt: skip

    def drop(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """The action is no longer applicable; Home Affairs says why."""
        self._expect_droppable(by, reason)
        self._change("dropped", by=by, today=today, version=version, reason=tidy(reason), state="dropped")

    @staticmethod
    def drop_all(reasons: list[tuple["ActionVerbs", str]], *, by, today: date) -> None:
        """Several actions are no longer applicable, each for its own reason: all of them or none."""
        for action, reason in reasons:
            action._expect_droppable(by, reason)
        ended = [Change(action, {"state": "dropped"}, tidy(reason)) for action, reason in reasons]
        change_all(ended, "dropped", by=by, today=today)

    def _expect_droppable(self, by, reason: str) -> None:
        self._expect_state(*OPEN)
        require(rules.may_drop(by, self), _("Only Home Affairs drops an action that is being watched."))
        _expect_reason(reason)

    def reopen(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """A completed action was not complete after all; Home Affairs says why."""
        self._expect_state("done")
        require(rules.may_reopen(by, self), _("Only Home Affairs reopens an action."))
        _expect_reason(reason)
        self._change("reopened", by=by, today=today, version=version, reason=tidy(reason), state="doing",
                     verified_on=None, verified_by_id=None, reported_on=None, reported_by_id=None)  # fmt: skip

    def assign(self, *, by, today: date, owner, version: int | None = None) -> None:
        """Give the action to another person of the lead unit."""
        require(
            rules.may_assign(by, self), _("Only the head of the lead unit or Home Affairs changes the owner.")
        )
        expect_member(owner, self.lead_unit, today)
        event = self._change(
            "assigned", by=by, today=today, version=version, reason=owner.full_name, owner_id=owner.pk
        )
        self.owner = owner
        return event

    @transaction.atomic
    def ask_extension(
        self, *, by, today: date, requested_due_on: date, reason: str, version: int | None = None
    ):
        """Ask Home Affairs for more time; one request at a time, and only so many an action."""
        self._expect_state(*OPEN)
        require(rules.may_ask_extension(by, self), NOT_YOURS)
        _expect_reason(reason)
        self._change("extension_asked", by=by, today=today, version=version, reason=tidy(reason))
        return self.extensions.ask(
            self, by=by, today=today, requested_due_on=requested_due_on, reason=tidy(reason)
        )

    def extend(self, *, by, today: date, due_on: date, reason: str) -> None:
        """Move the deadline, as an approved request says; the original date stays."""
        self._change("extended", by=by, today=today, reason=reason, due_on=due_on)

    def _expect_proof(self, today: date, delay_cause: str) -> None:
        missing = [expected.description for expected in self.missing_evidence()]
        if missing:
            raise Invalid(
                {"evidence": _("Evidence is still missing: %(what)s.") % {"what": "; ".join(missing)}}
            )
        if not self.live_evidence().exists():
            raise Invalid({"evidence": _("Attach at least one piece of evidence first.")})
        if today > self.due_on and not tidy(delay_cause):
            raise Invalid({"delay_cause": _("The deadline has passed: say what caused the delay.")})


def _expect_progress(percent: int, note: str) -> None:
    if not 0 <= percent <= 100:
        raise Invalid({"percent": _("Give a whole number from 0 to 100.")})
    if not tidy(note):
        raise Invalid({"note": _("Say in a sentence what was done.")})


def _expect_reason(reason: str) -> None:
    if not tidy(reason):
        raise Invalid({"reason": _("Give the reason; it is shown to the people concerned.")})


def expect_member(owner, unit, today: date) -> None:
    """Raise Invalid unless the owner is an active person of the unit on that day."""
    belongs = owner and owner.is_active and owner.memberships.valid_on(today).filter(unit=unit).exists()
    if not belongs:
        raise Invalid({"owner": _("Choose an active person of the lead unit.")})
