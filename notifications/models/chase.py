"""Chasing by hand: Home Affairs reminds a unit of what it owes in its own words, and it counts as proof."""

from datetime import date
from functools import cached_property

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from plans.models.planning.signed_file import random_name
from tracker.models import Action, Event
from tracker.models.tracked import Tracked

from .chase_numbering import LONGEST_NUMBER, ChaseNumbering
from .chase_sending import ChaseSending


class ChaseQuerySet(ChaseSending, models.QuerySet):
    def visible_to(self, actor):
        """Those who watch see all; a unit sees the letters it was sent."""
        return self if actor.sees_everything else self.filter(unit__in=actor.unit_ids)

    def written_out(self):
        """With the unit, the sender and the actions, worst first, for a page or a mail."""
        actions = Action.objects.select_related("owner", "weakness__index", "weakness__review").order_by(
            "due_on", "pk"
        )
        related = self.select_related("unit__group", "chased_by", "submission__review", "submission__unit")
        return related.prefetch_related(Prefetch("actions", actions))


class Chase(ChaseNumbering, Tracked):
    """One letter to one unit, with what it was about as it stood then."""

    class About(models.TextChoices):
        OVERDUE = "overdue", _("overdue actions")
        SUBMISSION = "submission", _("missing submission")

    class Level(models.TextChoices):
        REMINDER = "reminder", _("Friendly reminder")
        CHASING = "chasing", _("Urgent request")
        LETTER = "letter", _("Official letter")

    unit = models.ForeignKey("tracker.Unit", models.PROTECT, related_name="chases", verbose_name=_("unit"))
    about = models.CharField(
        _("about"), max_length=10, choices=About, default=About.OVERDUE, db_default=About.OVERDUE
    )
    level = models.CharField(
        _("level"), max_length=10, choices=Level, default=Level.CHASING, db_default=Level.CHASING
    )
    words = models.TextField(_("text"))
    actions = models.ManyToManyField("tracker.Action", related_name="chases", verbose_name=_("actions"))
    submission = models.ForeignKey(
        "plans.Submission", models.PROTECT, null=True, related_name="chases", verbose_name=_("submission")
    )
    batch = models.UUIDField(_("sent together"), db_default=RandomUUID(), db_index=True, editable=False)
    number = models.CharField(_("number and symbol"), max_length=LONGEST_NUMBER, blank=True, db_default="")
    numbered_on = models.DateField(_("date of the letter"), null=True)
    signed_file = models.FileField(_("signed file"), upload_to=random_name, blank=True, editable=False)
    signed_file_name = models.CharField(max_length=200, blank=True, db_default="", editable=False)
    signed_sha256 = models.CharField(max_length=64, blank=True, db_default="", editable=False)
    chased_on = models.DateField(_("on"))
    chased_at = models.DateTimeField(_("at"), db_default=Now(), editable=False)
    chased_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = ChaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("chasing letter")
        verbose_name_plural = _("chasing letters")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "-chased_at"], name="chase_of_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(about="overdue", submission=None)
                | Q(about="submission", submission__isnull=False),
                name="chase_about_what_it_says",
            ),
            models.CheckConstraint(
                condition=Q(level__in=("reminder", "chasing", "letter")), name="chase_level_known"
            ),
            models.CheckConstraint(
                condition=Q(number="", numbered_on=None) | ~Q(number="") & Q(numbered_on__isnull=False),
                name="chase_numbered_on_a_day",
            ),
        ]

    def __str__(self):
        return f"{self.unit} {self.chased_on:%d/%m/%Y}"

    @cached_property
    def record(self) -> Event:
        """The line of history that was written when it was sent: with it the letter can be checked."""
        return Event.objects.of(self).get(verb="chased")

    def actions_then(self) -> list[dict]:
        """Each action with its deadline, and by how many days it had passed, as it stood then."""
        known = {action.ref: action for action in self.actions.all()}
        rows = [
            (known[row["ref"]], date.fromisoformat(row["due_on"])) for row in self.record.after["actions"]
        ]
        return [{"action": action, "due_on": on, "days": (self.chased_on - on).days} for action, on in rows]

    def submission_then(self) -> dict | None:
        """The deadline, the days it was late and what was missing, as it stood then."""
        if not self.submission_id:
            return None
        then = self.record.after["submission"]
        return then | {"due_on": date.fromisoformat(then["due_on"])}

    def place_in_year(self) -> int:
        """The how-manieth letter to this unit in its year it is."""
        earlier = Chase.objects.filter(unit=self.unit, chased_on__year=self.chased_on.year, pk__lte=self.pk)
        return earlier.count()
