"""The sample's people: one account for each role and, in each unit, a head and an official."""

from django.contrib.auth.hashers import make_password

from tracker.models import Membership, Unit, User

from . import fixtures
from .fixtures import Row


def load_people(password: str) -> None:
    """Everybody gets the same password, hashed once: the hash is slow by design."""
    hashed, units = make_password(password), Unit.objects.in_bulk(field_name="code")
    fixtures.each("people.json", "people", lambda row: _load_person(row, hashed, units))


def _load_person(row: Row, hashed: str, units: dict[str, Unit]) -> None:
    administers = row["role"] == Membership.Role.ADMIN
    person = User.objects.create(
        email=row["email"], full_name=row["full_name"], job_title=row["job_title"], phone=row["phone"],
        password=hashed, is_sample=True, is_staff=administers, is_superuser=administers,
    )  # fmt: skip
    Membership.objects.create(user=person, unit=units[row["unit"]], role=row["role"])
