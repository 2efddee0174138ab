"""The first person of an empty site: administrator and Home Affairs at once, so that work can begin."""

from datetime import date

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from tracker.errors import require
from tracker.vietnamese import tidy

from .actor import Actor
from .event import Event
from .people import Membership, User
from .unit import Unit

FIRST_ROLES = (Membership.Role.HOME_AFFAIRS, Membership.Role.ADMIN)
DEPARTMENT = {"code": "SNV", "abbreviation": "SNV", "name_en": "Department of Home Affairs"}


def is_empty() -> bool:
    """Nobody has an account yet."""
    return not User.objects.exists()


def code() -> str:
    """What the set-up link ends in: known to whoever runs the server, and worth nothing once somebody is there."""
    return salted_hmac("tracker.founding", settings.SECRET_KEY, algorithm="sha256").hexdigest()[:32]


def is_code(given: str) -> bool:
    return constant_time_compare(given, code())


@transaction.atomic
def found(*, today: date, email: str, full_name: str, password: str, department: str) -> User:
    """Make the first account and its unit. Raises Refused when somebody was faster."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('founding'))")
    require(is_empty(), _("This site has been set up already. Log in."))
    unit, _is_new = Unit.objects.get_or_create(
        code=DEPARTMENT["code"], defaults=DEPARTMENT | {"name_vi": tidy(department)}
    )
    person = User.objects.create_user(email, password, full_name=full_name, is_staff=True, is_superuser=True)
    for role in FIRST_ROLES:
        Membership.objects.create(user=person, unit=unit, role=role, valid_from=today)
    Event.record(person, "founded", by=Actor.of(person, today=today), today=today)
    return person
