"""A unit's submission: its strengths, and its weaknesses with causes, responsibility and actions."""

from datetime import date

from django.db import models, transaction
from django.db.models import BigIntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans.models.submissions.chains import SubmissionChains
from plans.models.submissions.dates import OWED, SubmissionDates
from plans.models.submissions.decisions import SubmissionDecisions
from plans.models.submissions.steps import SubmissionSteps
from tracker.errors import require
from tracker.models import AssessedUnit, Review, Unit, Weakness
from tracker.models.tracked import Tracked, create

WAITING = OWED


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who watch see all; a unit sees its own."""
        return self if actor.sees_everything else self.filter(unit__in=actor.unit_ids)

    def missing(self):
        """Not handed in, or returned and not handed in again."""
        return self.filter(state__in=WAITING)

    def with_deadline(self):
        """Each with the date it is due: its own, or the review's."""
        return self.annotate(deadline_on=Coalesce("due_on", "review__submissions_due_on"))

    def with_group(self):
        """Each with the group its unit is assessed in that year: `group_of_year`, a number or None."""
        of_year = AssessedUnit.objects.filter(review=OuterRef("review"), unit=OuterRef("unit"))
        group = Coalesce(Subquery(of_year.values("group")[:1]), "unit__group", output_field=BigIntegerField())
        return self.annotate(group_of_year=group)


class Submission(SubmissionChains, SubmissionSteps, SubmissionDates, SubmissionDecisions, Tracked):
    """What one unit hands in for one review. Late is recorded, never blocked."""

    class State(models.TextChoices):
        NOT_STARTED = "not_started", _("Not submitted")
        DRAFT = "draft", _("Draft")
        HEAD_REVIEW = "head_review", _("With the head of unit")
        SUBMITTED = "submitted", _("Submitted")
        RETURNED = "returned", _("Returned")
        ACCEPTED = "accepted", _("Accepted")
        EXEMPT = "exempt", _("Exempt")

    review = models.ForeignKey(
        "tracker.Review", models.PROTECT, related_name="submissions", verbose_name=_("review")
    )
    unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, related_name="submissions", verbose_name=_("unit")
    )
    state = models.CharField(
        _("state"), max_length=12, choices=State, default=State.NOT_STARTED, editable=False
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0, editable=False)
    strengths = models.TextField(_("strengths"), blank=True)
    head_responsibility = models.TextField(_("responsibility of the head"), blank=True, db_default="")
    declares_none = models.BooleanField(_("declares that it found no weakness"), default=False)
    due_on = models.DateField(_("own deadline"), null=True, blank=True)
    submitted_on = models.DateField(_("submitted on"), null=True, editable=False)
    accepted_on = models.DateField(_("accepted on"), null=True, editable=False)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["unit__group__position", "unit__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["review", "unit"], name="submission_once"),
            models.CheckConstraint(
                condition=Q(state__in=(*WAITING, "submitted", "accepted", "exempt")),
                name="submission_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("submitted", "accepted"))
                | Q(submitted_on__isnull=False, attempt__gte=1),
                name="submission_handed_in_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", accepted_on__isnull=False)
                | ~Q(state="accepted") & Q(accepted_on=None),
                name="submission_accepted_on_a_day",
            ),
        ]

    def __str__(self):
        return gettext("Submission %(year)s – %(unit)s") % {"year": self.review.year, "unit": self.unit}

    @classmethod
    @transaction.atomic
    def open_round(cls, review: Review, *, by, today: date, version: int | None = None) -> None:
        """Open the review and expect a submission from every unit that was chosen for it."""
        units = Unit.objects.filter(assessments__review=review)
        require(units.exists(), gettext("Choose the units of this review first; nobody would hand in."))
        review.open(by=by, today=today, version=version)
        for unit in units:
            create(cls(review=review, unit=unit), "expected", by=by, today=today)

    @property
    def deadline(self) -> date:
        """The unit's own date when it has one, else the review's."""
        return self.due_on or self.review.submissions_due_on

    @property
    def weaknesses(self):
        """The weaknesses the unit answers for in this review."""
        return Weakness.objects.filter(review=self.review, unit=self.unit)

    def days_late(self, today: date) -> int:
        """Calendar days past the deadline, on the day of handing in or, while owed, on this day; 0 when in time."""
        end = today if self.state in WAITING else self.submitted_on or today
        return max(0, (end - self.deadline).days)
