"""How a change is asked for: the version seen, words that fit, and a key that makes repeating it safe."""

import hashlib
import re
from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from rest_framework import serializers

from tracker.errors import Invalid, Stale
from tracker.models import Receipt
from tracker.vietnamese import tidy

from .bodies import dump
from .errors import KeyUsed, VersionRequired

LONGEST_TEXT = 5000
HEADERS = {
    "If-Match": "The version you have seen, as ETag or field “version” gave it.",
    "Idempotency-Key": "8 to 80 signs of your choice; repeated with the same key, a request is done once.",
}


class Text(serializers.CharField):
    """Sentences, kept in the one form in which text is stored; measured in that form."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": LONGEST_TEXT} | kwargs)

    def to_internal_value(self, data):
        return tidy(super().to_internal_value(data))

    def run_validators(self, value):
        super().run_validators(tidy(value))


class Body(serializers.Serializer):
    """What a change is told; a field nobody knows is refused, so that a misspelt one is not lost."""

    def to_internal_value(self, data):
        unknown = set(data) - set(self.fields) if isinstance(data, dict) else ()
        if unknown:
            raise serializers.ValidationError({name: [_("There is no such field.")] for name in unknown})
        return super().to_internal_value(data)


def words_of(request, body: type[Body]) -> dict:
    """The request's fields, checked one by one."""
    filled = body(data=request.data)
    if not filled.is_valid():
        raise serializers.ValidationError(
            {name: list(_reasons(faults)) for name, faults in filled.errors.items()}
        )
    return filled.validated_data


def _reasons(faults) -> Iterator[str]:
    """The reasons of a field in one row; what is wrong inside a list is named by its place, from 1."""
    if not isinstance(faults, dict):
        yield from faults
        return
    for name, inner in faults.items():
        place = name + 1 if isinstance(name, int) else name
        yield from (f"{place}: {reason}" for reason in _reasons(inner))


def seen_version(request) -> int:
    """The version in If-Match. Raises VersionRequired without one, Invalid when it is none."""
    given = request.headers.get("If-Match")
    if given is None:
        raise VersionRequired
    if not (found := re.fullmatch(r'(?:W/)?"?([0-9]{1,9})"?', given.strip())):
        raise Invalid({"If-Match": _('Send one version, for example "3".')})
    return int(found[1])


def expect_version(thing, version: int) -> None:
    if thing.version != version:
        raise Stale(
            _("Somebody has changed this: it is at version %(now)s. Read it again.") % {"now": thing.version}
        )


def once(request, words: dict, do: Callable[[], tuple[int, dict]]) -> tuple[int, dict]:
    """Do it; with an Idempotency-Key only the first time, and the first answer again after that."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return do()
    if not re.fullmatch(r"[!-~]{8,80}", key):
        raise Invalid({"Idempotency-Key": _("Use 8 to 80 plain letters, digits or signs without spaces.")})
    try:
        return Receipt.once(request.user, key, _fingerprint(request, words), do)
    except Invalid as refusal:
        if "idempotency" not in refusal.errors:
            raise
        raise KeyUsed({"Idempotency-Key": refusal.errors["idempotency"]}) from None


def _fingerprint(request, words: dict) -> bytes:
    """What is asked for, so that the same key for something else is noticed."""
    given = {
        name: _digest(value) if isinstance(value, UploadedFile) else value for name, value in words.items()
    }
    return dump([request.method, request.path, request.headers.get("If-Match"), given])


def _digest(file: UploadedFile) -> str:
    digest = hashlib.sha256(file.name.encode())
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


CREATED, OK = int(HTTPStatus.CREATED), int(HTTPStatus.OK)
