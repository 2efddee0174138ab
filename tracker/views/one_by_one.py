"""A verb done to many things, each on its own: one refusal stops none of the others, a second click none twice."""

import hashlib
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest

from tracker.errors import Invalid, Refused
from tracker.models import Receipt

NEVER_SEEN = -1  # no row has this version: whose version was not sent stays as it is


def refusal_of(request: HttpRequest, key: str, name, words, do: Callable[[], None]) -> str:
    """Do it once for this key and thing, in a transaction of its own; the reason when that was refused.

    name and words say which thing and what is done to it: the same key with others is refused.
    """
    own_key = hashlib.sha256(f"{key} {name}".encode()).hexdigest()
    _status, outcome = Receipt.once(request.user, own_key, f"{name} {words}".encode(), lambda: _outcome(do))
    return outcome["reason"]


def _outcome(do: Callable[[], None]) -> tuple[int, dict]:
    try:
        with transaction.atomic():
            do()
    except Refused as refusal:
        return 409, {"reason": str(refusal)}
    except Invalid as refusal:
        return 422, {"reason": " ".join(refusal.errors.values())}
    return 303, {"reason": ""}
