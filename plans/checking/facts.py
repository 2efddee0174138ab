"""What the checks of a plan look at: its lines and what stands behind them, read in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from tracker.models import Action, Criterion, ExpectedEvidence, Membership, Weakness

PARTS = (
    "contribution__item", "ref", "state", "owner", "lead_unit", "can_act", "is_proven", "weakness__ref",
    "weakness__unit__code",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the plan with the actions behind it that are still meant to be done."""

    item: object
    parts: list[dict] = field(default_factory=list)

    def __str__(self):
        return f"{self.item.position}. {self.item.measure}"


class Facts:
    """Nothing is asked for twice, and nothing for each line."""

    def __init__(self, plan, today: date):
        self.plan, self.review, self.today = plan, plan.review, today

    @cached_property
    def lines(self) -> list[Line]:
        items = self.plan.items.standing().select_related("lead_unit").order_by("position", "pk")
        lines = {item.pk: Line(item) for item in items}
        for part in self._live_actions().values(*PARTS):
            lines[part["contribution__item"]].parts.append(part)
        return list(lines.values())

    @cached_property
    def left_behind(self) -> list[Action]:
        """Accepted actions that are neither in the plan nor left out on purpose."""
        return list(self.plan.unplaced())

    @cached_property
    def weaknesses(self) -> list[Weakness]:
        """All of the review; `is_accepted` with its unit's submission, `has_action`, `is_planned` in a line."""
        live = Action.objects.filter(weakness=OuterRef("pk")).exclude(state="dropped").order_by()
        planned = live.filter(contribution__item__plan=self.plan, contribution__item__withdrawn_on=None)
        accepted = self.review.submissions.filter(unit=OuterRef("unit"), state="accepted").order_by()
        found = self.review.weaknesses.select_related("unit").defer("plain", "source")
        return list(
            found.annotate(has_action=Exists(live), is_planned=Exists(planned), is_accepted=Exists(accepted))
        )

    @cached_property
    def submissions(self) -> list:
        """Those that are not accepted; the exempt ones among them."""
        return list(self.review.submissions.exclude(state="accepted").select_related("unit"))

    @cached_property
    def lost_points(self) -> list:
        """The results of criteria that stayed below the maximum, with the points lost."""
        results = self.review.criterion_results.select_related("criterion__criteria_set__index")
        known = results.filter(criterion__maximum_points__isnull=False)
        return [each for each in known if each.value < each.criterion.maximum_points]

    @cached_property
    def addressed_criteria(self) -> set[int]:
        """The criteria that a live line is about or serves, with those above and below them."""
        served = Action.criteria.through.objects.filter(action__in=self._live_actions().values("pk"))
        about = {line.item.criterion_id for line in self.lines if line.parts}
        about |= set(served.values_list("criterion", flat=True))
        sets = {each.criterion.criteria_set_id for each in self.lost_points}
        parents = dict(Criterion.objects.filter(criteria_set__in=sets).values_list("pk", "parent"))
        above = {each for one in about for each in _upwards(one, parents)}
        return above | {one for one in parents if about & set(_upwards(one, parents))}

    def _live_actions(self):
        """The actions of standing lines, with whether the owner can act and proof is agreed on."""
        held = Membership.objects.valid_on(self.today).filter(
            user=OuterRef("owner"), unit=OuterRef("lead_unit")
        )
        of_plan = Q(contribution__item__plan=self.plan, contribution__item__withdrawn_on=None)
        live = Action.objects.filter(of_plan).exclude(state="dropped").order_by("ref")
        return live.annotate(
            can_act=Exists(held.filter(user__is_active=True)),
            is_proven=Exists(ExpectedEvidence.objects.filter(action=OuterRef("pk"))),
        )


def _upwards(criterion: int | None, parents: dict) -> list[int]:
    """The criterion and all above it."""
    found = []
    while criterion is not None and criterion not in found:
        found.append(criterion)
        criterion = parents.get(criterion)
    return found
