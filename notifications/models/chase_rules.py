"""When a unit may be chased, and who then reads it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.models import Action, Actor, Delegation, Unit, User
from tracker.models.actor import WORKING_ROLES
from tracker.vietnamese import tidy

ONCE_IN = timedelta(hours=24)
MOST_SIGNS = 2000


@dataclass(frozen=True)
class Occasion:
    """A unit, and somebody who wants to chase it at this moment."""

    unit: Unit
    by: Actor
    now: datetime

    @property
    def today(self) -> date:
        return localdate(self.now)

    @cached_property
    def actions(self) -> list[Action]:
        """What the unit leads that is overdue, the worst first."""
        late = Action.objects.overdue(self.today).filter(lead_unit=self.unit)
        return list(late.select_related("owner", "weakness__index").order_by("due_on", "pk"))

    @cached_property
    def readers(self) -> list[User]:
        """Officials and heads of the unit who can log in, or who stands in for them; the sender needs no letter."""
        held = self.unit.memberships.valid_on(self.today).filter(role__in=WORKING_ROLES, user__is_active=True)
        people = User.objects.filter(pk__in=held.values("user"))
        deputies = _deputies(self.unit, self.today)
        present = {deputies.get(person.pk, person) for person in people} - {self.by.user}
        return sorted(present, key=lambda person: (person.sort_key, person.pk))

    @cached_property
    def last(self):
        """The latest letter to this unit, or None."""
        return self.unit.chases.select_related("chased_by").order_by("-chased_at").first()

    def expect(self, words: str) -> str:
        """The words as they will be kept. Raises Invalid or Refused unless all is as it must be."""
        require(rules.may_chase(self.by), _("Only Home Affairs sends chasing letters."))
        self.expect_reason()
        return _sound(words)

    def expect_reason(self) -> None:
        """Raise Refused when there is nothing to chase, nobody to read it, or it was done within a day."""
        require(self.actions, _("This unit has nothing overdue, so there is nothing to chase."))
        require(
            self.readers,
            _("Nobody in this unit can log in, so nobody would read it. "
              "Have an account opened for a person of the unit first, or telephone."),
        )  # fmt: skip
        require(not self.last or self.now >= self.last.chased_at + ONCE_IN, self._too_soon())

    def as_proof(self) -> dict:
        """What the history keeps of it: the people, and each action with its deadline of today."""
        rows = [{"ref": action.ref, "due_on": action.due_on} for action in self.actions]
        return {
            "unit": self.unit.code,
            "readers": [person.full_name for person in self.readers],
            "actions": rows,
        }

    def _too_soon(self) -> str:
        """Who was faster, and from when it is possible again."""
        if not self.last:
            return ""
        return _("%(person)s chased this unit at %(then)s. It is possible again from %(next)s.") % {
            "person": self.last.chased_by,
            "then": _moment(self.last.chased_at),
            "next": _moment(self.last.chased_at + ONCE_IN),
        }


def _sound(words: str) -> str:
    """The words in the form in which text is kept, line by line. Raises Invalid when empty or too long."""
    words = "\n".join(map(tidy, words.splitlines())).strip()
    if not words:
        raise Invalid({"words": _("Write what the unit is to do; the letter cannot be empty.")})
    if len(words) > MOST_SIGNS:
        limit = {"most": MOST_SIGNS, "signs": len(words)}
        raise Invalid(
            {"words": _("At most %(most)s characters; these are %(signs)s. Shorten the text.") % limit}
        )
    return words


def _deputies(unit: Unit, today: date) -> dict[int, User]:
    """Who stands in today for whom; only a colleague of the unit, another would not see its work."""
    away = Delegation.objects.filter(starts_on__lte=today, ends_on__gte=today, stand_in__is_active=True)
    colleagues = unit.memberships.valid_on(today).values("user")
    known = away.filter(stand_in__in=colleagues).select_related("stand_in").order_by("pk")
    return {each.absentee_id: each.stand_in for each in known}


def _moment(at: datetime) -> str:
    return f"{localtime(at):%H:%M %d/%m/%Y}"
