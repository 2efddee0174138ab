"""Writing a file's rows through the verbs of the review: tried first and taken back, then all of them or none."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker.errors import Invalid, Stale
from tracker.models import Event, Review

from .changes import Change, changes_since
from .columns import POINTS, RATINGS, RESULTS, SHEETS, SPREAD
from .names import Names, names_of
from .rows import Fault, Reading, Row, read_rows


class Faulty(Exception):
    """Nothing is written, because of these faults."""

    def __init__(self, faults: list[Fault]):
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


UNSAID = {"count": None, "change": None, "reason": ""}


@dataclass
class Outcome:
    """What a try found: how many rows say something new, by sheet, and how many say what is known."""

    rows: int = 0
    new: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    version: int = 0
    shown: list[Change] = field(default_factory=list)

    @property
    def changes(self) -> int:
        return sum(self.new.values())


def try_out(review: Review, raw: dict, *, by, today: date) -> Outcome:
    """Write everything and take it back: what would be new, or every fault."""
    with transaction.atomic():
        outcome = _attempt(review, raw, by=by, today=today)
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def write(review: Review, raw: dict, *, by, today: date, version: int) -> Outcome:
    """Write all rows, or none. Raises Stale when the results were changed since the try, Faulty with the faults."""
    held = _hold(review)
    if held.version != version:
        raise Stale(_("Somebody has just changed this. Look at it again; what you typed is kept."))
    outcome = _write_all(held, raw, by=by, today=today)
    if outcome.faults:
        raise Faulty(outcome.faults)
    return outcome


def _attempt(review: Review, raw: dict, *, by, today: date) -> Outcome:
    held = _hold(review)
    version, last = held.version, Event.objects.last_of(held)
    outcome = _write_all(held, raw, by=by, today=today)
    outcome.version, outcome.shown = version, changes_since(held, last.number if last else 0)
    return outcome


def _hold(review: Review) -> Review:
    """The review as it is now; nobody changes it until this is over."""
    return Review.objects.select_for_update().get(pk=review.pk)


def _write_all(review: Review, raw: dict, **who) -> Outcome:
    names = names_of(review)
    reading = read_rows(raw, names)
    outcome = Outcome(rows=sum(map(len, reading.rows.values())))
    for key, write_sheet in WRITERS.items():
        if rows := reading.rows.get(key):
            outcome.new[key] = write_sheet(review, rows, names, reading, who)
    order = {sheet.title: place for place, sheet in enumerate(SHEETS)}
    outcome.faults = sorted(reading.faults, key=lambda fault: (order[fault.sheet], fault.row))
    return outcome


def _write_results(review, rows: list[Row], names: Names, reading: Reading, who) -> int:
    changed = 0
    for row in rows:
        try:
            changed += review.write_result(**row.values, **who)
        except Invalid as refusal:
            for key, words in refusal.errors.items():
                reading.object_to(RESULTS, row, key, words)
    return changed


def _write_points(review, rows: list[Row], names: Names, reading: Reading, who) -> int:
    points: dict = {}
    places: dict[int, Row] = {}
    for row in rows:
        index, code = row.values["index"], row.values["criterion"]
        criterion = names.criterion(index, code)
        if criterion is None:
            words = _("“%(index)s” has no criterion of this code this year.") % {"index": index}
            reading.object_to(POINTS, row, "criterion", words)
            continue
        places[criterion.pk] = row
        points.setdefault(index, {})[criterion.pk] = {
            key: row.values[key] for key in row.values if key not in POINTS.names
        }
    return sum(
        _write_points_of(review, index, theirs, places, reading, who) for index, theirs in points.items()
    )


def _write_points_of(review, index, points: dict, places: dict[int, Row], reading: Reading, who) -> int:
    try:
        return review.write_dimensions(index=index, points=points, **who)
    except Invalid as refusal:
        for name, words in refusal.errors.items():
            kind, _underscore, pk = name.partition("_")
            reading.object_to(POINTS, places[int(pk)], "value" if kind == "points" else "note", words)
        return 0


def _write_ratings(review, rows: list[Row], names: Names, reading: Reading, who) -> int:
    places = {row.values["unit"].code: row for row in rows}
    ratings = {
        row.values["unit"].pk: {key: row.values[key] for key in row.values if key != "unit"} for row in rows
    }
    return _object_by_place(reading, RATINGS, places, lambda: review.write_ratings(ratings=ratings, **who))


def _write_spread(review, rows: list[Row], names: Names, reading: Reading, who) -> int:
    places = {str(row.number): row for row in rows}
    written = {key: UNSAID | row.values for key, row in places.items()}
    return _object_by_place(reading, SPREAD, places, lambda: review.write_distribution(rows=written, **who))


def _object_by_place(reading: Reading, sheet, places: dict[str, Row], do) -> int:
    """Do the verb; its objections, named `column_place`, become faults of their rows."""
    try:
        return do()
    except Invalid as refusal:
        for name, words in refusal.errors.items():
            column, _underscore, place = name.partition("_")
            reading.object_to(sheet, places.get(place, next(iter(places.values()))), column, words)
        return 0


WRITERS = {
    "results": _write_results, "points": _write_points, "ratings": _write_ratings, "spread": _write_spread,
}  # fmt: skip
