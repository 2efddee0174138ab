"""Which optional mails a person does not want; compulsory ones cannot be declined."""

from collections.abc import Collection
from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker.errors import Invalid, require

from .rule import ReminderRule


class OptOutQuerySet(models.QuerySet):
    def current(self):
        """What is declined now."""
        return self.filter(wanted_again_at=None)

    def decline(self, user, kind: str, *, today: date) -> None:
        """This person wants no more mails of this rule; saying so twice is saying it once.

        Raises Invalid when there is no such rule, and Refused when it is compulsory.
        """
        _expect_optional(kind, today)
        self.bulk_create([self.model(user=user, kind=kind)], ignore_conflicts=True)

    def want_again(self, user, kind: str, *, today: date) -> None:
        """This person wants the mails of this rule again. Raises Invalid and Refused like declining."""
        _expect_optional(kind, today)
        self.current().filter(user=user, kind=kind).update(wanted_again_at=Now())

    @transaction.atomic
    def choose(self, user, wanted: Collection[str], *, among: Collection[str], today: date) -> None:
        """Of these rules this person wants exactly the wanted ones."""
        for kind in among:
            verb = self.want_again if kind in wanted else self.decline
            verb(user, kind, today=today)


class OptOut(models.Model):
    """From the one moment to the other this person was not sent mails of this rule; an open one holds now."""

    user = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="opt_outs", verbose_name=_("person")
    )
    kind = models.SlugField(_("rule"), max_length=40)
    declined_at = models.DateTimeField(_("declined at"), db_default=Now(), editable=False)
    wanted_again_at = models.DateTimeField(_("wanted again at"), null=True)

    objects = OptOutQuerySet.as_manager()

    class Meta:
        verbose_name = _("declined mail")
        verbose_name_plural = _("declined mails")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"], condition=Q(wanted_again_at=None), name="opt_out_once"
            )
        ]

    def __str__(self):
        return f"{self.user}: {self.kind}"


def _expect_optional(kind: str, today: date) -> None:
    rule = ReminderRule.objects.in_force(today).filter(code=kind).first()
    if rule is None:
        raise Invalid({"kind": gettext("There are no mails of this kind.")})
    require(not rule.is_compulsory, gettext("These mails are compulsory and cannot be declined."))
