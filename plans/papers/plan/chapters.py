"""What the plan says of each index: its measures by criterion, and its rows of Annex I."""

from dataclasses import dataclass

from plans.papers.grouping import grouped
from plans.papers.wording import letter, listed, roman

from .annex import Line, Row, row

FIRST_CHAPTER = 2  # chapter 1 of section IV is what everybody does


@dataclass(frozen=True)
class Field:
    """The measures of one criterion, as section IV lists them."""

    letter: str
    title: str
    measures: list[str]


@dataclass(frozen=True)
class Chapter:
    """All that the plan says of one index."""

    place: int
    title: str
    rows: list[Row]
    fields: list[Field]

    @property
    def letter(self) -> str:
        return letter(self.place)

    @property
    def roman(self) -> str:
        return roman(self.place)

    @property
    def number(self) -> int:
        return self.place + FIRST_CHAPTER

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def heading(self) -> str:
        is_index = self.title.startswith("Chỉ số")
        return f"Nâng cao {self.title if is_index else self.title[:1].lower() + self.title[1:]}"

    @property
    def fields_in_brief(self) -> str:
        named = [f"{field.title} ({len(field.measures)})" for field in self.fields if field.title]
        return f", thuộc các lĩnh vực: {'; '.join(named)}" if named else ""


def chapters(lines: list[Line]) -> list[Chapter]:
    """One chapter for each index, in the order of the annex."""
    by_index = grouped(lines, lambda line: line.index)
    return [_chapter(place, each) for place, each in enumerate(by_index)]


def _chapter(place: int, lines: list[Line]) -> Chapter:
    by_criterion = grouped(lines, lambda line: line.criterion_code)
    return Chapter(
        place=place,
        title=lines[0].index_title,
        rows=[row(line) for line in lines],
        fields=[_field(at, each) for at, each in enumerate(by_criterion)],
    )


def _field(place: int, lines: list[Line]) -> Field:
    return Field(letter(place), lines[0].criterion, listed(line.measure for line in lines))
