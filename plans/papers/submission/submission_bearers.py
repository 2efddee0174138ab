"""Who answers for the weaknesses of a unit: each body and each person once, with the weaknesses meant."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from django.db.models import Q

from plans.papers.wording import listed
from tracker.models import Unit

from .submission_content import Named

LEVELS = {
    "direct": "chịu trách nhiệm trực tiếp", "related": "chịu trách nhiệm liên quan",
    "head": "chịu trách nhiệm với vai trò người đứng đầu",
}  # fmt: skip
FEWEST_IN_A_RUN = 3


def bearers(weaknesses: list[Named]) -> tuple[list[str], list[str]]:
    """The bodies that answer; and the people, who are for the readers of the submission alone."""
    borne = defaultdict(list)
    for weakness in weaknesses:
        for each in weakness.words["responsibilities"]:
            borne[each["bearer"], each["position_title"], each["level"]].append(weakness.number)
    bodies = _bodies(name for name, *_ in borne)
    collective = {
        (bodies[name], *how): for_what for (name, *how), for_what in borne.items() if name in bodies
    }
    personal = {(name, *how): for_what for (name, *how), for_what in borne.items() if name not in bodies}
    return _lines(collective), _lines(personal)


def _bodies(names: Iterable[str]) -> dict[str, str]:
    """Which of the bearers are units, whatever language they were frozen in, and their official names."""
    names = set(names)
    units = Unit.objects.filter(Q(name_vi__in=names) | Q(name_en__in=names))
    return {name: unit.name_vi for unit in units for name in (unit.name_vi, unit.name_en) if name in names}


def _lines(borne: dict[tuple, list[int]]) -> list[str]:
    return listed(
        f"{name}{f', {position}' if position else ''}: {LEVELS.get(level, level)} đối với hạn chế {_numbers(of)}"
        for (name, position, level), of in borne.items()
    )


def _numbers(numbers: list[int]) -> str:
    """“(1), (3), (5) đến (9)”."""
    runs = groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0])
    return ", ".join(_run([number for _, number in run]) for _, run in runs)


def _run(numbers: list[int]) -> str:
    if len(numbers) < FEWEST_IN_A_RUN:
        return ", ".join(f"({number})" for number in numbers)
    return f"({numbers[0]}) đến ({numbers[-1]})"
