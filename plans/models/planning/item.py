"""The lines of a plan, and which units' weaknesses and actions each of them came from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from plans.models.planning.item_verbs import ItemVerbs
from tracker.models.tracked import Tracked


class PlanItemQuerySet(models.QuerySet):
    def standing(self):
        """The lines that hold: not withdrawn by an amendment."""
        return self.filter(withdrawn_on=None)


class PlanItem(ItemVerbs, Tracked):
    """One line of the plan's annex; may merge weaknesses and actions of several units."""

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="items", verbose_name=_("plan"))
    position = models.PositiveIntegerField(_("position"), default=0)
    index = models.ForeignKey("tracker.Index", models.PROTECT, related_name="+", verbose_name=_("index"))
    criterion = models.ForeignKey(
        "tracker.Criterion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("criterion"),
    )
    weakness_statement = models.TextField(_("weakness"))
    points_lost = models.DecimalField(_("points lost"), max_digits=6, decimal_places=2, null=True, blank=True)
    causes = models.TextField(_("causes"), blank=True)
    measure = models.TextField(_("remedial measure"))
    lead_unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, related_name="+", verbose_name=_("lead unit")
    )
    coordinating_units = models.ManyToManyField(
        "tracker.Unit", blank=True, related_name="+", verbose_name=_("coordinating units")
    )
    due_on = models.DateField(_("due on"))
    due_phrase = models.CharField(_("deadline as printed"), max_length=120, blank=True)
    output = models.TextField(_("expected output"), blank=True)
    note = models.TextField(_("note"), blank=True)
    is_worded = models.BooleanField(
        _("worded on the workbench"), default=False, db_default=False, editable=False
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, editable=False)

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan item")
        verbose_name_plural = _("plan items")
        ordering = ["plan", "position", "pk"]

    def __str__(self):
        return f"{self.position}. {self.measure}"


class Contribution(models.Model):
    """Which unit's weakness and action stand behind a line of the plan."""

    item = models.ForeignKey(
        PlanItem, models.PROTECT, related_name="contributions", verbose_name=_("plan item")
    )
    weakness = models.ForeignKey(
        "tracker.Weakness", models.PROTECT, related_name="contributions", verbose_name=_("weakness")
    )
    action = models.OneToOneField(
        "tracker.Action", models.PROTECT, related_name="contribution", verbose_name=_("action")
    )

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self):
        return f"{self.item_id} ← {self.weakness_id}"
