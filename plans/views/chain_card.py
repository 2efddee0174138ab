"""What stands around the card of one weakness: its place in the submission, who was here, why it is only read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.models import Submission
from plans.models.submissions.completeness import lacks_of
from plans.models.submissions.hints import hints_of
from plans.submissions.parts import address, where
from tracker.models import Event, Weakness, WorkingDayException

JUST_NOW = timedelta(minutes=10)


@dataclass(frozen=True)
class Card:
    """One weakness among the others of its submission."""

    submission: Submission
    weakness: Weakness
    all: list[Weakness]

    @classmethod
    def of(cls, submission: Submission, ref: str) -> "Card":
        """The card under this reference; another submission's does not exist here."""
        weaknesses = submission.chains()
        found = next((each for each in weaknesses if each.ref == ref), None)
        if found is None:
            raise Http404
        return cls(submission, found, weaknesses)

    @property
    def place(self) -> int:
        """Counted from 1."""
        return self.all.index(self.weakness) + 1

    @property
    def before(self) -> Weakness | None:
        return self.all[self.place - 2] if self.place > 1 else None

    @property
    def after(self) -> Weakness | None:
        return self.all[self.place] if self.place < len(self.all) else None

    @property
    def lacks(self) -> list:
        return lacks_of(self.weakness)

    @property
    def decision(self):
        """What Home Affairs decided on this row, if it has looked at it."""
        return getattr(self.weakness, "row", None)

    def link(self, name: str = "chain") -> str:
        return reverse(name, kwargs=where(self.submission) | {"ref": self.weakness.ref})

    @property
    def links(self) -> dict[str, str]:
        """Where the buttons of the card lead, by what they do."""
        names = {
            "autosave": "chain-autosave",
            "row": "chain-row",
            "note": "chain-note",
            "removal": "weakness-removal",
        }
        return {name: self.link(route) for name, route in names.items()}

    def onwards(self) -> str:
        """The next weakness, or the task list after the last one."""
        if self.after is None:
            return address(self.submission, "submission")
        return reverse("chain", kwargs=where(self.submission) | {"ref": self.after.ref})

    def may_write(self, actor) -> bool:
        return not self.why_read_only(actor)

    def why_read_only(self, actor) -> str:
        """Why the card is only read, or nothing when the reader may write."""
        if self.decision and self.decision.decision == "accepted":
            return _("Home Affairs has accepted this row; it stays as it is.")
        if self.submission.may_write(actor):
            return ""
        return WHY.get(self.submission.state, _only_the_unit)()

    def colleague(self, actor, now: datetime) -> Event | None:
        """The last change by somebody else within ten minutes."""
        lately = Event.objects.of(self.weakness).filter(verb="written", recorded_at__gte=now - JUST_NOW)
        return lately.exclude(actor=actor.user).last()


def give_hints(rows: list, weakness: Weakness, today: date) -> None:
    """Each row of an action that is kept gets its remarks."""
    calendar = WorkingDayException.objects.calendar()
    kept = {action.key: action for action in weakness.actions.select_related("weakness__review")}
    for row in rows:
        row.hints = hints_of(kept[row.key], today, calendar) if row.key in kept else []


def _only_the_unit() -> str:
    return _("Only the people of the unit write here. You read it as it stands now.")


WHY = {
    "head_review": lambda: _("The submission is with the head of unit. Take it back first to write on."),
    "submitted": lambda: _("The submission is handed in. Home Affairs is looking at it."),
    "accepted": lambda: _("Home Affairs has accepted the submission; it stays as it was handed in."),
    "exempt": lambda: _("The unit need not hand in a submission this year."),
}
