"""Home Affairs has corrected what is expected as proof of an action: before, from now on, and why."""

from dataclasses import dataclass

from tracker.models import Action

from .contents import Item
from .draft import Draft
from .letter import Letter, letter


@dataclass(frozen=True)
class Correction:
    """One action with the kinds of proof it was to show and those it is to show now."""

    action: Action
    gone: list[str]
    kept: list[str]
    added: list[str]
    reason: str


def action_evidence(draft: Draft) -> Letter:
    """Other proof is expected of the reader's work, or of the unit's."""
    corrections, first = [_correction(item) for item in draft.items], draft.first.thing
    address = draft.link_to("action", first)
    return letter("action_evidence", draft, thing=first, corrections=corrections, button_url=address)


def _correction(item: Item) -> Correction:
    before, after = (side["expected_evidence"] for side in (item.event.before, item.event.after))
    gone = [kind for kind in before if kind not in after]
    added = [kind for kind in after if kind not in before]
    return Correction(item.thing, gone, [kind for kind in after if kind in before], added, item.event.reason)
