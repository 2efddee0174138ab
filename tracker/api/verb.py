"""One verb on one action: find it, check version and person, do it, answer with how it stands now."""

from collections.abc import Callable
from typing import ClassVar

import orjson
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response

from tracker import rules
from tracker.models import Action

from .action_rows import state_of
from .action_shapes import ActionState
from .bodies import dump
from .endpoint import Endpoint
from .writing import OK, expect_version, once, seen_version, words_of


class Change(Endpoint):
    """A request that changes one thing by its verb. `who` asks for the person; the verb itself for the state."""

    result = ActionState
    status: ClassVar[int] = OK
    who: ClassVar[Callable] = staticmethod(rules.works_on)
    do: Callable[..., dict]  # each verb's own: the change, and the answer to it

    def changed(self, request, **address) -> Response:
        version, words = seen_version(request), words_of(request, self.body)
        status, answer = once(request, words, lambda: self.change(version, words, **address))
        return Response(answer, status, headers={"ETag": f'"{answer["version"]}"'})

    def change(self, version: int, words: dict, **address) -> tuple[int, dict]:
        """Do the verb at this version. Raises 404, 403, Stale, Refused or Invalid, and then nothing has changed."""
        thing = self.find(**address)
        if not self.who(self.actor, thing):
            raise PermissionDenied(_("Your role does not do this here."))
        expect_version(thing, version)
        answer = self.do(thing, **words, **address)
        return self.status, orjson.loads(dump(answer))

    def find(self, ref: str, **_address):
        visible = Action.objects.visible_to(self.actor).select_related("lead_unit", "owner")
        return get_object_or_404(visible, ref=ref)

    def by(self) -> dict:
        """Who acts and on which day, as every verb is told."""
        return {"by": self.actor, "today": self.today}


class Verb(Change):
    """A change asked for by POST."""

    def post(self, request, **address):
        return self.changed(request, **address)


class ActionVerb(Verb):
    """A verb that needs nothing but the action and some words."""

    def do(self, action, *, ref: str, **words) -> dict:
        self.act(action, **words, **self.by())
        return state_of(action, self.today)
