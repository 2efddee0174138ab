"""The chasing letter: the words of Home Affairs, and what of it is still open."""

from dataclasses import dataclass

from notifications.models import Chase

from .draft import Draft
from .letter import Letter, letter
from .row import Row
from .rows import late_row
from .words import indented


@dataclass(frozen=True)
class Reminder:
    """A letter to a unit with the actions that are still to be done when it leaves."""

    chase: Chase
    rows: list[Row]

    @property
    def words_in_text(self) -> str:
        """Line by line, as they were typed."""
        return "\n".join(indented(line, 2) for line in self.chase.words.splitlines())


def unit_chased(draft: Draft) -> Letter:
    """Home Affairs reminds the unit of what is overdue."""
    reminders = [_reminder(item.thing, draft) for item in draft.items]
    count = sum(len(reminder.rows) for reminder in reminders)
    return letter(
        "unit_chased", draft, reminders=reminders, count=count, unit=draft.first.thing.unit,
        button_url=draft.link("my-work"),
    )  # fmt: skip


def _reminder(chase: Chase, draft: Draft) -> Reminder:
    late = chase.actions.visible_to(draft.reader).overdue(draft.today).select_related("lead_unit", "owner")
    return Reminder(chase, [late_row(action, draft) for action in late.order_by("due_on", "pk")])
