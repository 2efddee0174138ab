"""What a plan gives to the reader of a mail: his or her own work, the unit's, and what the unit helps with."""

from dataclasses import dataclass

from tracker.models import Action

from .draft import Draft


@dataclass(frozen=True)
class Parts:
    """The next deadline first in each; no action stands in two of them."""

    own: list[Action]
    of_unit: list[Action]
    helped: list[Action]

    @property
    def led(self) -> list[Action]:
        """Whatever the reader or the unit answers for."""
        return self.own + self.of_unit

    @property
    def count(self) -> int:
        """The work that is answered for; of a unit that only helps, what it helps with."""
        return len(self.led or self.helped)


def of(draft: Draft) -> Parts:
    """The actions of the plan that concern the reader, as far as he or she may see them."""
    reader = draft.reader
    seen = draft.first.thing.actions.visible_to(reader).exclude(state="dropped").select_related("lead_unit")
    found = list(seen.order_by("due_on", "ref"))
    led = [action for action in found if _is_led(action, reader)]
    helping = set(seen.filter(coordinating_units__in=reader.working_unit_ids).values_list("pk", flat=True))
    return Parts(
        own=[action for action in led if action.owner_id == reader.user.pk],
        of_unit=[action for action in led if action.owner_id != reader.user.pk],
        helped=[action for action in found if action.pk in helping and action not in led],
    )


def _is_led(action: Action, reader) -> bool:
    return action.owner_id == reader.user.pk or action.lead_unit_id in reader.working_unit_ids
