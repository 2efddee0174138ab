"""Which events of the history the post has dealt with: a floor, and marks above it.

A plain cursor would pass over a number whose transaction commits late. The floor rises only over events that
are handled, and old enough that no open transaction can still bring a lower number.
"""

from django.db import models
from django.db.models import Q


class EventFloor(models.Model):
    """Every event up to and including this one is dealt with. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    event_id = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="event_floor_is_one_row")]

    def __str__(self):
        return str(self.event_id)


class HandledEvent(models.Model):
    """An event above the floor that is dealt with."""

    event = models.OneToOneField("tracker.Event", models.PROTECT, primary_key=True, related_name="+")

    def __str__(self):
        return str(self.event_id)
