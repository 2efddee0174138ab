"""The cases of one queue as their reader works through them: how long each waits, which comes next."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tracker.models import Event, WorkingDayException

from .queues import Queue

PROMISED_DAYS, MOST = 3, 200
RECENT = timedelta(days=30)


@dataclass(frozen=True)
class Case:
    """One thing that waits, for so many working days; its reader decides it or may only look."""

    thing: Any
    days: int
    is_decided_here: bool

    @property
    def is_beyond(self) -> bool:
        """It has waited longer than Home Affairs promises."""
        return self.days > PROMISED_DAYS


def cases_of(queue: Queue, actor, today: date, **narrowed) -> list[Case]:
    """The cases that have waited longest, at most so many, the oldest first."""
    working = WorkingDayException.objects.calendar()
    return [
        Case(thing, max(working.count(thing.since, today), 0), queue.may_decide(actor, thing))
        for thing in queue.waiting(actor).filter(**narrowed)[:MOST]
    ]


def next_after(cases: list[Case], thing) -> Any:
    """What its reader decides next, beginning again after the last; None when that was all."""
    places = [case.thing.pk for case in cases]
    here = places.index(thing.pk) if thing.pk in places else 0
    turned = [*cases[here:], *cases[:here]]
    left = (case.thing for case in turned if case.is_decided_here and case.thing.pk != thing.pk)
    return next(left, None)


def average_days(queue: Queue, today: date) -> float | None:
    """How many working days those cases had waited that were decided lately; None when none was."""
    working = WorkingDayException.objects.calendar()
    waits = [working.count(since, ended_on) for since, ended_on in _ended_lately(queue, today)]
    return sum(waits) / len(waits) if waits else None


def _ended_lately(queue: Queue, today: date) -> QuerySet:
    """When each waiting that ended lately had begun, and when it ended."""
    told = Event.objects.filter(subject=queue.subject)
    earlier = told.filter(subject_id=OuterRef("subject_id"), number__lt=OuterRef("number"))
    before = earlier.filter(verb__in=queue.ends).order_by("-number").values("number")[:1]
    begun = earlier.filter(verb__in=queue.begins, number__gt=OuterRef("previous")).order_by("number")
    ended = told.filter(verb__in=queue.ends, happened_on__gt=today - RECENT, happened_on__lte=today)
    paired = ended.annotate(previous=Coalesce(Subquery(before), 0))
    paired = paired.annotate(since=Subquery(begun.values("happened_on")[:1]))
    return paired.exclude(since=None).values_list("since", "happened_on")
