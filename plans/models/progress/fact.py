"""What was last counted of each action of a plan, so that one change costs one small update."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgressFact(models.Model):
    """The facts of one action that decide where it is counted, on whatever day.

    Reckoned from the record and made anew from it at any time: no constraint ties it to what it was reckoned
    from, so that writing a hundred thousand of them does not check three hundred thousand keys; the nightly count
    compares them all. The facts of a plan lie side by side, as they were written: its index is as good as none to keep.
    """

    action = models.OneToOneField(
        "tracker.Action", models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )
    plan = models.ForeignKey(
        "plans.Plan", models.DO_NOTHING, related_name="facts", db_constraint=False, db_index=False
    )
    item = models.ForeignKey(
        "plans.PlanItem", models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    index_key = models.CharField(max_length=50)
    group_key = models.CharField(max_length=50, blank=True)
    unit_key = models.CharField(max_length=50)
    state = models.CharField(max_length=10)
    due_on = models.DateField()
    original_due_on = models.DateField()
    reported_on = models.DateField(null=True)
    proof_expected = models.SmallIntegerField(default=0)
    proof_given = models.SmallIntegerField(default=0)

    class Meta:
        verbose_name = _("counted action")
        verbose_name_plural = _("counted actions")
        indexes = [BrinIndex(fields=["plan"], name="fact_of_plan")]

    def __str__(self):
        return f"{self.action_id} {self.state}"


class RollUpRun(models.Model):
    """One count from scratch: when, over how many actions, and which of them had drifted."""

    on = models.DateField(_("on"))
    ran_at = models.DateTimeField(_("ran at"), auto_now_add=True)
    actions = models.PositiveIntegerField(_("actions"), default=0)
    drifted = models.PositiveIntegerField(_("drifted"), default=0)
    drift = models.JSONField(_("what had drifted"), default=list)

    class Meta:
        verbose_name = _("count from scratch")
        verbose_name_plural = _("counts from scratch")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.on}: {self.drifted}/{self.actions}"
