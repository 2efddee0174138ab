"""Lives the sample's days in order: the morning's bundle, the day's work, its news, and the count at night."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import make_aware

from notifications import engine, receivers
from notifications.engine.post import FolderPost
from plans.sample.actors import Cast
from plans.sample.life import Life
from plans.sample.loading import UNMOVED, Sample, conference_day, count_progress, random_password
from tracker.calendar import ONE_DAY, days_between
from tracker.signals import event_recorded

from .output import Output
from .papers import write_papers
from .record import Record

MORNING, EVENING = time(7, 30), time(16, 30)
LONGEST = timedelta(days=366)
SILENT, HEARD = "import", "page"


class ReplayError(Exception):
    """These days cannot be replayed."""


@dataclass(frozen=True)
class Replay:
    """Every day from first to last, both included; what came before is lived too, but nobody is told of it."""

    first: date
    last: date

    def __post_init__(self):
        if self.first > self.last:
            raise ReplayError(f"The first day, {self.first}, lies after the last, {self.last}.")
        if self.first < conference_day():
            raise ReplayError(f"The sample's story begins on {conference_day()}, not on {self.first}.")
        if self.last - self.first > LONGEST:
            raise ReplayError("A replay covers at most a year.")

    def live(self, output: Output, tell: Callable[[date], None]) -> Record:
        """Live the days into the folder and say which day it is; returns what is remembered of each week."""
        record = Record(self.first, self.last)
        with _without_the_bell():
            self._begin()
            life, post = Life(UNMOVED, Cast(HEARD)), FolderPost(output.mail)
            for today in days_between(self.first, self.last):
                _live_day(life, today, post)
                record.note(today)
                tell(today)
        write_papers(output, self.last)
        return record

    def _begin(self) -> None:
        """The conference, and the days before the first one."""
        is_told = self.first == conference_day()
        Sample(random_password(), channel=HEARD if is_told else SILENT).load()
        life = Life(UNMOVED, Cast(SILENT))
        for day in days_between(conference_day(), self.first - ONE_DAY):
            _work(life, day)


def _live_day(life: Life, today: date, post: FolderPost) -> None:
    if today > conference_day():
        _tick(today, MORNING, post)
    if _work(life, today) or today == conference_day():
        _tick(today, EVENING, post)


@transaction.atomic
def _work(life: Life, day: date) -> int:
    """What is done on this day, counted at night; returns how much it was."""
    if done := life.live(day):
        count_progress(day)
    return done


def _tick(day: date, clock: time, post: FolderPost) -> None:
    engine.tick(make_aware(datetime.combine(day, clock)), driver="replay", post=post)


@contextmanager
def _without_the_bell() -> Iterator[None]:
    """What is replayed must not wake the workers of the site: the replay turns its engine itself."""
    event_recorded.disconnect(dispatch_uid=receivers.BELL)
    try:
        yield
    finally:
        receivers.listen()
