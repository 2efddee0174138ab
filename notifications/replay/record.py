"""What is remembered of a replay, told as one text: mails and states by week, and what was late longest."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _

from notifications.kinds import name_of
from notifications.models import Envelope
from plans.models import Submission
from tracker.calendar import ONE_DAY
from tracker.models import Action

from .table import table

SUNDAY = 6
LATEST_SHOWN = 15


@dataclass
class Record:
    """The states at the end of each week, noted while it is lived."""

    first: date
    last: date
    weeks: dict[date, Counter] = field(default_factory=dict)

    def note(self, today: date) -> None:
        """Remember how things stand, on the last day of each week."""
        if today.weekday() == SUNDAY or today == self.last:
            self.weeks[today] = _states(today)

    def in_words(self) -> str:
        """The tables; the same for the same days."""
        title = _("Replay from %(first)s to %(last)s") % {"first": _day(self.first), "last": _day(self.last)}
        parts = [title, self._mails(), self._submissions(), self._actions(), self._latest()]
        return "\n\n".join(parts) + "\n"

    def _mails(self) -> str:
        sent = Envelope.objects.filter(state="sent").order_by()
        counted = sent.values_list("business_date", "kind").annotate(count=Count("pk"))
        by_week = Counter({(self._week_of(day), kind): 0 for day, kind, _count in counted})
        for day, kind, count in counted:
            by_week[self._week_of(day), kind] += count
        kinds = sorted({kind for _week, kind in by_week})
        rows = [[_day(week), *(by_week[week, kind] for kind in kinds)] for week in self.weeks]
        heading = _("Mails sent, by kind, in the week up to") + _not_sent()
        columns = [_("week"), *map(name_of, kinds), _("all")]
        return f"{heading}\n{table(columns, _with_sums(rows))}"

    def _submissions(self) -> str:
        return self._states_table(_("Submissions at the end of the week"), "submission", Submission.State)

    def _actions(self) -> str:
        return self._states_table(
            _("Actions at the end of the week"), "action", Action.State, overdue=_("overdue")
        )

    def _states_table(self, heading: str, kind: str, states, **more: str) -> str:
        columns = {state.value: str(state.label) for state in states} | more
        headings = [_("week"), *columns.values()]
        rows = [
            [_day(week), *(counts[kind, name] for name in columns)] for week, counts in self.weeks.items()
        ]
        return f"{heading}\n{table(headings, _until_the_last_change(rows))}"

    def _latest(self) -> str:
        late = sorted(_late(self.last), key=lambda row: (-row[0], row[1]))[:LATEST_SHOWN]
        headings = [_("days"), _("reference"), _("unit"), _("deadline"), _("state"), _("weakness")]
        title = _("Overdue longest")
        return f"{title}\n{table(headings, late)}"

    def _week_of(self, day: date) -> date:
        return min(day + (SUNDAY - day.weekday()) * ONE_DAY, self.last)


def _states(today: date) -> Counter:
    submissions = Submission.objects.order_by().values_list("state").annotate(Count("pk"))
    actions = Action.objects.tracked().order_by().values_list("state").annotate(Count("pk"))
    counts = Counter({("submission", state): count for state, count in submissions})
    counts.update({("action", state): count for state, count in actions})
    counts["action", "overdue"] = Action.objects.overdue(today).count()
    return counts


def _late(today: date):
    """What is open past its deadline, and what was reported late: by how many days."""
    related = Action.objects.tracked().exclude(state="dropped").select_related("weakness", "lead_unit")
    for action in related:
        until = today if action.is_open else action.reported_on
        if (days := (until - action.due_on).days) > 0:
            state = action.get_state_display()
            yield [
                days,
                action.ref,
                action.lead_unit.abbreviation,
                _day(action.due_on),
                state,
                action.weakness.title,
            ]


def _not_sent() -> str:
    others = (
        Envelope.objects.exclude(state="sent").order_by("state").values_list("state").annotate(Count("pk"))
    )
    return "".join(f"; {state}: {count}" for state, count in others)


def _with_sums(rows: list[list]) -> list[list]:
    summed = [[*row, sum(row[1:])] for row in rows]
    return [*summed, [_("all"), *(sum(column) for column in zip(*(row[1:] for row in summed), strict=True))]]


def _until_the_last_change(rows: list[list]) -> list[list]:
    """Weeks at the end that only repeat the one before them are left out."""
    while len(rows) > 1 and rows[-1][1:] == rows[-2][1:]:
        rows = rows[:-1]
    return rows


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
