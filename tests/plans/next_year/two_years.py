"""Two years with points written down, so that every answer occurs once.

PAR INDEX   most   2021   lost  2022   what follows
PAR1          10   9      1     10     came back wholly: 1 of 1
PAR2          10   8      2      8.75  came back partly: 0.75 of 2
PAR3        12.5  10      2.5   10     did not come back: 0 of 2.5
PAR4          11  10.5    0.5    9.75  lost 0.75 more
PAR5          16  16      0     15.5   lost for the first time
PAR6           7   –      –      6     a weakness states 0.25; not comparable
PAPI: P1 7 of 10, then 9 of 12; P2 6 of 10, then not among the criteria.
"""

from datetime import date
from decimal import Decimal

from tests import factories
from tests.tracker import published
from tracker.models import Action, CriteriaSet, Criterion, Review, User

PAR = {"PAR1": 10, "PAR2": 10, "PAR3": "12.5", "PAR4": 11, "PAR5": 16, "PAR6": 7}
FIRST = {"PAR1": 9, "PAR2": 8, "PAR3": 10, "PAR4": "10.5", "PAR5": 16}
SECOND = {"PAR1": 10, "PAR2": "8.75", "PAR3": 10, "PAR4": "9.75", "PAR5": "15.5", "PAR6": 6}


def criteria(code: str, of_index: str, most: dict, **fields) -> dict[str, Criterion]:
    """One version of an index's criteria."""
    version = CriteriaSet.objects.create(index=factories.index(of_index), code=code, **fields)
    rows = [
        Criterion(criteria_set=version, code=name, name_vi=f"Tiêu chí {name}", maximum_points=points, position=place)
        for place, (name, points) in enumerate(most.items())
    ]  # fmt: skip
    return {each.code: each for each in Criterion.objects.bulk_create(rows)}


def write(review: Review, person: User, of_index: str, known: dict[str, Criterion], points: dict) -> None:
    by = factories.actor(person)
    rows = {known[code].pk: {"value": Decimal(value)} for code, value in points.items()}
    review.write_dimensions(by=by, today=factories.SUMMER, index=factories.index(of_index), points=rows)


def finish(action: Action, official: User, home_affairs: User, on: date) -> Action:
    """Proven, reported and verified on that day."""
    by = factories.actor(official)
    action.add_document(by=by, today=on, number="12/BC", issued_on=on, issuer="Sở", title="Báo cáo")
    action.report(by=by, today=on, note="Xong.", delay_cause="Chờ vốn.")
    action.verify(by=factories.actor(home_affairs), today=on)
    return action


def next_review(**fields) -> Review:
    return published.year_of(2022, **{"state": "open"} | fields)
