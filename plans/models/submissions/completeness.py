"""What a submission still lacks before it can be handed in: one rule for every page and for the verbs."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Lack:
    """One thing that is missing: on which weakness, in which part of its card, in words."""

    weakness: object
    part: str  # cause, responsibility, action, or weaknesses for the whole
    words: str

    def __str__(self):
        return f"{self.weakness.ref}: {self.words}" if self.weakness else self.words


def lacks_of(weakness) -> list[Lack]:
    """What this chain lacks; one the unit does not agree with, and says why, needs no chain."""
    actions = weakness.live_actions
    is_contested = weakness.origin == "assigned" and weakness.objection
    return [*(() if is_contested else _whole(weakness, actions)), *_dated(weakness, actions)]


def lacks_of_all(submission) -> list[Lack]:
    """What the whole submission lacks, weakness by weakness."""
    weaknesses = submission.chains()
    if not weaknesses:
        return lacks_without_weakness(submission)
    return [lack for weakness in weaknesses for lack in lacks_of(weakness)]


def lacks_without_weakness(submission) -> list[Lack]:
    """A submission that names none has to say that there is none."""
    words = _("Name at least one weakness, or declare that the unit found none.")
    return [] if submission.declares_none else [Lack(None, "weaknesses", words)]


def _whole(weakness, actions: list) -> Iterator[Lack]:
    if not weakness.causes.all():
        yield Lack(weakness, "cause", _("the cause is missing."))
    if not weakness.responsibilities.all():
        yield Lack(weakness, "responsibility", _("who is responsible is missing."))
    if not actions:
        yield Lack(weakness, "action", _("an action with an owner is missing."))


def _dated(weakness, actions: list) -> Iterator[Lack]:
    for number, action in enumerate(actions, start=1):
        yield from _action(weakness, number, action)


def _action(weakness, number: int, action) -> Iterator[Lack]:
    if not action.owner_id:
        yield Lack(weakness, "action", _("action %(number)s has no owner yet.") % {"number": number})
    if not action.due_on:
        yield Lack(weakness, "action", _("action %(number)s has no deadline yet.") % {"number": number})
    if not action.expected_output:
        yield Lack(
            weakness, "action", _("action %(number)s names no expected output yet.") % {"number": number}
        )
