"""What an issued plan gives to the reader of a mail: his or her own work, the unit's, and what the unit helps with."""

from dataclasses import dataclass, field

from plans.versions.differences import Line, LineChange
from plans.versions.lines import number_of
from plans.versions.touching import HELPS, OWN, Touching
from tracker.models import Action

from .draft import Draft


@dataclass(frozen=True)
class Named:
    """A line of the plan that names the reader's unit, with those of its actions that the unit helps with."""

    line: Line
    url: str
    actions: list[Action] = field(default_factory=list)

    @property
    def number(self) -> str:
        return number_of(self.line)


@dataclass(frozen=True)
class Parts:
    """The next deadline first in the actions, lines as the annex has them; no action stands in two of them."""

    own: list[Action]
    of_unit: list[Action]
    led_lines: list[Named]
    helped: list[Named]

    @property
    def led(self) -> list[Action]:
        """Whatever the reader or the unit answers for."""
        return self.own + self.of_unit

    @property
    def led_count(self) -> int:
        return len(self.led) + len(self.led_lines)


def of(draft: Draft) -> Parts:
    """The actions and lines of the plan that concern the reader; whose actions are listed, that line is not."""
    reader, found = draft.reader, _seen(draft)
    led = [action for action in found if _is_led(action, reader)]
    others = _lines(draft, {action.ref for action in led})
    touching = Touching(others, reader.working_unit_ids)
    helping = _helping(draft)
    named = [(touching.part(each), _named(each.line, helping, draft)) for each in others]
    return Parts(
        own=[action for action in led if action.owner_id == reader.user.pk],
        of_unit=[action for action in led if action.owner_id != reader.user.pk],
        led_lines=[each for part, each in named if part == OWN],
        helped=[each for part, each in named if part == HELPS],
    )


def _seen(draft: Draft) -> list[Action]:
    """The actions of the plan, as far as the reader may see them."""
    return list(_visible(draft).select_related("lead_unit").order_by("due_on", "ref"))


def _visible(draft: Draft):
    return draft.first.thing.actions.visible_to(draft.reader).exclude(state="dropped")


def _lines(draft: Draft, led: set[str]) -> list[LineChange]:
    """The lines as they were issued, but for those with work that the reader or the unit answers for."""
    issued = draft.first.thing.versions.get(number=1)
    return [LineChange(None, line) for line in issued.content if led.isdisjoint(line["actions"])]


def _helping(draft: Draft) -> dict[str, Action]:
    """The actions that the reader's unit helps with, by reference."""
    helped = _visible(draft).filter(coordinating_units__in=draft.reader.working_unit_ids)
    return {action.ref: action for action in helped.distinct()}


def _named(line: Line, helping: dict[str, Action], draft: Draft) -> Named:
    address = draft.link("plan-item", draft.first.thing.review.plan_year, line["item"])
    return Named(line, address, [helping[ref] for ref in line["actions"] if ref in helping])


def _is_led(action: Action, reader) -> bool:
    return action.owner_id == reader.user.pk or action.lead_unit_id in reader.working_unit_ids
