"""What a unit handed in, in figures."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.timezone import localtime

from plans.models import Submission

from .contents import Item
from .words import day


@dataclass(frozen=True)
class Receipt:
    """The submission as it arrived, by whom and at which moment."""

    submission: Submission
    at: datetime
    by: str
    counts: dict[str, int]

    @property
    def moment(self) -> str:
        return f"{self.at:%H:%M}, {day(self.at.date())}"

    @property
    def days_late(self) -> int:
        return self.submission.days_late(self.at.date())


def receipt_of(item: Item) -> Receipt:
    submission = item.thing
    counts = submission.weaknesses.order_by().aggregate(
        weaknesses=Count("pk", distinct=True),
        causes=Count("causes", distinct=True),
        responsibilities=Count("responsibilities", distinct=True),
        actions=Count("actions", filter=~Q(actions__state="dropped"), distinct=True),
    )
    return Receipt(submission, localtime(item.event.recorded_at), item.event.actor_name, counts)
