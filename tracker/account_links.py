"""The link by which a person chooses a password: signed, for one person, once, and for 72 hours.

It dies with what it signs: the password (so it works once), the last log-in, the address. A later link leaves an
earlier one alive until one of the two is used: mails arrive in any order, and both went to the same person.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode


class _Links(PasswordResetTokenGenerator):
    key_salt = "tracker.account_links"


def name_of(person) -> str:
    """The person as the address names him."""
    return urlsafe_base64_encode(str(person.pk).encode())


def number_of(name: str) -> int | None:
    """The number of the person named so, or None for a name we did not write."""
    try:
        number = force_str(urlsafe_base64_decode(name))
    except ValueError:
        return None
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= 18 else None


def secret_for(person) -> str:
    """A new secret; it can be read nowhere afterwards."""
    return _Links().make_token(person)


def is_good(person, secret: str) -> bool:
    """The secret was made for this person, is not older than 72 hours, and nothing it signs has changed since."""
    return person.is_active and not person.is_sample and _Links().check_token(person, secret)
