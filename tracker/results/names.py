"""What the sheets of a year may name: indices and their criteria, assessed units, groups, ratings."""

from dataclasses import dataclass

from tracker.excel.cells import bare
from tracker.excel.choices import Choices, initials
from tracker.models import Criterion, Index, Review
from tracker.models.dimension_checks import criteria_of
from tracker.models.rating_spread import groups_of, ratings_of


@dataclass(frozen=True)
class Names:
    """Everything by name, read once for a whole file."""

    choices: dict[str, Choices]
    criteria: dict[int, dict[str, Criterion]]
    assessed: list

    def __getitem__(self, key: str) -> Choices:
        return self.choices[key]

    def criterion(self, index: Index, code: str) -> Criterion | None:
        return self.criteria.get(index.pk, {}).get(bare(code))


def names_of(review: Review) -> Names:
    """What can be named in the file of this review."""
    indices = list(Index.objects.all())
    assessed = list(review.assessed_units.select_related("unit", "group", "rating"))
    criteria = {index.pk: {bare(each.code): each for each in criteria_of(review, index)} for index in indices}
    choices = {
        "index": _choices((index, index.short_name, index.code) for index in indices),
        "unit": _units(assessed),
        "group": _choices((group, group.name_vi, group.code) for group in groups_of(review)),
        "rating": _choices((rating, rating.name_vi, rating.code) for rating in ratings_of(review)),
    }
    return Names(choices, criteria, assessed)


def _choices(rows) -> Choices:
    choices = Choices()
    for thing, shown, code in rows:
        choices.add(thing, shown, code, thing.name_vi, thing.name_en)
    return choices


def _units(assessed) -> Choices:
    choices = Choices()
    for each in assessed:
        unit = each.unit
        choices.add(unit, unit.code, unit.name_vi, unit.abbreviation, unit.name_en)
        choices.hint(unit.code, initials(unit.name_vi))
    return choices
