"""What the sample's written story comes to, reckoned from its files alone: nothing of the product is asked."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FILES = Path(__file__).parents[3] / "plans" / "sample" / "data"
MOVES = {
    "report": "reported",
    "verify": "done",
    "send_back": "returned",
    "reopen": "doing",
    "drop": "dropped",
}


@dataclass
class Told:
    """One action as the story leaves it."""

    index: str
    group: str
    due_on: date
    first_due_on: date
    state: str = "todo"
    reported_on: date | None = None

    def result(self, until: date) -> str:
        if self.state == "done":
            return "late" if self.reported_on > self.due_on else "on_time"
        return "overdue" if self.state != "reported" and self.due_on < until else "open"


@dataclass
class Story:
    """Every action of the files, with what was done to it until a day."""

    until: date
    actions: dict[str, Told] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def told(cls, until: date) -> "Story":
        story, groups = cls(until), {row["code"]: row["group"] or "" for row in _rows("units.json", "units")}
        for weakness in _rows("weaknesses.json", "weaknesses"):
            for row in weakness["actions"]:
                due = date.fromisoformat(row["due_on"])
                story.actions[row["ref"]] = Told(weakness["index"], groups[row["lead_unit"]], due, due)
                story.lines[row["ref"]] = [row["ref"]]
        for step in _rows("life.json", "steps"):
            if date.fromisoformat(step["on"]) <= until:
                story.take(step)
        return story

    def take(self, step: dict) -> None:
        verb = step["verb"]
        if verb in MOVES and "action" in step:
            self._move(self.actions[step["action"]], step)
        elif verb == "merge":
            self._merge(step["items"])
        elif verb == "approve":
            self.actions[step["extension"]].due_on = date.fromisoformat(step["granted_due_on"])
        elif verb == "change" and "due_on" in step:
            self._amend(self.lines[step["item"]], date.fromisoformat(step["due_on"]))

    @property
    def standing(self) -> list[Told]:
        return [action for action in self.actions.values() if action.state != "dropped"]

    def counted(self, **which) -> list[int]:
        """How many there are, then on time, late, open in time and overdue."""
        among = [
            each for each in self.standing if all(getattr(each, name) == is_ for name, is_ in which.items())
        ]
        results = [each.result(self.until) for each in among]
        return [len(among), *(results.count(name) for name in ("on_time", "late", "open", "overdue"))]

    @property
    def extended(self) -> int:
        return sum(each.due_on > each.first_due_on for each in self.standing)

    def _move(self, action: Told, step: dict) -> None:
        action.state = MOVES[step["verb"]]
        if step["verb"] == "report":
            action.reported_on = date.fromisoformat(step["on"])

    def _amend(self, refs: list[str], due_on: date) -> None:
        """The line's last date is moved; work that was due before it keeps its own."""
        last = max(self.actions[ref].due_on for ref in refs)
        for ref in refs:
            if self.actions[ref].due_on == last:
                self.actions[ref].due_on = due_on

    def _merge(self, refs: list[str]) -> None:
        """From now on they are one line of the plan, which moves all of them."""
        together = [each for ref in refs for each in self.lines[ref]]
        self.lines |= dict.fromkeys(together, together)


def _rows(name: str, key: str) -> list[dict]:
    return json.loads((FILES / name).read_text(encoding="utf-8"))[key]
