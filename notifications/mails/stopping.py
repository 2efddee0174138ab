"""The link in an optional mail that stops mails of its kind: signed, good for nothing else, and without an end."""

from django.core.signing import BadSignature, Signer

SALT = "notifications.stop-optional-mails"


def token_for(person: int, kind: str) -> str:
    """The same each time it is asked for, so that a copy of a mail is a copy."""
    return _signer().sign(f"{person}.{kind}")


def read(token: str) -> tuple[int, str]:
    """Whose mails of which kind are to stop. Raises BadSignature when we did not write this."""
    person, _dot, kind = _signer().unsign(token).partition(".")
    if not person.isdecimal():
        raise BadSignature(token)
    return int(person), kind


def _signer() -> Signer:
    return Signer(salt=SALT, sep=".")
