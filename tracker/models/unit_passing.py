"""What passes on when a unit ends: open actions, its part in those of others, open questions, and people."""

from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import require

ONE_DAY = timedelta(days=1)
UNFINISHED = ("todo", "doing", "returned", "reported")


class Passing:
    """From one unit to the one that takes its work over; used once, inside the transaction of the verb."""

    def __init__(self, unit, receiver, by, today: date, valid_to: date, reason: str):
        self.unit, self.receiver, self.by, self.today, self.valid_to = unit, receiver, by, today, valid_to
        self.reason, self.counts, self.without_owner = reason, {}, 0

    @cached_property
    def actions(self) -> list:
        """What it leads and has not finished; a draft that nobody accepted stays with its submission."""
        mine = self.unit.led_actions.filter(state__in=UNFINISHED, accepted_on__isnull=False)
        return list(
            mine.select_related("lead_unit", "owner")
            .order_by("pk")
            .select_for_update(of=("self",), no_key=True)
        )

    @cached_property
    def helped(self) -> list:
        """Unfinished actions of others in which it takes part."""
        others = self.unit.coordinated_actions.filter(state__in=UNFINISHED).order_by("pk")
        return list(others.select_related("lead_unit").select_for_update(of=("self",), no_key=True))

    @cached_property
    def questions(self) -> list:
        """What it asked and Home Affairs has not answered."""
        return list(self.unit.questions.open().order_by("pk").select_for_update(no_key=True))

    @property
    def has_work(self) -> bool:
        return bool(self.actions or self.questions)

    def pass_all(self, *, takes_people: bool) -> None:
        """People first: an owner who comes along keeps his actions."""
        people = self._people(takes_people)
        present = self._members()
        for action in self.actions:
            owner = action.owner if action.owner_id in present else None
            self.without_owner += owner is None
            action.move(by=self.by, today=self.today, unit=self.receiver, owner=owner, reason=self._words)
        for action in self.helped:
            action.coordinate_instead(by=self.by, today=self.today, old=self.unit, new=self.receiver,
                                      reason=self._words)  # fmt: skip
        for question in self.questions:
            question.move(by=self.by, today=self.today, unit=self.receiver, reason=self._words)
        self.counts = {
            "actions": len(self.actions), "coordinated": len(self.helped), "questions": len(self.questions),
            "people": people, "without_owner": self.without_owner,
        }  # fmt: skip

    @property
    def _words(self) -> str:
        return f"{self.unit.name_vi} → {self.receiver.name_vi if self.receiver else '–'}. {self.reason}"

    def _people(self, takes_people: bool) -> int:
        """Roles end with the unit; those who come along hold them in the receiver. Returns how many people did."""
        lasting = self.unit.memberships.from_day(self.valid_to + ONE_DAY)
        held = list(lasting.select_related("user", "unit").order_by("user_id", "pk"))
        for each in held:
            words = _("Only an administrator ends the unit: somebody in it is “%(role)s”.")
            require(rules.may_appoint(self.by, each.role), words % {"role": each.get_role_display()})
        keeps_heads = takes_people and not self._has_head()
        for each in held:
            each.pass_with_unit(self, keeps_heads=keeps_heads, comes_along=takes_people)
        return len({each.user_id for each in held}) if takes_people else 0

    def _members(self) -> set[int]:
        """The active people of the receiver who can own actions from today on."""
        if self.receiver is None:
            return set()
        there = self.receiver.memberships.valid_on(self.today).filter(user__is_active=True)
        return set(there.values_list("user_id", flat=True))

    def _has_head(self) -> bool:
        heads = self.receiver.memberships.from_day(self.today).filter(role="unit_head")
        return heads.filter(user__is_active=True).exists()
