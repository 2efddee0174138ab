"""How far the plan is on a business date: one row for the whole, each index, group and unit."""

from collections.abc import Iterator
from datetime import date

from django.db import models, transaction
from django.db.models import Count, F, Q, Value
from django.utils.translation import gettext_lazy as _

from tracker.models import time_status

DIMENSIONS = {
    "total": Value(""),
    "index": F("weakness__index__code"),
    "group": F("lead_unit__group__code"),
    "unit": F("lead_unit__code"),
}
COUNTS = (
    "todo",
    "doing",
    "reported",
    "returned",
    "done_on_time",
    "done_late",
    "dropped",
    "overdue",
    "due_soon",
)


class ProgressSnapshot(models.Model):
    """Counts of the plan's actions by state; overdue and due soon are among those still open."""

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="snapshots", verbose_name=_("plan"))
    on = models.DateField(_("on"))
    dimension = models.CharField(_("by"), max_length=10, choices=[(name, name) for name in DIMENSIONS])
    key = models.CharField(_("which"), max_length=50, blank=True)
    todo = models.PositiveIntegerField(_("not started"))
    doing = models.PositiveIntegerField(_("in progress"))
    reported = models.PositiveIntegerField(_("awaiting verification"))
    returned = models.PositiveIntegerField(_("sent back"))
    done_on_time = models.PositiveIntegerField(_("completed on time"))
    done_late = models.PositiveIntegerField(_("completed late"))
    dropped = models.PositiveIntegerField(_("no longer applicable"))
    overdue = models.PositiveIntegerField(_("overdue"))
    due_soon = models.PositiveIntegerField(_("due soon"))
    extended = models.PositiveIntegerField(_("extended"), default=0, db_default=0)
    done_by_original = models.PositiveIntegerField(
        _("completed by the original date"), default=0, db_default=0
    )
    overdue_by_original = models.PositiveIntegerField(_("past the original date"), default=0, db_default=0)
    proof_expected = models.PositiveIntegerField(_("pieces of evidence expected"), default=0, db_default=0)
    proof_given = models.PositiveIntegerField(_("pieces of evidence given"), default=0, db_default=0)

    class Meta:
        verbose_name = _("progress snapshot")
        verbose_name_plural = _("progress snapshots")
        ordering = ["plan", "on", "dimension", "key"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "on", "dimension", "key"], name="snapshot_once")
        ]

    def __str__(self):
        return f"{self.plan_id} {self.on} {self.dimension} {self.key}"

    @property
    def done(self) -> int:
        return self.done_on_time + self.done_late

    @property
    def total(self) -> int:
        """Actions that count: those no longer applicable do not."""
        return self.todo + self.doing + self.reported + self.returned + self.done

    @property
    def open_in_time(self) -> int:
        """Not completed, and not overdue: the third of the four results that are reported."""
        return self.total - self.done - self.overdue


@transaction.atomic
def roll_up(plan, on: date) -> list[ProgressSnapshot]:
    """Count the plan's actions as they stand and keep the counts under this date, replacing earlier ones."""
    rows = list(count(plan, on))
    plan.snapshots.filter(on=on).delete()
    return ProgressSnapshot.objects.bulk_create(rows)


def count(plan, on: date) -> Iterator[ProgressSnapshot]:
    """The counts as they stand, from scratch: one query a dimension, however many actions there are."""
    for dimension, key in DIMENSIONS.items():
        counted = (
            plan.actions.order_by()
            .annotate(which=key)
            .values("which")
            .annotate(**_counts(on))
            .order_by("which")
        )
        for row in counted:
            yield ProgressSnapshot(plan=plan, on=on, dimension=dimension, key=row.pop("which") or "", **row)


def _counts(on: date) -> dict[str, Count]:
    filters = {state: Q(state=state) for state in ("todo", "doing", "reported", "returned", "dropped")} | {
        "done_on_time": Q(state="done") & ~time_status.IS_LATE,
        "done_late": Q(state="done") & time_status.IS_LATE,
        "overdue": time_status.overdue(on),
        "due_soon": time_status.due_soon(on),
    }
    return {name: Count("pk", filter=condition) for name, condition in filters.items()}
