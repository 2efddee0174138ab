"""Whose words a line of the plan is made of, as far as the reader may see them."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from plans.models import Contribution, PlanItem, Submission
from plans.models.planning import line_words
from tracker import rules
from tracker.models import Action


@dataclass(frozen=True)
class Contributor:
    """One unit's row behind the line, and where it is read."""

    part: Contribution
    submission: Submission | None
    is_shown: bool
    is_reviewer: bool

    @property
    def action(self) -> Action:
        return self.part.action

    @property
    def weakness(self):
        return self.part.action.weakness

    @property
    def route(self) -> str:
        """Home Affairs reads the row where it was examined, everybody else in the unit's submission."""
        return "submission-review" if self.is_reviewer else "chain"


def contributors(item: PlanItem, actor) -> list[Contributor]:
    """In the order in which they came into the line."""
    parts = line_words.parts_of(item)
    prefetch_related_objects(parts, "action__expected_evidence")
    shown = set(_visible(parts, actor))
    units = {part.action.weakness.unit_id for part in parts}
    owed = Submission.objects.visible_to(actor).filter(review=item.plan.review_id, unit__in=units)
    submissions = {each.unit_id: each for each in owed.select_related("unit", "review")}
    reviews = rules.may_edit_plan(actor)
    return [
        Contributor(part, submissions.get(part.action.weakness.unit_id), part.action_id in shown, reviews)
        for part in parts
    ]


def _visible(parts: list[Contribution], actor):
    actions = Action.objects.visible_to(actor).filter(pk__in=[part.action_id for part in parts])
    return actions.values_list("pk", flat=True)
