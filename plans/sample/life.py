"""What the sample's people did after the conference: a fixed story, lived day by day through the verbs."""

from collections import defaultdict
from datetime import date

from plans.models import Amendment, ClosedPeriod, Plan
from tracker.models import Review, Weakness

from . import fixtures
from .actors import Cast
from .fixtures import Row
from .naming import FIND, READ
from .shift import Shift

VERBS = {
    "action": {
        "add_document", "add_link", "ask_extension", "assign", "drop", "reopen", "report", "send_back",
        "update_progress", "verify",
    },
    "amendment": {"change", "issue", "take_over_extensions"},
    "extension": {"approve", "refuse", "withdraw"},
    "line": {"edit"},
    "plan": {"issue", "merge", "send"},
    "review": {"consolidate", "monitor", "close", "write_dimensions", "write_result"},
    "submission": {"accept", "draft", "exempt", "return_to_official", "send_back", "send_to_head", "submit"},
    "weakness": {"name_responsible"},
}  # fmt: skip
BEGIN = {
    "amend": lambda year, **said: Amendment.begin(FIND["plan"](year), **said),
    "close_period": lambda year, **said: ClosedPeriod.close(FIND["plan"](year), **said),
    "compile": lambda year, **said: Plan.compile(FIND["review"](year), **said),
    "prepare": lambda year, **said: Review.prepare(year=year, is_sample=True, **said),
    "take_over": lambda year, **said: Weakness.take_over(review=FIND["review"](year), **said),
}


class Life:
    """The story, moved by a shift; each day is lived once, in order."""

    def __init__(self, shift: Shift, cast: Cast):
        self.shift, self.cast = shift, cast
        self.days: dict[date, list[tuple[str, Row]]] = defaultdict(list)
        for place, step in fixtures.placed("life.json", "steps"):
            self.days[fixtures.attempt(place, self._day_of, step)].append((place, step))

    def live(self, today: date) -> int:
        """Do what the story has for this day; returns how much that was."""
        steps = self.days.get(today, [])
        for place, step in steps:
            fixtures.attempt(place, self._do, step, today)
        return len(steps)

    def _day_of(self, step: Row) -> date:
        return self.shift.day(step["on"])

    def _do(self, step: Row, today: date) -> None:
        by, verb = self.cast.actor(step["by"], today), step["verb"]
        kind = next(name for name in VERBS if name in step)
        if verb in BEGIN:
            BEGIN[verb](step[kind], by=by, today=today, **self._details(step, kind, None))
            return
        if verb not in VERBS[kind]:
            raise ValueError(f"“{verb}” is not something done to the {kind}")
        thing = FIND[kind](step[kind])
        getattr(thing, verb)(by=by, today=today, **self._details(step, kind, thing))

    def _details(self, step: Row, kind: str, thing) -> Row:
        details = {name: value for name, value in step.items() if name not in {"on", "by", "verb", kind}}
        return {name: self._value(name, value, thing) for name, value in details.items()}

    def _value(self, name: str, value, thing):
        """Dates are moved; what is named is found, and what was measured becomes a number."""
        if name.endswith("_on") or name == "until":
            return self.shift.day(value)
        return READ[name](self, value, thing) if name in READ else value
