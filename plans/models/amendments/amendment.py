"""An amendment of the issued plan: prepared beside it, in force once the signed paper is recorded."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans.models.amendments.amending import Amending
from plans.models.amendments.changing import AmendmentChangeQuerySet, Changing
from plans.models.planning.signed_file import random_name
from tracker.models.tracked import Tracked


class AmendmentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """An issued amendment is for everybody; one in preparation for those who watch the whole province."""
        return self if actor.sees_everything else self.filter(state="issued")


class Amendment(Amending, Tracked):
    """What is to change, and why; one at a time. Until it is issued the plan reads as before."""

    class State(models.TextChoices):
        OPEN = "open", _("Being prepared")
        ISSUED = "issued", _("Issued")
        CANCELLED = "cancelled", _("Given up")

    plan = models.ForeignKey("plans.Plan", models.PROTECT, related_name="amendments", verbose_name=_("plan"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN, editable=False)
    reason = models.TextField(_("reason"))
    begun_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("begun by"))
    begun_on = models.DateField(_("begun on"))
    number = models.CharField(_("number and symbol"), max_length=40, blank=True, editable=False)
    issued_on = models.DateField(_("issued on"), null=True, editable=False)
    signer_name = models.CharField(_("signer"), max_length=120, blank=True, editable=False)
    signer_title = models.CharField(_("signer's title"), max_length=120, blank=True, editable=False)
    signed_file = models.FileField(_("signed file"), upload_to=random_name, blank=True, editable=False)
    signed_file_name = models.CharField(max_length=200, blank=True, editable=False)
    signed_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        ordering = ["plan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(state="open"), name="amendment_one_open"),
            models.CheckConstraint(
                condition=Q(state__in=("open", "issued", "cancelled")), name="amendment_state_known"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="amendment_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(state="issued")
                | Q(issued_on__isnull=False) & ~Q(number="") & ~Q(signer_name=""),
                name="amendment_issued_with_number_date_signer",
            ),
        ]

    def __str__(self):
        name = gettext("Amendment of plan %(number)s") % {"number": self.plan.number}
        return f"{name} – {self.number or self.get_state_display()}"


class AmendmentChange(Changing, models.Model):
    """One line that the amendment changes, adds or withdraws; `after` holds what it will say."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("changed")
        ADD = "add", _("added")
        WITHDRAW = "withdraw", _("withdrawn")

    amendment = models.ForeignKey(
        Amendment, models.CASCADE, related_name="changes", verbose_name=_("amendment")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    item = models.ForeignKey(
        "plans.PlanItem", models.PROTECT, null=True, related_name="amendment_changes", verbose_name=_("line")
    )
    action = models.ForeignKey(
        "tracker.Action", models.PROTECT, null=True, related_name="+", verbose_name=_("action")
    )
    after = models.JSONField(_("after"), default=dict)
    reason = models.TextField(_("reason"), blank=True)

    objects = AmendmentChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of an amendment")
        verbose_name_plural = _("changes of an amendment")
        ordering = ["amendment", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["amendment", "item"], name="amendment_changes_a_line_once"),
            models.UniqueConstraint(fields=["amendment", "action"], name="amendment_adds_an_action_once"),
            models.CheckConstraint(
                condition=Q(kind="add", item=None, action__isnull=False)
                | Q(kind__in=("change", "withdraw"), item__isnull=False, action=None),
                name="amendment_change_of_a_line_or_an_action",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.item or self.action}"
