"""The rules of reminding: rows that are superseded by a newer row of the same code, never edited."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .rule_verbs import RuleQuerySet, RuleVerbs


class ReminderRule(RuleVerbs, models.Model):
    """Who is told when: offsets count from the anchor's date, negative before it and positive after it."""

    class Anchor(models.TextChoices):
        ACTION_DUE = "action_due", _("deadline of an action")
        ACTION_PROGRESS = "action_progress", _("last progress of a running action")
        SUBMISSION_DUE = "submission_due", _("deadline of a submission")
        DECISION = "decision", _("waiting for a decision of Home Affairs")
        EVENT = "event", _("something happened")
        WEEK = "week", _("first working day of a week")
        FAILURE = "failure", _("a mail that could not be delivered")
        JOB = "job", _("a job that is done")

    class Audience(models.TextChoices):
        OWNER = "owner", _("owner of the action")
        OFFICIAL = "official", _("officials of the unit")
        UNIT_HEAD = "unit_head", _("head of the unit")
        HOME_AFFAIRS = "home_affairs", _("Home Affairs")
        LEADERSHIP = "leadership", _("provincial leadership, once a week")
        FORMER_OWNER = "former_owner", _("owner until then")
        SECOND_CONTACT = "second_contact", _("the unit's other contact")
        ASKER = "asker", _("whoever asked")
        WATCHER = "watcher", _("people who watch the action")
        PERSON = "person", _("the person whose account it is")
        STARTER = "starter", _("whoever started it")

    code = models.SlugField(_("code"), max_length=40)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    anchor = models.CharField(_("counts from"), max_length=20, choices=Anchor)
    verbs = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("events"))
    offsets = ArrayField(models.SmallIntegerField(), default=list, blank=True, verbose_name=_("offsets"))
    repeat_every = models.PositiveSmallIntegerField(_("then every"), null=True, blank=True)
    in_working_days = models.BooleanField(_("counted in working days"), default=True)
    audiences = ArrayField(models.CharField(max_length=20, choices=Audience), verbose_name=_("whom"))
    is_compulsory = models.BooleanField(_("compulsory"), default=True)
    leaves_at_once = models.BooleanField(_("leaves at once"), default=False)
    tells_the_doer = models.BooleanField(_("also told to whoever did it"), default=False)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder rule")
        verbose_name_plural = _("reminder rules")
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(valid_to=None), name="rule_one_in_force"),
            models.UniqueConstraint(fields=["code", "valid_from"], name="rule_dated_once"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="rule_dates"
            ),
            models.CheckConstraint(
                condition=Q(anchor="event", verbs__len__gt=0, offsets__len=0, repeat_every=None)
                | ~Q(anchor="event") & Q(verbs__len=0, offsets__len__gt=0),
                name="rule_counts_or_listens",
            ),
            models.CheckConstraint(
                condition=Q(repeat_every=None) | Q(repeat_every__gt=0), name="rule_repeats_forward"
            ),
            models.CheckConstraint(condition=Q(audiences__len__gt=0), name="rule_tells_somebody"),
        ]

    def __str__(self):
        return self.code

    def holds_on(self, day: date) -> bool:
        """In force on that day, both ends included."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
