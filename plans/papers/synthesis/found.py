"""What the units that handed in have found: weaknesses, causes, who answers, and remedies, counted.

Only counts: who answers for a weakness stands in the report of the unit itself.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from plans.models.submissions.chains import with_chains
from plans.papers.grouping import grouped
from plans.papers.hand_ins import HandIn
from plans.papers.plan.annex import title_of
from plans.papers.wording import UNKNOWN, short_day, short_decimal
from tracker.models import Weakness


@dataclass(frozen=True)
class Count:
    """One index, one criterion, one unit, or all: what was found there and what is done about it."""

    name: str
    weaknesses: int
    units: int
    points: str
    external: int
    internal: int
    actions: int
    initiatives: int
    first_due: str
    last_due: str

    @property
    def causes(self) -> int:
        return self.external + self.internal


@dataclass(frozen=True)
class IndexCount:
    """An index with its criteria."""

    whole: Count
    criteria: list[Count]


def found_by(units: Iterable[HandIn]) -> list[Weakness]:
    """The weaknesses in what was handed in, by index and criterion, with all that hangs on them."""
    submissions = [each.submission for each in units if each.is_handed_in]
    if not submissions:
        return []
    of_units = Weakness.objects.filter(
        review=submissions[0].review_id, unit__in=[each.unit_id for each in submissions]
    )
    return list(
        with_chains(of_units).order_by(
            "index__position", F("criterion__position").asc(nulls_last=True), "ref"
        )
    )


def count(name: str, weaknesses: list[Weakness]) -> Count:
    kinds = Counter(cause.kind for weakness in weaknesses for cause in weakness.causes.all())
    actions = [action for weakness in weaknesses for action in weakness.live_actions]
    days = [action.due_on for action in actions if action.due_on]
    return Count(
        name=name, weaknesses=len(weaknesses), units=len({each.unit_id for each in weaknesses}),
        points=_points(weaknesses), external=kinds["external"], internal=kinds["internal"],
        actions=len(actions), initiatives=sum(action.is_initiative for action in actions),
        first_due=_day(min(days, default=None)), last_due=_day(max(days, default=None)),
    )  # fmt: skip


def by_index(weaknesses: list[Weakness]) -> list[IndexCount]:
    return [
        IndexCount(count(title_of(each[0].index), each), _by_criterion(each))
        for each in grouped(weaknesses, lambda weakness: weakness.index_id)
    ]


def bearers(weaknesses: list[Weakness]) -> dict[str, int]:
    """How often a body and how often a person was named, and how closely; never who."""
    named = [each for weakness in weaknesses for each in weakness.responsibilities.all()]
    levels = Counter(each.level for each in named if each.person_id)
    return {
        "answered": sum(bool(weakness.responsibilities.all()) for weakness in weaknesses),
        "bodies": sum(each.organisation_id is not None for each in named),
        "people": sum(levels.values()),
        "direct": levels["direct"], "related": levels["related"], "heads": levels["head"],
    }  # fmt: skip


def initiatives(weaknesses: list[Weakness]) -> list[dict]:
    """Each new way of working with its unit and deadline."""
    return [
        {"measure": action.statement, "unit": weakness.unit.name_vi, "due": _day(action.due_on)}
        for weakness in weaknesses
        for action in weakness.live_actions
        if action.is_initiative
    ]


def _by_criterion(weaknesses: list[Weakness]) -> list[Count]:
    """Nothing where the index alone is named."""
    groups = grouped(weaknesses, lambda weakness: weakness.criterion_id)
    if len(groups) == 1 and not groups[0][0].criterion_id:
        return []
    return [count(_criterion(each[0]), each) for each in groups]


def _criterion(weakness: Weakness) -> str:
    return weakness.criterion.name_vi if weakness.criterion else "Chưa gắn với lĩnh vực, tiêu chí"


def _points(weaknesses: list[Weakness]) -> str:
    """A weakness that was assigned to several units in the same words has lost its points once."""
    lost = {
        (each.criterion_id, each.title, each.points_lost)
        for each in weaknesses
        if each.points_lost is not None
    }
    return short_decimal(sum(points for *_, points in lost)) if lost else UNKNOWN


def _day(day: date | None) -> str:
    return short_day(day) if day else UNKNOWN
