"""Chasing by hand: Home Affairs reminds a unit of its overdue work in its own words, and it counts as proof."""

from datetime import date, datetime
from functools import cached_property

from django.db import models, transaction
from django.db.models import Prefetch
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from tracker.models import Action, Event

from .chase_rules import Occasion


class ChaseQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who watch see all; a unit sees the letters it was sent."""
        return self if actor.sees_everything else self.filter(unit__in=actor.unit_ids)

    def written_out(self):
        """With the unit, the sender and the actions, worst first, for a page or a mail."""
        actions = Action.objects.select_related("owner", "weakness__index").order_by("due_on", "pk")
        return self.select_related("unit", "chased_by").prefetch_related(Prefetch("actions", actions))

    @transaction.atomic
    def send(self, unit, *, by, now: datetime, words: str) -> "Chase":
        """Chase the unit: its people get these words with the list of what is overdue at this moment.

        Raises Invalid for words that cannot be sent, and Refused when the rules forbid it: see `Occasion`.
        """
        # Of two who press at once, one waits here and then finds the other's letter.
        type(unit).objects.select_for_update(no_key=True).get(pk=unit.pk)
        occasion = Occasion(unit, by, now)
        words = occasion.expect(words)
        chase = self.create(
            unit=unit, words=words, chased_on=occasion.today, chased_at=now, chased_by=by.user
        )
        chase.actions.set(occasion.actions)
        Event.record(chase, "chased", by=by, today=occasion.today, reason=words, after=occasion.as_proof())
        return chase


class Chase(models.Model):
    """One letter to one unit, with the actions it was about as they stood then."""

    unit = models.ForeignKey("tracker.Unit", models.PROTECT, related_name="chases", verbose_name=_("unit"))
    words = models.TextField(_("text"))
    actions = models.ManyToManyField("tracker.Action", related_name="chases", verbose_name=_("actions"))
    chased_on = models.DateField(_("on"))
    chased_at = models.DateTimeField(_("at"), db_default=Now(), editable=False)
    chased_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = ChaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("chasing letter")
        verbose_name_plural = _("chasing letters")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "-chased_at"], name="chase_of_unit")]

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

    def place_in_year(self) -> int:
        """The how-manieth letter to this unit in its year it is."""
        earlier = Chase.objects.filter(unit=self.unit, chased_on__year=self.chased_on.year, pk__lte=self.pk)
        return earlier.count()
