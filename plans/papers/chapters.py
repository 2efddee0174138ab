"""What the plan says of each index: its measures by criterion, and its rows of Annex I."""

from dataclasses import dataclass

from .annex import Row, row, title_of
from .coordination import Coordination
from .grouping import grouped
from .wording import letter, listed, roman

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


def chapters(numbered: list, coordination: Coordination) -> list[Chapter]:
    """One chapter for each index, in the order of the annex."""
    by_index = grouped(numbered, lambda pair: pair[1].index_id)
    return [_chapter(place, pairs, coordination) for place, pairs in enumerate(by_index)]


def _chapter(place: int, pairs: list, coordination: Coordination) -> Chapter:
    items = [item for _, item in pairs]
    by_criterion = grouped(items, lambda item: item.criterion_id)
    return Chapter(
        place=place,
        title=title_of(items[0].index),
        rows=[row(number, item, coordination) for number, item in pairs],
        fields=[_field(at, group) for at, group in enumerate(by_criterion)],
    )


def _field(place: int, items: list) -> Field:
    criterion = items[0].criterion
    title = criterion.name_vi if criterion else ""
    return Field(letter(place), title, listed(item.measure for item in items))
