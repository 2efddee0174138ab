"""The action: one remedy of a weakness, with an owner, a deadline and proof."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracker.vietnamese import plain, tidy

from . import time_status
from .action_moving import MovingVerbs
from .action_queryset import ActionQuerySet
from .action_verbs import ActionVerbs
from .amending import ActionAmending
from .expectations import ExpectationVerbs
from .row_key import key_field
from .time_status import OPEN, TimeStatus
from .tracked import Tracked


class Action(ActionVerbs, MovingVerbs, ActionAmending, ExpectationVerbs, Tracked):
    """One remedy of a weakness: who, what, until when, proven how."""

    class State(models.TextChoices):
        TODO = "todo", _("Not started")
        DOING = "doing", _("In progress")
        REPORTED = "reported", _("Awaiting verification")
        RETURNED = "returned", _("Sent back")
        DONE = "done", _("Completed")
        DROPPED = "dropped", _("No longer applicable")

    ref = models.CharField(_("reference"), max_length=20, unique=True, editable=False)
    weakness = models.ForeignKey(
        "tracker.Weakness", models.PROTECT, related_name="actions", verbose_name=_("weakness")
    )
    statement = models.TextField(_("remedial measure"))
    expected_output = models.TextField(_("expected output"), blank=True)
    edited_statement = models.TextField(_("statement in the plan"), blank=True, db_default="")
    edited_output = models.TextField(_("expected output in the plan"), blank=True, db_default="")
    lead_unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, related_name="led_actions", verbose_name=_("lead unit")
    )
    coordinating_units = models.ManyToManyField(
        "tracker.Unit", blank=True, related_name="coordinated_actions", verbose_name=_("coordinating units")
    )
    criteria = models.ManyToManyField(
        "tracker.Criterion", blank=True, related_name="actions", verbose_name=_("further criteria served")
    )
    owner = models.ForeignKey(
        "tracker.User",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_actions",
        verbose_name=_("owner"),
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True)
    due_phrase = models.CharField(_("deadline as printed"), max_length=120, blank=True)
    original_due_on = models.DateField(_("original due date"), null=True, editable=False)
    accepted_on = models.DateField(_("accepted on"), null=True, editable=False)
    baselined_on = models.DateField(_("frozen by the plan on"), null=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.TODO, editable=False)
    percent = models.PositiveSmallIntegerField(_("percent done"), default=0, editable=False)
    progress_on = models.DateField(_("last progress"), null=True, editable=False)
    reported_on = models.DateField(_("reported on"), null=True, editable=False)
    reported_by = models.ForeignKey(
        "tracker.User",
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("reported by"),
    )
    verified_on = models.DateField(_("verified on"), null=True, editable=False)
    verified_by = models.ForeignKey(
        "tracker.User",
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name=_("verified by"),
    )
    delay_cause = models.TextField(_("cause of delay"), blank=True)
    is_delay_objective = models.BooleanField(_("delay for external reasons"), default=False)
    is_initiative = models.BooleanField(_("initiative"), default=False)
    source = models.JSONField(_("source"), default=dict, blank=True)
    is_sample = models.BooleanField(_("sample data"), default=False, editable=False)
    plain = models.TextField(editable=False, default="")
    key = key_field()

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["due_on", "id"], name="action_due"),
            models.Index(
                fields=["due_on", "id"],
                name="action_open_due",
                condition=Q(state__in=OPEN, accepted_on__isnull=False),
            ),
            models.Index(fields=["lead_unit", "due_on", "id"], name="action_unit_due"),
            models.Index(fields=["owner", "due_on", "id"], name="action_owner_due"),
            models.Index(fields=["reported_on"], name="action_to_verify", condition=Q(state="reported")),
            GinIndex(OpClass(F("plain"), "gin_trgm_ops"), name="action_plain_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("todo", "doing", "reported", "returned", "done", "dropped")),
                name="action_state_known",
            ),
            models.UniqueConstraint(fields=["weakness", "key"], name="action_row_once"),
            models.CheckConstraint(condition=~Q(statement=""), name="action_is_stated"),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(due_on__isnull=False, original_due_on__isnull=False),
                name="action_dated_once_accepted",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on__gte=F("starts_on")), name="action_due_after_start"
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="action_percent"),
            models.CheckConstraint(
                condition=Q(state="todo") | Q(accepted_on__isnull=False), name="action_runs_once_accepted"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("reported", "done"))
                | Q(reported_on__isnull=False, reported_by__isnull=False),
                name="action_reported_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("reported", "done"))
                | Q(reported_on__lte=F("due_on"))
                | ~Q(delay_cause=""),
                name="action_late_has_a_cause",
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | Q(verified_on__isnull=False)
                & Q(verified_by__isnull=False)
                & ~Q(verified_by=F("reported_by")),
                name="action_verified_by_another",
            ),
        ]

    def __str__(self):
        return f"{self.ref} {self.statement}"

    def save(self, **kwargs):
        self.statement, self.expected_output = tidy(self.statement), tidy(self.expected_output)
        self.plain = plain(f"{self.ref} {self.statement} {self.expected_output}")
        super().save(**kwargs)

    @property
    def statement_in_plan(self) -> str:
        """Home Affairs' wording when it wrote one, else the unit's."""
        return self.edited_statement or self.statement

    @property
    def output_in_plan(self) -> str:
        return self.edited_output or self.expected_output

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.state in OPEN

    @property
    def is_running(self) -> bool:
        """Still to be done, and watched because Home Affairs accepted it."""
        return self.is_open and self.accepted_on is not None

    def time_status(self, today: date) -> TimeStatus:
        return time_status.of(self, today)

    def days_left(self, today: date) -> int:
        """Calendar days until the deadline; negative when it has passed."""
        return (self.due_on - today).days

    def live_evidence(self):
        """The evidence that counts: not removed."""
        return self.evidence.filter(removed_at=None)

    def missing_evidence(self):
        """What was expected as proof and is not there yet."""
        return self.expected_evidence.exclude(
            pk__in=self.live_evidence().exclude(expected=None).values("expected")
        )
