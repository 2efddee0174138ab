"""What a plan should hold before it is sent or issued: each check with its number, and where it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plans.checking import places as at
from plans.checking.facts import Facts, Line
from plans.checking.words import MET, UNMET
from tracker.figures import figure
from tracker.models.time_status import OPEN

MOST_SHOWN = 50


@dataclass(frozen=True)
class Thing:
    """One thing that is lacking, in words, and the page on which it is mended."""

    words: str
    place: str


@dataclass(frozen=True)
class Check:
    """One question to the plan. What is unmet does not stop it, but wants a written reason."""

    name: str
    things: list[Thing]
    note: str = ""

    @property
    def count(self) -> int:
        return len(self.things)

    @property
    def is_met(self) -> bool:
        return not self.things

    @property
    def shown(self) -> list[Thing]:
        return self.things[:MOST_SHOWN]

    @property
    def hidden(self) -> int:
        """How many more there are; mending those that are shown brings them up."""
        return self.count - len(self.shown)

    @property
    def words(self) -> str:
        return str(MET[self.name]) if self.is_met else UNMET[self.name] % {"count": self.count}


def checks_of(plan, today: date) -> list[Check]:
    """All checks, in the order in which an official would mend them."""
    facts = Facts(plan, today)
    return [
        Check("not_accepted", _not_accepted(facts), note=_exempt(facts)),
        Check("left_behind", [Thing(str(action), at.workbench(plan)) for action in facts.left_behind]),
        Check("weakness", [_weakness(facts, each) for each in facts.weaknesses if _is_unanswered(each)]),
        Check("points", [*_points_of_criteria(facts), *_points_of_weaknesses(facts)]),
        *_of_lines(facts),
        *_of_actions(facts),
    ]


def _of_lines(facts: Facts) -> list[Check]:
    """What the line itself has to say."""
    end = facts.plan.period_end
    tests = {
        "dropped": lambda line: not line.parts,
        "lead_unit": lambda line: not _leads(line, facts.today),
        "deadline": lambda line: line.item.due_on is None,
        "passed": lambda line: _has_passed(line, facts.today),
        "period": lambda line: line.item.due_on and line.item.due_on > end,
        "product": lambda line: not line.item.output.strip(),
    }
    return [
        Check(name, [Thing(str(line), at.line(facts.plan, line.item)) for line in facts.lines if test(line)],
              note=_period(end) if name == "period" else "")
        for name, test in tests.items()
    ]  # fmt: skip


def _period(end: date) -> str:
    return _("The plan's period ends on %(day)s.") % {"day": f"{end:%d/%m/%Y}"}


def _has_passed(line: Line, today: date) -> bool:
    """What was reported or done in time is no fault of the date."""
    is_open = any(part["state"] in OPEN for part in line.parts)
    return is_open and line.item.due_on is not None and line.item.due_on < today


def _leads(line: Line, today: date) -> bool:
    """The unit still exists, and carries out one of the line's actions."""
    unit = line.item.lead_unit
    leads = {part["lead_unit"] for part in line.parts} or {unit.pk}
    return unit.pk in leads and not (unit.valid_to and unit.valid_to < today)


def _of_actions(facts: Facts) -> list[Check]:
    """Who does the work, and how it will be proven."""
    named = [(line, part) for line in facts.lines for part in line.parts]
    return [
        Check("owner", [_action(*each) for each in named if not each[1]["owner"]]),
        Check(
            "owner_gone",
            [_action(*each) for each in named if each[1]["owner"] and not each[1]["can_act"]],
        ),
        Check("evidence", [_unproven(*each) for each in named if not each[1]["is_proven"]]),
    ]


def _action(line: Line, part: dict) -> Thing:
    return Thing(f"{part['ref']} – {line}", at.owner(part))


def _unproven(line: Line, part: dict) -> Thing:
    return Thing(f"{part['ref']} – {line}", at.evidence(part))


def _not_accepted(facts: Facts) -> list[Thing]:
    owed = [each for each in facts.submissions if each.state != "exempt"]
    return [
        Thing(f"{each.unit.name} – {each.get_state_display()}", at.submission(facts.review, each))
        for each in owed
    ]


def _exempt(facts: Facts) -> str:
    names = [each.unit.name for each in facts.submissions if each.state == "exempt"]
    return _("Exempt: %(units)s.") % {"units": ", ".join(names)} if names else ""


def _is_unanswered(weakness) -> bool:
    """Accepted with its unit's submission, not contested by the unit, and nothing is to be done about it."""
    return weakness.is_accepted and not weakness.has_action and not weakness.objection


def _weakness(facts: Facts, weakness) -> Thing:
    return Thing(f"{weakness.ref} {weakness.title}", at.weakness(facts.review, weakness))


def _points_of_weaknesses(facts: Facts) -> Iterable[Thing]:
    for each in facts.weaknesses:
        if each.points_lost and not each.is_planned:
            yield Thing(_lost(f"{each.ref} {each.title}", each.points_lost), at.weakness(facts.review, each))


def _points_of_criteria(facts: Facts) -> Iterable[Thing]:
    for each in facts.lost_points:
        if each.criterion_id not in facts.addressed_criteria:
            criterion = each.criterion
            name = f"{criterion.criteria_set.index} – {criterion.code} {criterion}"
            yield Thing(_lost(name, criterion.maximum_points - each.value), at.index(facts.review, criterion))


def _lost(name: str, points) -> str:
    return _("%(name)s: %(points)s points lost") % {"name": name, "points": figure(points)}
