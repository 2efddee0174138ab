"""The chasing letter: the words of Home Affairs, and what of it is still open."""

from dataclasses import dataclass
from datetime import date

from notifications.models import Chase
from notifications.models.chase_subjects import EXPECTING, still_to_do
from plans.models import Submission
from plans.models.submissions.submission import WAITING

from .draft import Draft
from .letter import Letter, letter
from .row import Row
from .rows import late_row
from .words import indented


@dataclass(frozen=True)
class Reminder:
    """A letter to a unit with what is still to be done when it leaves: actions, or a submission."""

    chase: Chase
    rows: list[Row]
    submission: Submission | None
    today: date

    @property
    def words_in_text(self) -> str:
        """Line by line, as they were typed."""
        return "\n".join(indented(line, 2) for line in self.chase.words.splitlines())

    @property
    def is_open(self) -> bool:
        return bool(self.rows or self.submission)

    @property
    def days_late(self) -> int:
        return self.submission.days_late(self.today) if self.submission else 0

    @property
    def lacks(self) -> list[str]:
        """What the unit still has to do, in the words of the reader."""
        return still_to_do(self.submission)


def unit_chased(draft: Draft) -> Letter:
    """Home Affairs reminds the unit of what is overdue, or has not been handed in."""
    reminders = [_reminder(item.thing, draft) for item in draft.items]
    count = sum(len(reminder.rows) for reminder in reminders)
    chase = draft.first.thing
    return letter(
        "unit_chased", draft, reminders=reminders, count=count, unit=chase.unit, level=chase.get_level_display(),
        missing=next((reminder for reminder in reminders if reminder.submission), None),
        button_url=draft.link_to("chase", chase), letter_url=draft.link("chase", chase.pk),
    )  # fmt: skip


def chase_signed(draft: Draft) -> Letter:
    """The letter that chased the unit has number, date and signature: here it is read."""
    chase = draft.first.thing
    return letter("chase_signed", draft, chase=chase, button_url=draft.link("chase", chase.pk))


def _reminder(chase: Chase, draft: Draft) -> Reminder:
    late = chase.actions.visible_to(draft.reader).overdue(draft.today).select_related("lead_unit", "owner")
    rows = [late_row(action, draft) for action in late.order_by("due_on", "pk")]
    return Reminder(chase, rows, _still_missing(chase), draft.today)


def _still_missing(chase: Chase) -> Submission | None:
    """The submission the letter is about, while it is awaited."""
    owed = chase.submission
    is_awaited = owed and owed.state in WAITING and owed.review.state in EXPECTING
    return owed if is_awaited else None
