"""What a unit says of its weaknesses: why they are there, and what is done about them until when."""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.papers.plan.coordination import Coordination
from tracker.models import Unit

from .submission_content import Named, printed

NOT_FILLED, NO_ACTION = "…", "Đơn vị không thống nhất với hạn chế này (xem mục II), không đề xuất biện pháp"


@dataclass(frozen=True)
class Measure:
    """One line of the table of remedies."""

    number: int
    measure: str
    people: str
    due: str
    output: str


@dataclass(frozen=True)
class Remedies:
    """The remedies of one weakness, under its words."""

    heading: str
    rows: list[Measure]
    instead: str  # what stands there when there is none


def causes(weaknesses: list[Named], kind: str) -> list[str]:
    """For each weakness its causes of that kind, in one line."""
    told = [(weakness.number, _of_kind(weakness, kind)) for weakness in weaknesses]
    return [f"Hạn chế ({number}): {'; '.join(texts)}." for number, texts in told if texts]


def remedies(weaknesses: list[Named], coordination: Coordination) -> list[Remedies]:
    """All remedies, numbered through; whole groups of coordinating units by the group's name."""
    units, found, last = _units(weaknesses), [], 0
    for weakness in weaknesses:
        actions = [
            action | {"coordinating": _coordinating(action, units, coordination)}
            for action in weakness.words["actions"]
        ]
        rows = [_measure(last + place, each) for place, each in enumerate(actions, 1)]
        instead = "" if rows else NO_ACTION if weakness.objection else NOT_FILLED
        found.append(Remedies(f"Hạn chế ({weakness.number}): {weakness.title}", rows, instead))
        last += len(rows)
    return found


def _of_kind(weakness: Named, kind: str) -> list[str]:
    said = (cause["statement"] for cause in weakness.words["causes"] if cause["kind"] == kind)
    return [" ".join(text.split()).rstrip(" .;") for text in said]


def _units(weaknesses: Iterable[Named]) -> dict[str, Unit]:
    actions = (action for weakness in weaknesses for action in weakness.words["actions"])
    names = {name for action in actions for name in action["coordinating_units"]}
    return {unit.name_vi: unit for unit in Unit.objects.filter(name_vi__in=names)}


def _coordinating(action: dict, units: dict[str, Unit], coordination: Coordination) -> str:
    """A unit that has another name by now stays as it was written."""
    names = action["coordinating_units"]
    known = coordination.in_words(units[name] for name in names if name in units)
    return "; ".join(filter(None, (known, *(name for name in names if name not in units))))


def _measure(number: int, action: dict) -> Measure:
    initiative = " (sáng kiến)" if action["is_initiative"] else ""
    return Measure(
        number=number, measure=f"{action['statement']}{initiative}", people=_people(action),
        due=_due(action), output=_output(action),
    )  # fmt: skip


def _people(action: dict) -> str:
    others = action["coordinating"]
    return f"{action['owner'] or NOT_FILLED}" + (f"\nPhối hợp: {others}" if others else "")


def _due(action: dict) -> str:
    due = printed(action["due_on"], NOT_FILLED)
    return f"Từ {printed(action['starts_on'], '')}\nđến {due}" if action["starts_on"] else due


def _output(action: dict) -> str:
    """With its proof, unless the product is the proof."""
    product = action["expected_output"] or NOT_FILLED
    proof = "; ".join(each for each in action["expected_evidence"] if each != product)
    return f"{product}\nMinh chứng: {proof}" if proof else product
