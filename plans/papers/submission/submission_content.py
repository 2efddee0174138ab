"""The words of one unit's submission: as they were frozen when it was handed in, else as they stand in the draft.

Codes are read as names, dates as dates; each weakness has the number by which the sections of the report call it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plans.models.submissions.copy import SubmissionCopy, words_of
from plans.models.submissions.dates import OWED
from plans.papers.grouping import grouped
from plans.papers.plan.annex import title_of
from plans.papers.wording import letter, short_day, short_decimal
from tracker.models import Actor, Criterion, Index


@dataclass(frozen=True)
class Named:
    """One weakness as the unit handed it in, with its number in the report."""

    number: int
    index: str
    criterion: str
    words: dict
    points: str
    repeated: str

    @property
    def title(self) -> str:
        return self.words["title"]

    @property
    def sentence(self) -> str:
        """Its title and what was found; the title alone where it says no more."""
        title, statement = self.title.rstrip(" ."), self.words["statement"].rstrip(" .;")
        said = statement if statement.startswith(title) else f"{title}: {statement}"
        return f"({self.number}) {said}{self.points}{self.repeated}."

    @property
    def objection(self) -> str:
        return self.words["objection"].strip()


@dataclass(frozen=True)
class Area:
    """The weaknesses of one criterion, under its letter."""

    letter: str
    title: str
    weaknesses: list[dict]


@dataclass(frozen=True)
class Chapter:
    """The weaknesses of one index."""

    number: int
    title: str
    areas: list[Area]


def handed_in(submission) -> SubmissionCopy | None:
    """The copy that counts: none while the unit still writes, or writes again."""
    return None if submission.state in OWED else submission.copies.order_by("attempt").last()


def content_of(submission) -> dict:
    copy = handed_in(submission)
    return copy.content if copy else words_of(submission, Actor.system("papers"))


def numbered(submission, content: dict) -> list[Named]:
    """The weaknesses by index and criterion, numbered through."""
    live = {each.ref: each for each in submission.weaknesses.select_related("repeats__review")}
    indices, criteria = _indices(), _criteria(content["weaknesses"])
    in_order = sorted(content["weaknesses"], key=lambda words: _place(words, indices, criteria))
    return [
        _named(number, words, live.get(words["ref"]), indices, criteria)
        for number, words in enumerate(in_order, 1)
    ]


def chapters(weaknesses: list[Named]) -> list[Chapter]:
    by_index = grouped(weaknesses, lambda each: each.index)
    return [Chapter(number, each[0].index, _areas(each)) for number, each in enumerate(by_index, 1)]


def day_of(value: date | str | None) -> date | None:
    """A date, whether it comes from the draft or from a frozen copy."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def printed(value: date | str | None, unknown: str) -> str:
    return short_day(day_of(value)) if value else unknown


def _areas(weaknesses: list[Named]) -> list[Area]:
    by_criterion = grouped(weaknesses, lambda each: each.criterion)
    return [
        Area(letter(place), each[0].criterion, [_printed(one) for one in each])
        for place, each in enumerate(by_criterion)
    ]


def _printed(weakness: Named) -> dict:
    return {"sentence": weakness.sentence, "objection": weakness.objection}


def _named(number: int, words: dict, live, indices: dict, criteria: dict) -> Named:
    index, criterion = indices.get(words["index"]), criteria.get((words["index"], words["criterion"]))
    return Named(
        number=number, index=title_of(index) if index else words["index"], words=words,
        criterion=criterion.name_vi if criterion else words["criterion"] or "",
        points=_points(live), repeated=_repeated(live),
    )  # fmt: skip


def _points(live) -> str:
    """The points come from Home Affairs, not from the unit's words."""
    lost = live.points_lost if live else None
    return f" (điểm trừ: {short_decimal(lost)})" if lost is not None else ""


def _repeated(live) -> str:
    before = live.repeats if live else None
    return f" (đã nêu tại kỳ đánh giá năm {before.review.year})" if before else ""


def _indices() -> dict[str, Index]:
    return {index.code: index for index in Index.objects.all()}


def _criteria(weaknesses: Iterable[dict]) -> dict[tuple, Criterion]:
    """By index and code; of several versions the latest, under which this review was made."""
    codes = {words["criterion"] for words in weaknesses if words["criterion"]}
    found = Criterion.objects.filter(code__in=codes).select_related("criteria_set__index")
    return {(each.criteria_set.index.code, each.code): each for each in found.order_by("criteria_set")}


def _place(words: dict, indices: dict, criteria: dict) -> tuple:
    index, criterion = indices.get(words["index"]), criteria.get((words["index"], words["criterion"]))
    last = 10_000
    return (
        index.position if index else last, words["index"],
        criterion.position if criterion else last, words["criterion"] or "", words["ref"],
    )  # fmt: skip
