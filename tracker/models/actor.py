"""Who acts, through which door, and what he is on that day: every verb is given one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from .delegation import Delegation
from .people import Membership, User

Role = Membership.Role
WORKING_ROLES = {Role.OFFICIAL, Role.UNIT_HEAD}
SEE_EVERYTHING = {Role.HOME_AFFAIRS, Role.LEADERSHIP, Role.INSPECTOR, Role.ADMIN}
PRECEDENCE = [Role.HOME_AFFAIRS, Role.LEADERSHIP, Role.ADMIN, Role.INSPECTOR, Role.UNIT_HEAD, Role.OFFICIAL]


@dataclass(frozen=True)
class Absence:
    """Somebody away today, until when, and whether he is the head of the unit."""

    person: str
    until: date
    is_of_head: bool


@dataclass(frozen=True)
class Actor:
    """A person with the roles valid on one day; without a person it is a job of the system."""

    user: User | None
    name: str
    memberships: tuple[Membership, ...] = ()
    channel: str = "page"
    request_id: str = ""
    absences: tuple[Absence, ...] = ()

    @classmethod
    def of(cls, user: User, *, today: date, channel: str = "page", request_id: str = "") -> "Actor":
        """The person with his roles of that day, in one query. A disabled person holds none.

        Whoever stands in for the head of his unit holds that role too, for those days.
        """
        held = list(_held(user, today)) if user.is_active else []
        own = [each for each in held if each.user_id == user.pk]
        units = {each.unit_id for each in own}
        others = [each for each in held if each.user_id != user.pk]
        heads = [each for each in others if each.role == Role.UNIT_HEAD and each.unit_id in units]
        actor = cls.holding(user, own + heads, channel=channel, request_id=request_id)
        return replace(actor, absences=_absences(others, heads))

    @classmethod
    def of_all(cls, users: Iterable[User], *, today: date, channel: str) -> dict[int, "Actor"]:
        """Many people with their roles of that day, in one query; by the person's id."""
        held = Membership.objects.valid_on(today).filter(user__in=users, user__is_active=True)
        roles = defaultdict(list)
        for membership in held.select_related("unit"):
            roles[membership.user_id].append(membership)
        return {user.pk: cls.holding(user, roles[user.pk], channel=channel) for user in users}

    @classmethod
    def holding(
        cls, user: User, held: Iterable[Membership], *, channel: str, request_id: str = ""
    ) -> "Actor":
        """The person with roles that were already read."""
        return cls(user, user.full_name, tuple(sorted(held, key=_rank)), channel, request_id)

    @classmethod
    def system(cls, job: str) -> "Actor":
        """A job nobody asked for at this moment, named so that history can say which."""
        return cls(None, job, channel="worker")

    @property
    def standing_in_for(self) -> list[str]:
        """The heads in whose place this person decides today."""
        return [absence.person for absence in self.absences if absence.is_of_head]

    @property
    def signature(self) -> str:
        """The name the history keeps: whoever stands in for a head is named together with the head."""
        return (
            f"{self.name}, thay {', '.join(self.standing_in_for)}"[:120]
            if self.standing_in_for
            else self.name
        )

    @property
    def role(self) -> str:
        return self.memberships[0].role if self.memberships else ""

    @property
    def unit(self):
        return self.memberships[0].unit if self.memberships else None

    @property
    def roles(self) -> set[str]:
        return {held.role for held in self.memberships}

    @property
    def unit_ids(self) -> set[int]:
        return {held.unit_id for held in self.memberships}

    @property
    def working_unit_ids(self) -> set[int]:
        """The units this person does the work of, as official or as head."""
        return {held.unit_id for held in self.memberships if held.role in WORKING_ROLES}

    @property
    def is_home_affairs(self) -> bool:
        return Role.HOME_AFFAIRS in self.roles

    @property
    def is_leadership(self) -> bool:
        return Role.LEADERSHIP in self.roles

    @property
    def is_inspector(self) -> bool:
        return Role.INSPECTOR in self.roles

    @property
    def is_admin(self) -> bool:
        return Role.ADMIN in self.roles

    @property
    def sees_everything(self) -> bool:
        return bool(self.roles & SEE_EVERYTHING)

    def is_head_of(self, unit_id: int) -> bool:
        return any(held.unit_id == unit_id and held.role == Role.UNIT_HEAD for held in self.memberships)

    def is_official_of(self, unit_id: int) -> bool:
        return any(held.unit_id == unit_id and held.role == Role.OFFICIAL for held in self.memberships)


def _held(user: User, today: date):
    """The person's own memberships, and those of whoever he stands in for, with the last day of it."""
    absences = Delegation.objects.on(today).filter(stand_in=user)
    until = absences.filter(absentee=OuterRef("user")).order_by("-ends_on").values("ends_on")[:1]
    held = Membership.objects.valid_on(today).select_related("unit", "user")
    whose = Q(user=user) | Q(user__in=absences.values("absentee"))
    return held.filter(whose).annotate(away_until=Subquery(until))


def _absences(others: list[Membership], heads: list[Membership]) -> tuple[Absence, ...]:
    """Each absent person once, whoever is back first at the head."""
    found = {each.user_id: each for each in others + heads}.values()
    absences = [Absence(each.user.full_name, each.away_until, each in heads) for each in found]
    return tuple(sorted(absences, key=lambda absence: (absence.until, absence.person)))


def _rank(held: Membership) -> int:
    return PRECEDENCE.index(held.role)
