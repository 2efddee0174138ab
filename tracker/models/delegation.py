"""Who stands in while somebody is away."""

from datetime import date

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.errors import Invalid, require

from .event import Event
from .people import Membership, User


class DelegationQuerySet(models.QuerySet):
    def on(self, day: date):
        """Those in force on that day, both ends included."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def to_come(self, today: date):
        """Running or still ahead."""
        return self.filter(ends_on__gte=today)


class Delegation(models.Model):
    """Who stands in for an absent person, from one date to another (both included).

    He receives the reminders, and for a head he decides in the head's place; history names both.
    """

    absentee = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="absences", verbose_name=_("absent person")
    )
    stand_in = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="stand_ins", verbose_name=_("stand-in")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="delegation_dates"),
            models.CheckConstraint(condition=~Q(absentee=F("stand_in")), name="delegation_to_another"),
        ]

    def __str__(self):
        return f"{self.absentee} → {self.stand_in}"

    @classmethod
    @transaction.atomic
    def appoint(cls, *, by, today: date, absentee, stand_in, starts_on: date, ends_on: date) -> "Delegation":
        """Name a colleague of the same unit for these days; raises Invalid for days or people that cannot be."""
        require(
            rules.may_delegate(by, absentee), gettext("Only the person himself names who stands in for him.")
        )
        User.objects.select_for_update().get(pk=absentee.pk)
        _expect_days(absentee, starts_on, ends_on, today)
        _expect_colleague(absentee, stand_in, today)
        delegation = cls.objects.create(
            absentee=absentee, stand_in=stand_in, starts_on=starts_on, ends_on=ends_on
        )
        after = {"stand_in": stand_in.full_name, "starts_on": starts_on, "ends_on": ends_on}
        Event.record(delegation, "appointed", by=by, today=today, reason=str(delegation), after=after)
        return delegation

    @transaction.atomic
    def end(self, *, by, today: date) -> None:
        """Back earlier: the stand-in acts no more from today on; one that had not begun is taken away."""
        require(rules.may_delegate(by, self.absentee), gettext("Only the person himself ends it."))
        delegation = Delegation.objects.select_for_update().get(pk=self.pk)
        require(delegation.ends_on >= today, gettext("This absence is already over."))
        last = max(today - date.resolution, delegation.starts_on)
        Event.record(
            self,
            "recalled",
            by=by,
            today=today,
            before={"ends_on": delegation.ends_on},
            after={"ends_on": last},
        )
        if delegation.starts_on >= today:
            self.delete()
        else:
            Delegation.objects.filter(pk=self.pk).update(ends_on=last)


def _expect_days(absentee, starts_on: date, ends_on: date, today: date) -> None:
    if ends_on < starts_on:
        raise Invalid({"ends_on": gettext("The last day lies before the first. Choose a later date.")})
    if starts_on < today:
        raise Invalid({"starts_on": gettext("Choose a first day from today on.")})
    if absentee.absences.filter(starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise Invalid(
            {"starts_on": gettext("Somebody already stands in on some of these days. End that first.")}
        )


def _expect_colleague(absentee, stand_in, today: date) -> None:
    units = Membership.objects.valid_on(today).filter(user=absentee).values("unit")
    there = Membership.objects.valid_on(today).filter(user=stand_in, unit__in=units, user__is_active=True)
    if stand_in.pk == absentee.pk or not there.exists():
        raise Invalid({"stand_in": gettext("Choose an active colleague of your own unit.")})
