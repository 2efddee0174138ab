"""What an amendment of the issued plan changes in the work itself: deadline, words, who helps.

Done when an amendment is issued, never by itself, and for all the lines it changes together.
"""

from datetime import date

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .many_rows import write_links
from .time_status import OPEN
from .tracked import Change, change_all


class WeaknessAmending:
    @staticmethod
    def amend_words_all(worded: list[tuple["WeaknessAmending", str, str]], *, by, today: date) -> None:
        """The amended plan words each weakness anew, with the reason; the unit's own words stay beside it."""
        own = [(each, {"edited_statement": (words, each.statement)}, why) for each, words, why in worded]
        _reword_all(own, by=by, today=today)


class ActionAmending:
    @staticmethod
    def amend_due_all(dates: list[tuple["ActionAmending", date, str, str]], *, by, today: date) -> None:
        """The amended plan gives each another deadline and phrase, with the reason; reminders follow the new one."""
        _expect_home_affairs(by)
        moved = [
            action._redated(why, due_on=due_on, due_phrase=phrase) for action, due_on, phrase, why in dates
        ]
        change_all(moved, "due_amended", by=by, today=today)

    def _redated(self, reason: str, **moved) -> Change:
        """The original date stays."""
        self._expect_state(*OPEN)
        if self.starts_on and moved["due_on"] < self.starts_on:
            raise Invalid({"due_on": _("The deadline lies before the start. Choose a later date.")})
        return Change(self, moved, reason)

    @staticmethod
    def amend_words_all(worded: list[tuple["ActionAmending", str, str, str]], *, by, today: date) -> None:
        """The amended plan words each measure and output anew; the unit's own words stay beside them."""
        own = [
            (each, {"edited_statement": (words, each.statement), "edited_output": (output, each.expected_output)}, why)
            for each, words, output, why in worded
        ]  # fmt: skip
        _reword_all(own, by=by, today=today)

    @staticmethod
    def amend_coordination_all(helped: list[tuple["ActionAmending", set, str]], *, by, today: date) -> None:
        """The amended plan names others to help with each; they see the action from now on."""
        _expect_home_affairs(by)
        named = {action: action._but_the_lead(units) for action, units, _why in helped}
        changes = [_other_helpers(action, named[action], why) for action, _units, why in helped]
        differ = [change for change in changes if change.parts[0] != change.parts[1]]
        change_all(differ, "coordination_amended", by=by, today=today)
        write_links({change.thing: named[change.thing] for change in differ}, "coordinating_units")

    def _but_the_lead(self, units) -> list:
        return [unit for unit in units if unit.pk != self.lead_unit_id]


def _other_helpers(action, units: list, reason: str) -> Change:
    before, after = (sorted(unit.code for unit in each) for each in (action.coordinating_units.all(), units))
    return Change(action, {}, reason, ({"coordinating": before}, {"coordinating": after}))


def _reword_all(worded: list[tuple], *, by, today: date) -> None:
    """Keep what differs; repeating what the unit wrote is no wording of one's own."""
    _expect_home_affairs(by)
    changes = [Change(thing, _reworded(thing, words), why) for thing, words, why in worded]
    change_all([change for change in changes if change.fields], "amended", by=by, today=today)


def _reworded(thing, words: dict[str, tuple[str, str]]) -> dict[str, str]:
    fields = {name: "" if tidy(new) == own else tidy(new) for name, (new, own) in words.items()}
    return {name: text for name, text in fields.items() if text != getattr(thing, name)}


def _expect_home_affairs(by) -> None:
    require(rules.may_edit_plan(by), _("Only Home Affairs amends the plan."))
