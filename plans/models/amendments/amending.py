"""Preparing an amendment beside the issued plan: nothing of it holds, or is read by units, before it is issued."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.amendments import extended_lines
from plans.models.amendments import words as amendment_words
from plans.models.amendments.issue import AmendmentIssue
from tracker import rules
from tracker.errors import Invalid, Refused, Stale, require
from tracker.models import Action, Event
from tracker.models.tracked import create
from tracker.vietnamese import tidy


class Amending(AmendmentIssue):
    """One amendment at a time; every step holds its row, so that of two officers one comes after the other."""

    @classmethod
    @transaction.atomic
    def begin(cls, plan, *, by, today: date, reason: str) -> "Amending":
        """Open the next amendment of an issued plan. Refused while another is open, with who began it."""
        require(rules.may_edit_plan(by), _("Only Home Affairs amends the plan."))
        plan = type(plan).objects.select_for_update(no_key=True).get(pk=plan.pk)
        require(plan.is_issued, _("The plan is not issued yet: change its draft instead."))
        expect_none_open(plan)
        expect_reason(reason)
        amendment = cls(plan=plan, reason=tidy(reason), begun_by=by.user, begun_on=today)
        return create(amendment, "amendment_begun", by=by, today=today, reason=tidy(reason))

    @transaction.atomic
    def change(self, item, *, by, today: date, reason: str = "", version: int | None = None, **words):
        """Give a line other words, another date or other units; what equals the line as it stands is no change."""
        self._begin(by, f"line:{item.pk}", version)
        self._expect_line(item)
        planned = self.changes.filter(item=item).first()
        self._expect_kind(planned, "change")
        after = amendment_words.difference(item, (planned.after if planned else {}), words)
        if not after:
            raise Invalid(
                {"measure": _("Nothing differs from the line as it stands. Change at least one field.")}
            )
        return self._plan_change("change", by, today, reason, item=item, after=after)

    @transaction.atomic
    def add(self, action, *, by, today: date, reason: str = "", version: int | None = None):
        """Take an accepted action of this review into the plan, as a line of its own."""
        self._begin(by, f"action:{action.pk}", version)
        action = Action.objects.get(pk=action.pk)
        why_not = amendment_words.why_it_cannot_join(self.plan, action)
        require(not why_not, why_not)
        taken = self.changes.filter(action=action).exists()
        require(not taken, _("%(ref)s is already to be added.") % {"ref": action.ref})
        return self._plan_change("add", by, today, reason, action=action)

    @transaction.atomic
    def add_all(self, actions, *, by, today: date, reason: str = "", version: int | None = None) -> None:
        """Take several accepted actions in, all or none."""
        for action in actions:
            self.add(action, by=by, today=today, reason=reason, version=version)

    @transaction.atomic
    def withdraw(self, item, *, by, today: date, reason: str, version: int | None = None):
        """Take a line out of the plan; what is still open of its work is dropped on issue, with this reason."""
        self._begin(by, f"line:{item.pk}", version)
        self._expect_line(item)
        self._expect_kind(self.changes.filter(item=item).first(), "withdraw")
        expect_reason(reason)
        why_not = amendment_words.why_it_stays(item)
        require(not why_not, why_not)
        return self._plan_change("withdraw", by, today, reason, item=item)

    @transaction.atomic
    def take_over_extensions(self, *, by, today: date, version: int | None = None) -> int:
        """Print the dates that were granted since: every line behind which a deadline has moved. How many."""
        self._begin(by)
        found = extended_lines.of(self)
        require(found, _("No line is behind the extensions that were granted."))
        for item, due_on in found:
            kept = self.changes.filter(item=item).first()
            moved = {"due_on": due_on.isoformat(), "due_phrase": ""}
            after = (kept.after if kept else {}) | {
                name: new for name, new in moved.items() if new or item.due_phrase
            }
            reason = (kept.reason if kept else "") or extended_lines.reason_of(item)
            self._plan_change("change", by, today, reason, item=item, after=after)
        return len(found)

    @transaction.atomic
    def undo(self, change, *, by, today: date, version: int | None = None) -> None:
        """Take one planned change back; the plan stays there as it is."""
        self._begin(by)
        change = self.changes.filter(pk=change.pk).first()
        require(change, _("This change has already been taken back."))
        self._change("change_undone", by=by, today=today, reason=change.reason, parts=(change.facts, {}))
        change.delete()

    @transaction.atomic
    def cancel(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """Give the amendment up; the plan stays as it is, and another may be begun."""
        self._begin(by)
        expect_reason(reason)
        self._change("amendment_cancelled", by=by, today=today, version=version, reason=tidy(reason),
                     state="cancelled")  # fmt: skip

    def _plan_change(self, kind: str, by, today: date, reason: str, *, after=None, **thing):
        """Write the change down in place of an earlier one of the same line."""
        kept, _is_new = self.changes.update_or_create(
            **thing, defaults={"kind": kind, "after": after or {}, "reason": tidy(reason)}
        )
        self._change("change_planned", by=by, today=today, reason=tidy(reason), parts=({}, kept.facts))
        return kept

    def _begin(self, by, thing: str = "", version: int | None = None) -> None:
        """Whoever changes the amendment goes one after the other; what a colleague did to this line shows first."""
        seen = type(self).objects.select_for_update(no_key=True).get(pk=self.pk)
        self.version, self.state = seen.version, seen.state
        expect_not_issued(seen)
        self._expect_state("open")
        require(rules.may_edit_plan(by), _("Only Home Affairs amends the plan."))
        if thing and version and self._was_touched(thing, version):
            raise Stale(_("Somebody has just changed this. Look at it again; what you typed is kept."))

    def _was_touched(self, thing: str, version: int) -> bool:
        later = Event.objects.of(self).filter(number__gt=version)
        return any(thing in (event.before.get("thing"), event.after.get("thing")) for event in later)

    def _expect_line(self, item) -> None:
        stands = type(item).objects.standing().filter(pk=item.pk, plan=self.plan_id).exists()
        require(stands, _("This line does not stand in the plan that is amended."))

    def _expect_kind(self, planned, kind: str) -> None:
        """A line is changed or withdrawn, not both."""
        if planned and planned.kind != kind:
            words = {
                "withdraw": _(
                    "This line is to be changed already. Take that change back before you withdraw it."
                ),
                "change": _("This line is to be withdrawn already. Take that back before you change it."),
            }
            raise Refused(words[kind])


def expect_none_open(plan) -> None:
    """Raise Refused while an amendment of the plan is open, saying whose it is."""
    other = plan.amendments.filter(state="open").select_related("begun_by").first()
    if other:
        words = _(
            "%(person)s began an amendment on %(day)s that is still open. Finish it or give it up first."
        )
        raise Refused(words % {"person": other.begun_by, "day": f"{other.begun_on:%d/%m/%Y}"})


def expect_not_issued(amendment) -> None:
    """Raise Refused for one that is in force, saying as what a colleague has recorded it."""
    words = _(
        "The amendment is issued already: %(number)s of %(day)s. What is still to change goes into the next one."
    )
    if amendment.state == "issued":
        raise Refused(words % {"number": amendment.number, "day": f"{amendment.issued_on:%d/%m/%Y}"})


def expect_reason(reason: str) -> None:
    if not tidy(reason):
        raise Invalid({"reason": _("Give the reason; it is shown to the people concerned.")})
