"""The draft of a plan, compiled from what Home Affairs has accepted."""

import orjson
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response

from plans.models import Plan
from tracker import rules
from tracker.api.bodies import dump
from tracker.api.endpoint import Endpoint
from tracker.api.writing import OK, once, words_of
from tracker.models import Review

from .bodies import NothingMore
from .plans import plan_row
from .shapes import PlanRow


class Compiling(Endpoint):
    """Begin the draft, or add to it what was accepted since; nothing is taken out."""

    body, result, status, needs_version = NothingMore, PlanRow, OK, False

    def post(self, request, year: int):
        words = words_of(request, self.body)
        status, answer = once(request, words, lambda: self.compile(year))
        return Response(answer, status, headers={"ETag": f'"{answer["version"]}"'})

    def compile(self, year: int) -> tuple[int, dict]:
        """The plan as it is then; done twice it changes nothing."""
        review = get_object_or_404(Review.objects.opened(), year=year - 1)
        if not rules.may_edit_plan(self.actor):
            raise PermissionDenied(_("Your role does not do this here."))
        plan = Plan.compile(review, by=self.actor, today=self.today)
        return self.status, orjson.loads(dump(plan_row(plan, self.actor)))
