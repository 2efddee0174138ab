"""Who calls: a token stands for one active person."""

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed

from tracker import calendar
from tracker.models import ApiToken, Membership, User

KEYWORDS = (b"bearer", b"token")


class TokenAuthentication(BaseAuthentication):
    """Takes `Authorization: Bearer …`; one query reads the person together with the roles he holds today."""

    def authenticate(self, request):
        """The person and his memberships, or nothing when no token was sent."""
        words = get_authorization_header(request).split()
        if not words or words[0].lower() not in KEYWORDS:
            return None
        if len(words) != 2:
            raise AuthenticationFailed(_("Write: Authorization: Bearer, a space, and the token."))
        return _person_and_roles(words[1].decode("latin-1"))

    def authenticate_header(self, request):
        """What a stranger is told to bring (401)."""
        return "Bearer"


def _person_and_roles(text: str) -> tuple[User, list[Membership]]:
    roles = Membership.objects.valid_on(calendar.today()).filter(
        user__in=ApiToken.objects.matching(text).values("user")
    )
    held = list(roles.select_related("user", "unit"))
    person = held[0].user if held else _person_without_roles(text)
    if not person or (person.is_sample and not settings.SAMPLE_MODE):
        raise AuthenticationFailed(_("This token is not valid. Ask for a new one."))
    return person, held


def _person_without_roles(text: str) -> User | None:
    token = ApiToken.objects.matching(text).first()
    return token and token.user
