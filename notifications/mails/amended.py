"""The plan is amended: what that changes for the reader, before and after."""

from dataclasses import dataclass

from plans.versions.differences import differences
from plans.versions.lines import Field, ShownChange, number_of, shown
from plans.versions.planned_content import around
from plans.versions.touching import OWN, Touching
from tracker.models import Action

from . import calendar
from .draft import Draft
from .letter import Letter, letter


@dataclass(frozen=True)
class Touched:
    """One line of the amendment, the reader's actions in it, and what his or her unit has to do with it."""

    shown: ShownChange
    actions: list[Action]
    part: str

    @property
    def number(self) -> str:
        return number_of(self.shown.line)

    @property
    def is_own(self) -> bool:
        return self.part == OWN

    @property
    def fields(self) -> list[Field]:
        """What differs, but for the units that help: of a long list only who comes and who goes is told."""
        return [field for field in self.shown.fields if field.name != "coordinating_units"]

    @property
    def coming(self) -> list[str]:
        return self._named_only("after", "before")

    @property
    def going(self) -> list[str]:
        return self._named_only("before", "after")

    def _named_only(self, here: str, there: str) -> list[str]:
        """The units that help by the line on this side of the amendment and not on the other."""
        if self.shown.kind != "changed":
            return []
        named, others = (getattr(self.shown.change, side)["coordinating_units"] for side in (here, there))
        return [unit for unit in named if unit not in others]


def plan_amended(draft: Draft) -> Letter:
    """The plan was amended: the lines that are the reader's work or the unit's, then those the unit helps with."""
    touched = [each for item in draft.items for each in _touched(item.thing, draft.reader)]
    own = [each for each in touched if each.is_own]
    helped = [each for each in touched if not each.is_own]
    actions = [action for each in own for action in each.actions]
    amendment = draft.first.thing
    return letter(
        "plan_amended", draft, thing=amendment, own=own, touched=own + helped, count=len(own or helped),
        button_url=draft.link_to("amendment", amendment), calendar=calendar.of_actions(actions, draft),
    )  # fmt: skip


def _touched(amendment, reader) -> list[Touched]:
    lines = shown(differences(*around(amendment)), amendment)
    own = _own({ref for each in lines for ref in each.line["actions"]}, reader)
    touching = Touching([each.change for each in lines], reader.working_unit_ids)
    found = [(each, [own[ref] for ref in each.line["actions"] if ref in own]) for each in lines]
    parted = [
        Touched(each, actions, OWN if actions else touching.part(each.change)) for each, actions in found
    ]
    return [each for each in parted if each.part]


def _own(refs: set[str], reader) -> dict[str, Action]:
    """Those of the actions that are the reader's, or his or her unit's."""
    seen = Action.objects.visible_to(reader).filter(ref__in=refs).select_related("lead_unit")
    own = seen.filter(owner=reader.user) | seen.filter(lead_unit__in=reader.working_unit_ids)
    return {action.ref: action for action in own.distinct()}
