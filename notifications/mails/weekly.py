"""The week in one page for Home Affairs and leadership: how far the plan is, and what is overdue the longest."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from plans.models import Plan, ProgressSnapshot
from plans.progress.counting import count
from tracker.models import Action, Review, UnitGroup

from .draft import Draft
from .letter import Letter, letter
from .row import Row
from .rows import late_row

LONGEST = 10
MOST_ROWS = 40
WEEK = timedelta(days=7)
LATEST_TO_COMPARE = timedelta(days=10)  # with an older count the week would be compared with a month


@dataclass(frozen=True)
class Standing:
    """The plan's counts as they stand, by group, and the whole of a week before when it was counted then."""

    whole: ProgressSnapshot
    groups: list[tuple[str, ProgressSnapshot]]
    before: ProgressSnapshot | None

    @property
    def overdue(self) -> str:
        """How many are overdue, and how many that is more or fewer than a week before."""
        more = self.whole.overdue - self.before.overdue if self.before else 0
        words = {"count": self.whole.overdue, "more": more, "fewer": -more}
        if more > 0:
            return _("%(count)s overdue (%(more)s more)") % words
        return (_("%(count)s overdue (%(fewer)s fewer)") if more else _("%(count)s overdue")) % words

    @property
    def newly_done(self) -> int | None:
        return self.whole.done - self.before.done if self.before else None


def weekly_overview(draft: Draft) -> Letter:
    """Where the plan stands this week."""
    plan = _plan(draft)
    rows = _rows(draft, plan)
    standing = _standing(plan, draft.today) if plan else None
    return letter(
        "weekly_overview", draft, headline=_headline(standing, rows, draft.today), standing=standing, plan=plan,
        rows=rows[:MOST_ROWS], hidden_count=max(0, len(rows) - MOST_ROWS), button_url=draft.link("overview"),
        is_leadership=draft.reader.is_leadership,
    )  # fmt: skip


def _plan(draft: Draft) -> Plan | None:
    """Of the review that is told of; of the current one when only overdue work is."""
    told = [item.thing for item in draft.items if isinstance(item.thing, Review)]
    review = told[0] if told else Review.objects.current()
    return getattr(review, "plan", None)


def _standing(plan: Plan, today: date) -> Standing | None:
    """Counted at this moment, so that the mail agrees with the pages it leads to; None when the plan is empty."""
    counted = list(count(plan, today))
    whole = next((row for row in counted if row.dimension == "total"), None)
    names = {group.code: group for group in UnitGroup.objects.order_by("position")}
    groups = {row.key: row for row in counted if row.dimension == "group"}
    listed = [(str(names[code]), groups[code]) for code in names if code in groups]
    others = [(_("Bodies outside the groups"), row) for code, row in groups.items() if code not in names]
    return Standing(whole, listed + others, _a_week_before(plan, today)) if whole else None


def _a_week_before(plan: Plan, today: date) -> ProgressSnapshot | None:
    between = (today - LATEST_TO_COMPARE, today - WEEK)
    return plan.snapshots.filter(dimension="total", on__range=between).order_by("-on").first()


def _headline(standing: Standing | None, rows: list[Row], today: date) -> str:
    week = today.isocalendar().week
    if standing is None:
        return _("Week %(week)s: %(count)s overdue") % {"week": week, "count": len(rows)}
    words = {
        "week": week,
        "overdue": standing.overdue,
        "done": standing.whole.done,
        "total": standing.whole.total,
    }
    return _("Week %(week)s: %(overdue)s, %(done)s/%(total)s completed") % words


def _rows(draft: Draft, plan: Plan | None) -> list[Row]:
    """The longest overdue of the plan, and everything of which the reader is to be told by name."""
    told = {item.thing for item in draft.items if isinstance(item.thing, Action)}
    of_the_plan = plan.actions.distinct() if plan else Action.objects.all()
    late = of_the_plan.visible_to(draft.reader).overdue(draft.today).select_related("lead_unit", "owner")
    longest = set(late.order_by("due_on", "pk")[:LONGEST])
    return [
        late_row(action, draft) for action in sorted(told | longest, key=lambda one: (one.due_on, one.pk))
    ]
