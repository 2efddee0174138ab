"""Since when work is overdue: four spans of days, by group of units."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from tracker.models import UnitGroup


@dataclass(frozen=True)
class Span:
    """So many days overdue, both ends included; without a last one it is open."""

    code: str
    first: int
    last: int | None

    def __str__(self):
        if not self.last:
            return _("over %(days)s days") % {"days": self.first - 1}
        return _("%(first)s–%(last)s days") % {"first": self.first, "last": self.last}

    def query(self, today: date) -> str:
        """What narrows the list of actions to this span."""
        since = f"&due_from={today - timedelta(self.last)}" if self.last else ""
        return f"time=overdue{since}&due_to={today - timedelta(self.first)}"

    def condition(self, today: date) -> Q:
        latest = Q(due_on__lte=today - timedelta(self.first))
        return latest & Q(due_on__gte=today - timedelta(self.last)) if self.last else latest


SPANS = (Span("week", 1, 7), Span("fortnight", 8, 15), Span("month", 16, 30), Span("longer", 31, None))


def span_of(due_on: date, today: date) -> Span:
    """The span in which a deadline that has passed lies."""
    days = (today - due_on).days
    return next(span for span in reversed(SPANS) if days >= span.first)


def by_group(actions: QuerySet, today: date) -> list[dict]:
    """One row for each group with something overdue; bodies outside the groups come last."""
    counts = {span.code: Count("pk", filter=span.condition(today)) for span in SPANS}
    overdue = actions.overdue(today).order_by().annotate(which=F("lead_unit__group")).values("which")
    rows = {row["which"]: row for row in overdue.annotate(total=Count("pk"), **counts)}
    groups = [*UnitGroup.objects.all(), None] if rows else []
    most = max((row["total"] for row in rows.values()), default=0)
    return [
        _row(group, rows[group and group.pk], most, today) for group in groups if (group and group.pk) in rows
    ]


def total_of(rows: list[dict], today: date) -> dict:
    """The sums of the columns."""
    counts = {span.code: sum(row[span.code] for row in rows) for span in SPANS}
    return {"total": sum(row["total"] for row in rows), "cells": _cells(counts, today)}


def _row(group, counts: dict, most: int, today: date) -> dict:
    code = group.code if group else "null"
    return counts | {"group": group, "code": code, "most": most, "cells": _cells(counts, today)}


def _cells(counts: dict, today: date) -> list[dict]:
    return [{"span": span, "count": counts[span.code], "query": span.query(today)} for span in SPANS]
