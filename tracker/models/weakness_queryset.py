"""The weaknesses in the words of the domain."""

from django.db import models
from django.db.models import Q

UNFINISHED = ("todo", "doing", "reported", "returned")


class WeaknessQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Home Affairs and those who watch see all; a unit sees its own and those whose actions it works on.

        What Home Affairs prepares reaches the units when the review is opened.
        """
        if actor.sees_everything:
            return self
        works_on = Q(actions__lead_unit__in=actor.unit_ids) | Q(
            actions__coordinating_units__in=actor.unit_ids, actions__accepted_on__isnull=False
        )
        mine = self.model.objects.filter(Q(unit__in=actor.unit_ids) | works_on).values("pk")
        return self.filter(pk__in=mine).exclude(review__state="preparing")

    def unresolved(self):
        """With work left, or none planned."""
        left = Q(actions=None) | Q(actions__state__in=UNFINISHED)
        return self.filter(pk__in=self.model.objects.filter(left).values("pk"))
