"""Who acts in the sample: its people by address and role, with the memberships of the day."""

from dataclasses import dataclass, field
from datetime import date

from tracker.models import Actor, Membership, User

Role = Membership.Role


@dataclass
class Cast:
    """The sample's people, found by address or by what they are in a unit."""

    channel: str
    people: dict[str, User] = field(default_factory=lambda: User.objects.in_bulk(field_name="email"))

    def actor(self, email: str, today: date) -> Actor:
        return Actor.of(self.people[email], today=today, channel=self.channel)

    def home_affairs(self, today: date) -> Actor:
        return self._first(Role.HOME_AFFAIRS, today)

    def official_of(self, unit: str, today: date) -> Actor:
        return self._first(Role.OFFICIAL, today, unit__code=unit)

    def _first(self, role: str, today: date, **where) -> Actor:
        held = Membership.objects.filter(role=role, user__is_sample=True, **where).select_related("user")
        return self.actor(held.order_by("pk").first().user.email, today)
