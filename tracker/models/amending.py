"""What an amendment of the issued plan changes in the work itself: deadline, words, who helps."""

from datetime import date

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .time_status import OPEN


class WeaknessAmending:
    def amend_words(self, *, by, today: date, reason: str, statement: str) -> None:
        """The amended plan words the weakness anew; the unit's own words stay beside it."""
        _reword(self, {"edited_statement": (statement, self.statement)}, by=by, today=today, reason=reason)


class ActionAmending:
    """Done when an amendment is issued, never by itself."""

    def amend_due(self, *, by, today: date, due_on: date, reason: str, due_phrase: str = "") -> None:
        """The amended plan gives another deadline; the original date stays, reminders follow the new one."""
        self._expect_state(*OPEN)
        _expect_home_affairs(by)
        if self.starts_on and due_on < self.starts_on:
            raise Invalid({"due_on": _("The deadline lies before the start. Choose a later date.")})
        moved = {"due_on": due_on, "due_phrase": due_phrase}
        self._change("due_amended", by=by, today=today, reason=reason, **moved)

    def amend_words(self, *, by, today: date, reason: str, statement: str, output: str) -> None:
        """The amended plan words measure and output anew; the unit's own words stay beside them."""
        own = {
            "edited_statement": (statement, self.statement),
            "edited_output": (output, self.expected_output),
        }
        _reword(self, own, by=by, today=today, reason=reason)

    def amend_coordination(self, *, by, today: date, reason: str, units) -> None:
        """The amended plan names others to help; they see the action from now on."""
        _expect_home_affairs(by)
        helping = {unit.pk: unit for unit in units if unit.pk != self.lead_unit_id}
        before = sorted(self.coordinating_units.values_list("code", flat=True))
        after = sorted(unit.code for unit in helping.values())
        if before != after:
            parts = {"coordinating": before}, {"coordinating": after}
            self._change("coordination_amended", by=by, today=today, reason=reason, parts=parts)
            self.coordinating_units.set(helping)


def _reword(thing, words: dict[str, tuple[str, str]], *, by, today: date, reason: str) -> None:
    """Keep what differs; repeating what the unit wrote is no wording of one's own."""
    _expect_home_affairs(by)
    fields = {name: "" if tidy(new) == own else tidy(new) for name, (new, own) in words.items()}
    changed = {name: text for name, text in fields.items() if text != getattr(thing, name)}
    if changed:
        thing._change("amended", by=by, today=today, reason=reason, **changed)


def _expect_home_affairs(by) -> None:
    require(rules.may_edit_plan(by), _("Only Home Affairs amends the plan."))
