"""The sample's weaknesses with their causes and the actions proposed against them, each with its source."""

from tracker.models import Action, Criterion, Index, Review, Unit, Weakness

from . import fixtures
from .actors import Cast
from .fixtures import Row
from .shift import Shift, in_words


class Weaknesses:
    """Writes the weaknesses down on the day of the conference, as Home Affairs assigned them."""

    def __init__(self, review: Review, shift: Shift, cast: Cast):
        self.review, self.shift, self.cast, self.today = review, shift, cast, review.conference_on
        self.units = Unit.objects.in_bulk(field_name="code")
        self.indices = Index.objects.in_bulk(field_name="code")
        self.composed = fixtures.attempt("weaknesses.json", self._source_of_actions)

    def load(self) -> None:
        fixtures.each("weaknesses.json", "weaknesses", self._load_weakness)

    def _source_of_actions(self) -> Row:
        return fixtures.read("weaknesses.json")["source_of_actions"]

    def _load_weakness(self, row: Row) -> None:
        weakness = Weakness.record(
            by=self.cast.home_affairs(self.today), today=self.today, review=self.review,
            unit=self.units[row["unit"]], index=self.indices[row["index"]], criterion=_criterion(row),
            title=row["title"], statement=row["statement"], source=row["source"], is_sample=True,
        )  # fmt: skip
        _expect_same_ref(weakness.ref, row)
        official = self.cast.official_of(row["unit"], self.today)
        for cause in row["causes"]:
            weakness.add_cause(by=official, today=self.today, **cause)
        for action in row["actions"]:
            self._plan_action(weakness, official, action)

    def _plan_action(self, weakness: Weakness, official, row: Row) -> None:
        due_on = self.shift.day(row["due_on"])
        action = Action.plan(
            by=official, today=self.today, weakness=weakness, lead_unit=self.units[row["lead_unit"]],
            coordinating_units=[self.units[code] for code in row["coordinating_units"]],
            statement=row["statement"], expected_output=row["expected_output"], due_on=due_on,
            due_phrase=row["due_phrase"].format(due=in_words(due_on)),
            expected_evidence=row["expected_evidence"], is_initiative=row["is_initiative"],
            source=self.composed, is_sample=True,
        )  # fmt: skip
        _expect_same_ref(action.ref, row)


def _criterion(row: Row) -> Criterion:
    return Criterion.objects.get(criteria_set__code=row["criteria_set"], code=row["criterion"])


def _expect_same_ref(given: str, row: Row) -> None:
    """The story of the sample names things by reference, so the numbers must come out as written."""
    if given != row["ref"]:
        raise ValueError(f"the next number is {given}, not {row['ref']}")
