"""The province's remediation plan: drafted from accepted submissions, sent, issued in July, frozen."""

from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans.models.planning import compiling
from plans.models.planning.consolidating import ConsolidatingVerbs
from plans.models.planning.life import PlanLife
from plans.models.planning.period import PlanPeriod
from plans.models.planning.publishing import Publishing
from plans.models.planning.signed_file import random_name
from tracker import rules
from tracker.errors import require
from tracker.models import Action
from tracker.models.tracked import Tracked, create


class PlanQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """An issued plan is for everybody; a draft is for those who watch the whole province."""
        return self if actor.sees_everything else self.filter(state__in=("issued", "amended"))


class Plan(ConsolidatingVerbs, PlanLife, PlanPeriod, Publishing, Tracked):
    """One plan for each review. Number, date and signer are typed in from the signed paper, never invented."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft plan")
        SENT = "sent", _("Submitted to the People's Committee")
        ISSUED = "issued", _("Issued")
        AMENDED = "amended", _("Amended")

    review = models.OneToOneField(
        "tracker.Review", models.PROTECT, related_name="plan", verbose_name=_("review")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    number = models.CharField(_("number and symbol"), max_length=40, blank=True, editable=False)
    issued_on = models.DateField(_("issued on"), null=True, editable=False)
    signer_name = models.CharField(_("signer"), max_length=120, blank=True, editable=False)
    signer_title = models.CharField(_("signer's title"), max_length=120, blank=True, editable=False)
    sent_on = models.DateField(_("sent on"), null=True, editable=False)
    signed_file = models.FileField(_("signed file"), upload_to=random_name, blank=True, editable=False)
    signed_file_name = models.CharField(max_length=200, blank=True, db_default="", editable=False)
    signed_sha256 = models.CharField(max_length=64, blank=True, db_default="", editable=False)
    unmet = models.JSONField(_("checks not met"), default=list, db_default=[], blank=True, editable=False)
    unmet_reason = models.TextField(_("why all the same"), blank=True, db_default="", editable=False)
    texts = models.JSONField(_("texts of the plan"), default=dict, db_default={}, blank=True, editable=False)
    period_ends_on = models.DateField(_("end of the period"), null=True, editable=False)
    is_public = models.BooleanField(_("public page"), default=False, db_default=False, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-review__year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("draft", "sent", "issued", "amended")), name="plan_state_known"
            ),
            models.UniqueConstraint(
                "number", "issued_on__year", condition=~Q(number=""), name="plan_number_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "sent"), number="", issued_on=None)
                | Q(state__in=("issued", "amended"), issued_on__isnull=False)
                & ~Q(number="")
                & ~Q(signer_name=""),
                name="plan_issued_with_number_date_signer",
            ),
        ]

    def __str__(self):
        return gettext("Remediation plan %(year)s") % {"year": self.review.plan_year}

    @property
    def is_issued(self) -> bool:
        return self.state in (self.State.ISSUED, self.State.AMENDED)

    @property
    def actions(self):
        """Every action the plan contains."""
        return Action.objects.filter(pk__in=self.items.values("contributions__action"))

    @classmethod
    @transaction.atomic
    def compile(cls, review, *, by, today: date) -> "Plan":
        """Roll the accepted rows up into draft items by index; rows accepted since the last time are added."""
        require(rules.may_edit_plan(by), gettext("Only Home Affairs drafts the plan."))
        plan = cls._held(review) or create(cls(review=review), "drafted", by=by, today=today)
        plan._expect_state("draft")
        reworded = compiling.take_over_wording(plan, by=by, today=today)
        added = compiling.add_accepted_rows(plan, by=by, today=today)
        if reworded or added:
            words = gettext("%(count)s items added, %(reworded)s reworded")
            told = words % {"count": added, "reworded": reworded}
            plan._change("compiled", by=by, today=today, reason=told)
        return plan

    @classmethod
    def _held(cls, review) -> "Plan | None":
        """The review's plan: of two who compile it one waits here, also when there is none yet."""
        held = cls.objects.select_for_update(no_key=True).filter(review=review).first()
        type(review).objects.select_for_update(no_key=True).get(pk=review.pk)
        return held or cls.objects.filter(review=review).first()
