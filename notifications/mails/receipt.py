"""What a unit handed in, in figures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.timezone import localtime

from plans.models import Submission

from .contents import Item
from .words import day


@dataclass(frozen=True)
class Receipt:
    """The submission as it arrived, by whom and on which day; the hour when it was recorded on that very day."""

    submission: Submission
    on: date
    recorded_at: datetime
    by: str
    counts: dict[str, int]

    @property
    def moment(self) -> str:
        is_known = self.recorded_at.date() == self.on
        return f"{self.recorded_at:%H:%M}, {day(self.on)}" if is_known else day(self.on)

    @property
    def days_late(self) -> int:
        return self.submission.days_late(self.on)


def receipt_of(item: Item) -> Receipt:
    submission = item.thing
    counts = submission.weaknesses.order_by().aggregate(
        weaknesses=Count("pk", distinct=True),
        causes=Count("causes", distinct=True),
        responsibilities=Count("responsibilities", distinct=True),
        actions=Count("actions", filter=~Q(actions__state="dropped"), distinct=True),
    )
    event = item.event
    return Receipt(submission, event.happened_on, localtime(event.recorded_at), event.actor_name, counts)
