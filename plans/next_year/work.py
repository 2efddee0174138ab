"""What was done: the actions that address something, by how they ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from tracker.models import Action, Criterion

KINDS = ("on_time", "late", "open", "dropped")
RELATED = ("weakness", "lead_unit", "contribution__item")


@dataclass(frozen=True)
class Work:
    """Some actions, counted: completed on time or late, still open, or no longer applicable."""

    actions: tuple[Action, ...] = ()

    @classmethod
    def of(cls, actions: Iterable[Action]) -> "Work":
        """Each action once, by its reference."""
        return cls(tuple(sorted(set(actions), key=lambda action: action.ref)))

    @property
    def counts(self) -> dict[str, int]:
        kinds = [kind_of(action) for action in self.actions]
        return {kind: kinds.count(kind) for kind in KINDS}

    @property
    def done(self) -> int:
        return self.counts["on_time"] + self.counts["late"]

    @property
    def total(self) -> int:
        """Actions that count: those no longer applicable do not."""
        return len(self.actions) - self.counts["dropped"]

    def done_after(self, day: date) -> int:
        """How many were reported completed only after that day."""
        return sum(kind_of(each) in ("on_time", "late") and each.reported_on > day for each in self.actions)


def kind_of(action: Action) -> str:
    """How it ended. A report that waits for verification is not completed yet."""
    if action.state == "dropped":
        return "dropped"
    if action.state != "done":
        return "open"
    return "late" if action.reported_on > action.due_on else "on_time"


def actions_of(review, actor) -> list[Action]:
    """The accepted actions of the review that the reader may see, with their lines of the plan and criteria."""
    criteria = Prefetch("criteria", Criterion.objects.select_related("criteria_set"))
    tracked = Action.objects.visible_to(actor).tracked().filter(weakness__review=review).order_by("ref")
    return list(tracked.select_related(*RELATED).prefetch_related(criteria))
