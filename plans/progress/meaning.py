"""What each figure of the progress means, said once: in a sentence for readers, and of one action on one day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker.models.time_status import DUE_SOON, OPEN


def _one(then) -> int:
    return 1


@dataclass(frozen=True)
class Meaning:
    """A figure: its name, what it says, which actions it counts, and what each of them adds to it."""

    words: str | Promise
    sentence: str | Promise
    counts: Callable[[object, date], bool]
    adds: Callable[[object], int] = _one


def _is_counted(then, on: date) -> bool:
    return then.state != "dropped"


def _is_done(then, on: date) -> bool:
    return then.state == "done"


def _is_done_late(then, on: date) -> bool:
    return _is_done(then, on) and then.reported_on > then.due_on


def _is_overdue(then, on: date) -> bool:
    return then.state in OPEN and then.due_on < on


def _in_state(state: str) -> Callable[[object, date], bool]:
    return lambda then, on: then.state == state


MEANINGS = {
    "total": Meaning(
        _("Actions in all"),
        _("Every action of the plan except those that are no longer applicable."),
        _is_counted,
    ),
    "done": Meaning(
        _("Completed"),
        _("Reported by the lead unit, and verified by Home Affairs by that day."),
        _is_done,
    ),
    "done_on_time": Meaning(
        _("Completed on time"),
        _(
            "Verified by Home Affairs, and reported by the lead unit no later than the deadline then in force."
        ),
        lambda then, on: _is_done(then, on) and not _is_done_late(then, on),
    ),
    "done_late": Meaning(
        _("Completed late"),
        _("Verified by Home Affairs, but reported by the lead unit after the deadline then in force."),
        _is_done_late,
    ),
    "open_in_time": Meaning(
        _("Not completed, in time"),
        _("Still to be done and the deadline not passed, or reported and waiting for verification."),
        lambda then, on: _is_counted(then, on) and not _is_done(then, on) and not _is_overdue(then, on),
    ),
    "overdue": Meaning(
        _("Not completed, overdue"),
        _("Neither reported nor completed, and the deadline then in force had passed."),
        _is_overdue,
    ),
    "extended": Meaning(
        _("Extended"),
        _(
            "Its deadline on that day is later than the original one, frozen when the plan was issued: it was"
            " extended, or the plan was amended."
        ),
        lambda then, on: _is_counted(then, on) and then.due_on > then.original_due_on,
    ),
    "done_by_original": Meaning(
        _("Completed by the original date"),
        _("Completed, and reported no later than the original deadline: extensions do not count."),
        lambda then, on: _is_done(then, on) and then.reported_on <= then.original_due_on,
    ),
    "overdue_by_original": Meaning(
        _("Past the original date"),
        _("Still to be done, and the original deadline had passed: extensions do not count."),
        lambda then, on: then.state in OPEN and then.original_due_on < on,
    ),
    "proof_expected": Meaning(
        _("Pieces of evidence expected"),
        _("How many kinds of evidence were agreed on for the actions that count."),
        _is_counted,
        lambda then: then.proof_expected,
    ),
    "proof_given": Meaning(
        _("Pieces of evidence given"),
        _("How many of the expected kinds of evidence were there on that day."),
        _is_counted,
        lambda then: then.proof_given,
    ),
    "due_soon": Meaning(
        _("Due within 7 days"),
        _("Still to be done, and due on that day or within the seven days after it."),
        lambda then, on: then.state in OPEN and on <= then.due_on <= on + DUE_SOON,
    ),
    "todo": Meaning(_("Not started"), _("Nothing had been reported of it by that day."), _in_state("todo")),
    "doing": Meaning(
        _("In progress"), _("Work had begun and was not yet reported as completed."), _in_state("doing")
    ),
    "reported": Meaning(
        _("Awaiting verification"),
        _("Reported as completed by the lead unit; Home Affairs had not decided by that day."),
        _in_state("reported"),
    ),
    "returned": Meaning(
        _("Sent back"), _("Home Affairs had sent the report back; work goes on."), _in_state("returned")
    ),
    "dropped": Meaning(
        _("No longer applicable"),
        _("Home Affairs dropped it; it counts in no other figure."),
        _in_state("dropped"),
    ),
}
RATES = {
    "done": "total",
    "done_on_time": "total",
    "done_late": "total",
    "open_in_time": "total",
    "overdue": "total",
    "proof_given": "proof_expected",
}  # the figure, and what it is a part of


def members(states: list, count: str, on: date) -> list:
    """The actions that make the figure up, as they stood; those that add nothing are left out."""
    meaning = MEANINGS[count]
    return [then for then in states if meaning.counts(then, on) and meaning.adds(then)]


def sum_of(states: list, count: str) -> int:
    """What these actions add up to."""
    return sum(MEANINGS[count].adds(then) for then in states)
