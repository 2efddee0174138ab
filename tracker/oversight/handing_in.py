"""Before the plan is issued: how far the submissions are, by group of units."""

from datetime import date

from django.db.models import Count, F, Q

from tracker.models import UnitGroup

PARTS = {
    "accepted": Q(state="accepted"),
    "submitted": Q(state="submitted"),
    "missing": ~Q(state__in=("accepted", "submitted", "exempt")),
}


def by_group(review, actor) -> list[dict]:
    """One row for each group, of that year, that owes submissions; whoever is exempt is counted apart."""
    counts = {name: Count("pk", filter=condition) for name, condition in PARTS.items()}
    counts |= {
        "total": Count("pk", filter=~Q(state="exempt")),
        "exempt": Count("pk", filter=Q(state="exempt")),
    }
    owed = review.submissions.visible_to(actor).with_group().order_by().annotate(which=F("group_of_year"))
    rows = {row["which"]: row for row in owed.values("which").annotate(**counts)}
    groups = [*UnitGroup.objects.all(), None] if rows else []
    found = [(group, rows.get(group and group.pk)) for group in groups]
    return [
        row | {"group": group, "query": f"group={group.code if group else 'null'}&"}
        for group, row in found
        if row
    ]


def total_of(rows: list[dict]) -> dict:
    """The sums of the columns; what is with Home Affairs or accepted is handed in."""
    sums = {name: sum(row[name] for row in rows) for name in (*PARTS, "total", "exempt")}
    return sums | {"handed_in": sums["accepted"] + sums["submitted"]}


def days_late(review, today: date) -> int:
    """Calendar days since submissions were due; 0 while there is time."""
    return max(0, (today - review.submissions_due_on).days)
