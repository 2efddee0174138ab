"""When a unit may be chased, and who then reads it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Refused, require
from tracker.models import Actor, Unit, User

from .chase_subjects import Missing, Overdue
from .chase_wording import filled

ONCE_IN = timedelta(hours=24)


@dataclass(frozen=True)
class Occasion:
    """A unit, what it is to be chased about, and somebody who wants to chase it at this moment."""

    unit: Unit
    by: Actor
    now: datetime
    subject: Overdue | Missing
    readers: list[User]
    last: object  # the latest letter to this unit, or None

    @property
    def today(self) -> date:
        return localdate(self.now)

    def expect(self, wording: str) -> str:
        """The words as they will be kept. Raises Invalid or Refused unless all is as it must be."""
        require(rules.may_chase(self.by), _("Only Home Affairs sends chasing letters."))
        self.expect_reason()
        return self.words(wording)

    def expect_reason(self) -> None:
        """Raise Refused when there is nothing to chase, nobody to read it, or it was done within a day."""
        self.subject.expect()
        require(
            self.readers,
            _("Nobody in this unit can log in, so nobody would read it. "
              "Have an account opened for a person of the unit first, or telephone."),
        )  # fmt: skip
        require(not self.last or self.now >= self.last.chased_at + ONCE_IN, self._too_soon())

    @property
    def obstacle(self) -> str:
        """Why the unit cannot be chased now, or nothing."""
        try:
            self.expect_reason()
        except Refused as refusal:
            return str(refusal)
        return ""

    def words(self, wording: str) -> str:
        """The text as this unit reads it. Raises Invalid for words that cannot be sent."""
        return filled(wording, self.subject.figures())

    def as_proof(self, wording: str, level: str) -> dict:
        """What the history keeps of it: the people, the subject as it stands, and the text before it was filled in."""
        subject = self.subject
        return {
            "unit": self.unit.code, "readers": [person.full_name for person in self.readers],
            "about": subject.about, "level": level, "wording": wording, "figures": subject.figures(),
            **subject.as_proof(),
        }  # fmt: skip

    def _too_soon(self) -> str:
        """Who was faster, and from when it is possible again."""
        if not self.last:
            return ""
        return _("%(person)s chased this unit at %(then)s. It is possible again from %(next)s.") % {
            "person": self.last.chased_by,
            "then": _moment(self.last.chased_at),
            "next": _moment(self.last.chased_at + ONCE_IN),
        }


def _moment(at: datetime) -> str:
    return f"{localtime(at):%H:%M %d/%m/%Y}"
