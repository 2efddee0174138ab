"""The plan is amended: what that changes for the reader, before and after."""

from dataclasses import dataclass

from plans.versions.differences import differences
from plans.versions.lines import ShownChange, number_of, shown
from plans.versions.planned_content import around
from tracker.models import Action

from . import calendar
from .draft import Draft
from .letter import Letter, letter


@dataclass(frozen=True)
class Touched:
    """One line of the amendment with the reader's actions in it."""

    shown: ShownChange
    actions: list[Action]

    @property
    def number(self) -> str:
        return number_of(self.shown.line)


def plan_amended(draft: Draft) -> Letter:
    """The plan was amended: the lines in it that are the reader's work, or the unit's."""
    touched = [each for item in draft.items for each in _touched(item.thing, draft.reader)]
    actions = [action for each in touched for action in each.actions]
    amendment = draft.first.thing
    return letter(
        "plan_amended", draft, thing=amendment, touched=touched, button_url=draft.link_to("amendment", amendment),
        calendar=calendar.of_actions(actions, draft),
    )  # fmt: skip


def _touched(amendment, reader) -> list[Touched]:
    lines = shown(differences(*around(amendment)), amendment)
    own = _own({ref for each in lines for ref in each.line["actions"]}, reader)
    found = [Touched(each, [own[ref] for ref in each.line["actions"] if ref in own]) for each in lines]
    return [each for each in found if each.actions]


def _own(refs: set[str], reader) -> dict[str, Action]:
    """Those of the actions that are the reader's, or his or her unit's."""
    seen = Action.objects.visible_to(reader).filter(ref__in=refs).select_related("lead_unit")
    own = seen.filter(owner=reader.user) | seen.filter(lead_unit__in=reader.working_unit_ids)
    return {action.ref: action for action in own.distinct()}
