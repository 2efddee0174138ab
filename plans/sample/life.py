"""What the sample's people did after the conference: a fixed story, lived day by day through the verbs."""

from collections import defaultdict
from datetime import date

from plans.models import Amendment, Plan, PlanItem, Submission
from tracker.models import Action, ExtensionRequest, Review, Unit, Weakness

from . import fixtures
from .actors import Cast
from .fixtures import Row
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
    "review": {"consolidate", "monitor", "close"},
    "submission": {"accept", "draft", "exempt", "return_to_official", "send_back", "send_to_head", "submit"},
    "weakness": {"name_responsible"},
}  # fmt: skip
BEGIN = {
    "compile": lambda year, **said: Plan.compile(FIND["review"](year), **said),
    "amend": lambda year, **said: Amendment.begin(FIND["plan"](year), **said),
}
FIND = {
    "action": lambda ref: Action.objects.get(ref=ref),
    "amendment": lambda year: Amendment.objects.get(plan__review__year=year, state="open"),
    "extension": lambda ref: ExtensionRequest.objects.pending().get(action__ref=ref),
    "line": lambda ref: PlanItem.objects.get(contributions__action__ref=ref),
    "plan": lambda year: Plan.objects.get(review__year=year),
    "review": lambda year: Review.objects.get(year=year),
    "submission": lambda code: Submission.objects.get(unit__code=code, review__is_sample=True),
    "weakness": lambda ref: Weakness.objects.get(ref=ref),
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
        if verb in BEGIN:
            BEGIN[verb](step["plan"], by=by, today=today, **self._details(step, "plan", None))
            return
        kind = next(name for name in VERBS if name in step)
        if verb not in VERBS[kind]:
            raise ValueError(f"“{verb}” is not something done to the {kind}")
        thing = FIND[kind](step[kind])
        getattr(thing, verb)(by=by, today=today, **self._details(step, kind, thing))

    def _details(self, step: Row, kind: str, thing) -> Row:
        details = {name: value for name, value in step.items() if name not in {"on", "by", "verb", kind}}
        return {name: self._value(name, value, thing) for name, value in details.items()}

    def _value(self, name: str, value, thing):
        """Dates are moved; people, units, weaknesses and expected evidence are found by what names them."""
        if name.endswith("_on"):
            return self.shift.day(value)
        return READ[name](self, value, thing) if name in READ else value


READ = {
    "owner": lambda life, email, thing: life.cast.people[email],
    "person": lambda life, email, thing: life.cast.people[email],
    "organisation": lambda life, code, thing: Unit.objects.get(code=code),
    "expected": lambda life, position, thing: thing.expected_evidence.all()[position],
    "item": lambda life, ref, thing: FIND["line"](ref),
    "items": lambda life, refs, thing: [FIND["line"](ref) for ref in refs],
    "rows": lambda life, rows, thing: {FIND["weakness"](ref).pk: reason for ref, reason in rows.items()},
}
