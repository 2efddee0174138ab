"""How far the plan is on a business date: one row for the whole, each index, group and unit."""

from django.db import models
from django.utils.translation import gettext_lazy as _

KEPT = ("total", "index", "group", "unit")
DIMENSIONS = (
    *KEPT,
    "item",
)  # the lines are many: their counts are read from the facts of their actions, or folded
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
    "extended",
    "done_by_original",
    "overdue_by_original",
    "proof_expected",
    "proof_given",
)


class ProgressSnapshot(models.Model):
    """Counts of the plan's actions by state; overdue and due soon are among those still open."""

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="snapshots", verbose_name=_("plan"))
    on = models.DateField(_("on"))
    dimension = models.CharField(_("by"), max_length=10, choices=[(name, name) for name in KEPT])
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
