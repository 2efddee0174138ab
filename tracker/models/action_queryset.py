"""The questions the product asks of many actions at once."""

from datetime import date

from django.db import models
from django.db.models import Q

from . import time_status
from .weakness import Weakness


class ActionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who watch see all; a unit sees what it leads, what mends its own weakness, and what it coordinates.

        What it only coordinates is another unit's draft until Home Affairs accepts it. A row without a date is
        not an action yet: it is read where it is written.
        """
        dated = self.filter(due_on__isnull=False)
        if actor.sees_everything:
            return dated
        coordinated = self.model.coordinating_units.through.objects.filter(unit__in=actor.unit_ids).values(
            "action"
        )
        mended = (
            Weakness.objects.filter(unit__in=actor.unit_ids).order_by().values("pk")
        )  # a join would be slower
        helped = Q(pk__in=coordinated, accepted_on__isnull=False)
        return dated.filter(Q(lead_unit__in=actor.unit_ids) | Q(weakness__in=mended) | helped)

    def watched_by(self, user):
        """Those the person has marked to keep an eye on."""
        return self.filter(watches__user=user)

    def tracked(self):
        """Accepted by Home Affairs: from here on it is watched."""
        return self.filter(accepted_on__isnull=False)

    def open(self):
        """Still to be done: neither reported nor done nor dropped."""
        return self.tracked().filter(time_status.IS_OPEN)

    def overdue(self, today: date):
        return self.tracked().filter(time_status.overdue(today))

    def due_soon(self, today: date):
        """Due within seven days, today included."""
        return self.tracked().filter(time_status.due_soon(today))

    def with_time_status(self, today: date):
        return self.annotate(time_status_on=time_status.expression(today))
