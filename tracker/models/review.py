"""The yearly review: opened at the June conference, closed after the plan is done."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.errors import require

from .review_preparation import ReviewPreparation
from .review_results import ResultWriting
from .tracked import Tracked

NEVER_OPENED = ("preparing", "past")  # nobody owes a submission for these


class ReviewQuerySet(models.QuerySet):
    def with_results_for(self, actor):
        """Results are for everybody once the review is open; before that for those who watch the whole province."""
        return self if actor.sees_everything else self.exclude(state=Review.State.PREPARING)

    def current(self):
        """The latest review that has been opened, or None."""
        return self.opened().order_by("-year").first()

    def held_here(self):
        """Without the years from before this site, which only hold results to compare with."""
        return self.exclude(state=Review.State.PAST)

    def opened(self):
        """The reviews whose units were asked here for their submissions."""
        return self.exclude(state__in=NEVER_OPENED)


class Review(ReviewPreparation, ResultWriting, Tracked):
    """The review of one assessed year; the plan it leads to belongs to the year after."""

    class State(models.TextChoices):
        PREPARING = "preparing", _("Preparing")
        OPEN = "open", _("Open")
        CONSOLIDATING = "consolidating", _("Consolidating")
        MONITORING = "monitoring", _("Monitoring")
        CLOSED = "closed", _("Closed")
        PAST = "past", _("Before this site")

    year = models.PositiveSmallIntegerField(_("assessed year"), unique=True)
    conference_on = models.DateField(_("conference"))
    submissions_due_on = models.DateField(_("submissions due"))
    plan_due_on = models.DateField(_("plan due"))
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.PREPARING)
    is_sample = models.BooleanField(_("sample data"), default=False, editable=False)
    weakness_count = models.PositiveIntegerField(default=0, editable=False)
    action_count = models.PositiveIntegerField(default=0, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    conference_on__lte=F("submissions_due_on"), submissions_due_on__lte=F("plan_due_on")
                ),
                name="review_dates_in_order",
            )
        ]

    def __str__(self):
        return gettext("Review of %(year)s") % {"year": self.year}

    @property
    def was_opened(self) -> bool:
        return self.state not in NEVER_OPENED

    @property
    def plan_year(self) -> int:
        return self.year + 1

    def open(self, *, by, today: date, version: int | None = None) -> None:
        """Start the clock: units may hand in from now on."""
        self._step(self.State.PREPARING, self.State.OPEN, "opened", by, today, version)

    def consolidate(self, *, by, today: date, version: int | None = None) -> None:
        """Submissions are in; Home Affairs merges them into the plan."""
        self._step(self.State.OPEN, self.State.CONSOLIDATING, "consolidated", by, today, version)

    def monitor(self, *, by, today: date, version: int | None = None) -> None:
        """The plan is issued; from now on its actions are watched."""
        self._step(self.State.CONSOLIDATING, self.State.MONITORING, "monitored", by, today, version)

    def close(self, *, by, today: date, version: int | None = None) -> None:
        """The year is over; nothing of it changes any more."""
        self._step(self.State.MONITORING, self.State.CLOSED, "closed", by, today, version)

    def next_weakness_ref(self) -> str:
        return f"HC-{self.year}-{self._next('weakness_count'):03}"

    def next_action_ref(self) -> str:
        return f"HD-{self.plan_year}-{self._next('action_count'):03}"

    def _next(self, counter: str) -> int:
        """Take the next number; the row stays locked until the transaction ends, so no number is given twice."""
        Review.objects.filter(pk=self.pk).update(**{counter: F(counter) + 1})
        self.refresh_from_db(fields=[counter])
        return getattr(self, counter)

    def _step(self, before, after, verb, by, today, version):
        require(rules.may_run_review(by), gettext("Only Home Affairs runs the review."))
        self._expect_state(before)
        self._change(verb, by=by, today=today, version=version, state=after)
