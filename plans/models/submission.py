"""A unit's submission: its strengths, and its weaknesses with causes, responsibility and actions."""

from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.models import Review, Unit, Weakness
from tracker.models.tracked import Tracked, create
from tracker.vietnamese import tidy

from .submission_decisions import SubmissionDecisions

WAITING = ("not_started", "draft", "head_review", "returned")


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


class Submission(SubmissionDecisions, Tracked):
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
        return f"{self.unit} {self.review.year}"

    @classmethod
    @transaction.atomic
    def open_round(cls, review: Review, *, by, today: date) -> None:
        """Open the review and expect a submission from every unit that is assessed on that day."""
        review.open(by=by, today=today)
        for unit in Unit.objects.reviewed().valid_on(today):
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
        """Calendar days past the deadline, on the day of handing in or on this day; 0 when in time."""
        return max(0, ((self.submitted_on or today) - self.deadline).days)

    def draft(
        self, *, by, today: date, strengths: str = "", declares_none: bool = False, version: int | None = None
    ) -> None:
        """Write or go on writing; after a return this begins the next attempt."""
        self._expect_state("not_started", "draft", "returned")
        require(rules.may_draft_submission(by, self), gettext("Only the unit itself writes its submission."))
        self._change("drafted", by=by, today=today, version=version, state="draft",
                     strengths=tidy(strengths) or self.strengths, declares_none=declares_none)  # fmt: skip

    def send_to_head(self, *, by, today: date, version: int | None = None) -> None:
        """The official has finished; the head decides."""
        self._expect_state("draft")
        require(rules.may_draft_submission(by, self), gettext("Only the unit itself writes its submission."))
        self._expect_complete()
        self._change("sent_to_head", by=by, today=today, version=version, state="head_review")

    def return_to_official(self, *, by, today: date, reason: str, version: int | None = None) -> None:
        """The head wants changes first."""
        self._expect_state("head_review")
        require(rules.may_submit(by, self), gettext("Only the head of the unit decides."))
        self._expect_reason(reason)
        self._change(
            "returned_by_head", by=by, today=today, version=version, reason=tidy(reason), state="draft"
        )

    @transaction.atomic
    def submit(self, *, by, today: date, version: int | None = None) -> None:
        """The head approves and hands in to Home Affairs; late is recorded, not blocked."""
        self._expect_state("head_review")
        require(rules.may_submit(by, self), gettext("Only the head of the unit decides."))
        self._expect_complete()
        self._change("submitted", by=by, today=today, version=version, state="submitted",
                     attempt=self.attempt + 1, submitted_on=today)  # fmt: skip
        for weakness in self.weaknesses:
            self.rows.get_or_create(weakness=weakness)

    def _expect_complete(self) -> None:
        """Every weakness needs a cause, someone responsible and an action with an owner; or none is declared."""
        if not self.weaknesses.exists() and not self.declares_none:
            lack = gettext("Name at least one weakness, or declare that the unit found none.")
            raise Invalid({"weaknesses": lack})
        lacking = [weakness.ref for weakness in self.weaknesses.filter(_incomplete())]
        if lacking:
            lack = gettext("A cause, a responsibility or an action with an owner is missing: %(refs)s.")
            raise Invalid({"weaknesses": lack % {"refs": ", ".join(lacking)}})


def _incomplete() -> Q:
    whole = (
        Weakness.objects.filter(
            causes__isnull=False, responsibilities__isnull=False, actions__owner__isnull=False
        )
        .exclude(actions__state="dropped")
        .values("pk")
    )
    return ~Q(pk__in=whole)
