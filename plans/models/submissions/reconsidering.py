"""Home Affairs takes an acceptance back, as long as nobody has built on it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.planning.left_out import LeftOut
from tracker import rules
from tracker.errors import require
from tracker.models import Action, Event
from tracker.vietnamese import tidy

UNTOUCHED = ("accepted", "edited")


class SubmissionReconsidering:
    @transaction.atomic
    def reconsider(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """The submission waits for a decision again, with the rows that this acceptance had taken."""
        self._lock()
        self.refresh_from_db()
        self._expect_state("accepted")
        require(rules.may_decide_submission(by, self), _("Only Home Affairs decides on a submission."))
        self._expect_reason(reason)
        actions = list(self._just_accepted().select_for_update(of=("self",)))
        why_not = self.why_it_stays_accepted()
        require(not why_not, why_not)
        said = {"by": by, "today": today, "reason": tidy(reason)}
        rows = self._rows_just_accepted()
        self._change("reconsidered", version=version, state="submitted", accepted_on=None, **said)
        for action in actions:
            action.reconsider(**said)
        rows.update(decision="pending", decided_on=None)
        LeftOut.objects.filter(action__in=actions).delete()  # what is not accepted cannot be left out either

    def why_it_stays_accepted(self) -> str:
        """What was built on the acceptance, in words; nothing when it may be taken back."""
        if self.review.state not in ("open", "consolidating"):
            return _("The plan is issued; an accepted submission stays accepted.")
        actions = self._just_accepted()
        if lines := _lines_of(actions):
            return _(
                "Its actions stand in the draft plan: %(lines)s. Take them out of their lines first."
            ) % {"lines": lines}
        if busy := [action.ref for action in actions if not _is_untouched(action)]:
            return _("Work has begun on %(actions)s; the submission stays accepted.") % {
                "actions": ", ".join(busy)
            }
        return ""

    def _rows_just_accepted(self):
        """The rows that the last acceptance took; those of earlier attempts stay as they are."""
        last = Event.objects.of(self).filter(verb="accepted").last()
        return self.rows.filter(weakness__ref__in=last.after.get("rows", ()) if last else ())

    def _just_accepted(self):
        """Their actions, which are watched since then."""
        return Action.objects.filter(weakness__row__in=self._rows_just_accepted(), accepted_on__isnull=False)


def _is_untouched(action: Action) -> bool:
    return Event.objects.of(action).last().verb in UNTOUCHED


def _lines_of(actions) -> str:
    """“HD-2022-001 (line 3), HD-2022-002 (line 5)”: the actions that the draft plan has taken in."""
    placed = actions.filter(contribution__isnull=False).order_by("contribution__item__position", "pk")
    named = placed.values_list("ref", "contribution__item__position")
    return ", ".join(_("%(ref)s (line %(number)s)") % {"ref": ref, "number": number} for ref, number in named)
