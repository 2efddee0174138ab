"""Loads the whole sample province: everything or nothing, and only once."""

import secrets
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import getitem

from django.db import connection, transaction
from django.utils.translation import gettext as _

from plans.models import Plan, Submission
from plans.progress.counting import roll_up
from tracker.calendar import days_between
from tracker.errors import Refused
from tracker.models import Review, Unit

from . import catalogue, fixtures, people, results
from .actors import Cast
from .life import Life
from .shift import Shift
from .weaknesses import Weaknesses

CONFERENCE = ("results.json", "review", "conference_on")
LIVED_UNTIL = ("life.json", "lived_until")
STAGES = {
    "drafting": ("life.json", "drafting_until"),  # the week before the hand-in, with the units at their desks
    "planning": ("life.json", "planning_until"),  # everything is accepted, Home Affairs drafts the plan
    "next-year": ("life.json", "next_year_until"),  # the eve of the next conference
}
UNMOVED = Shift()


@dataclass(frozen=True)
class Sample:
    """The sample as it stood on the day of the conference, or lived on until shortly before as_of."""

    password: str
    as_of: date | None = None
    channel: str = "import"  # imports are not news to anybody
    stage: str = ""  # stop at one of the stages instead of living on

    @property
    def lived_until(self) -> tuple[str, ...]:
        return STAGES.get(self.stage, LIVED_UNTIL)

    @property
    def shift(self) -> Shift:
        return Shift.after(_written(self.lived_until, UNMOVED), self.as_of) if self.as_of else UNMOVED

    @transaction.atomic
    def load(self) -> bool:
        """True when it was loaded, False when it was there already.

        Raises Refused when the database holds other data, BrokenFixture when a file is wrong.
        """
        _one_at_a_time()
        if Review.objects.filter(is_sample=True).exists():
            return False
        _expect_room()
        review = self._begin()
        if self.as_of:
            self._live_on(review)
        return True

    def _begin(self) -> Review:
        """The evening of the conference: the review is open, weaknesses are assigned, nothing is handed in."""
        catalogue.load_units()
        catalogue.load_indices()
        people.load_people(self.password)
        cast, conference_on = Cast(self.channel), conference_day(self.shift)
        home_affairs = cast.home_affairs(conference_on)
        review = results.load_review(self.shift, home_affairs)
        results.load_results(review)
        results.load_year_before(self.shift, home_affairs, conference_on)
        Submission.open_round(review, by=home_affairs, today=conference_on)
        Weaknesses(review, self.shift, cast).load()
        return review

    def _live_on(self, review: Review) -> None:
        """Every day since the conference that something happened on, closed by counting the plan's progress."""
        life = Life(self.shift, Cast(self.channel))
        for day in days_between(review.conference_on, _written(self.lived_until, self.shift)):
            if life.live(day):
                count_progress(day)
        count_progress(self.as_of)


def conference_day(shift: Shift = UNMOVED) -> date:
    """The first day of the sample's story."""
    return _written(CONFERENCE, shift)


def random_password() -> str:
    return secrets.token_urlsafe(12)


def count_progress(day: date) -> None:
    """What happens each night: the sample's plan is counted, if there is one yet."""
    if plan := Plan.objects.filter(review__is_sample=True).first():
        roll_up(plan, day)


def _written(place: tuple[str, ...], shift: Shift) -> date:
    """A date from one of the files, moved."""
    name, *keys = place
    return fixtures.attempt(name, lambda: shift.day(reduce(getitem, keys, fixtures.read(name))))


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('load_sample'))")


def _expect_room() -> None:
    if Review.objects.exists() or Unit.objects.exists():
        raise Refused(_("This database already holds a province; the sample needs an empty one."))
