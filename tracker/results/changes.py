"""What a file would change, read from the history that its try wrote and took back: what stands there, what would."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from tracker.figures import figure
from tracker.models import Event, Rating, Review

from .columns import POINTS, RATINGS, RESULTS, Column

SHEET_OF = {"result_written": RESULTS, "dimensions_written": POINTS, "ratings_written": RATINGS}
NOTHING = "–"


@dataclass(frozen=True)
class Change:
    """One figure: in which sheet, of what, from what to what."""

    sheet: str
    name: str
    before: str
    after: str


def changes_since(review: Review, number: int) -> list[Change]:
    """The changes in the review's history after this line; the distribution, which is replaced, is only counted."""
    events = Event.objects.of(review).filter(number__gt=number, verb__in=SHEET_OF)
    names = dict(Rating.objects.values_list("code", "name_vi"))
    changes = [_change(event, key, names) for event in events for key in _in_order(event)]
    return [change for change in changes if change.before != change.after]


def _in_order(event: Event) -> list[str]:
    """The figures of a result in the order of the sheet, everything else by its code."""
    keys = event.before | event.after
    places = [column.key for column in SHEET_OF[event.verb].columns]
    return sorted(keys, key=lambda key: (places.index(key) if key in places else len(places), key))


def _change(event: Event, key: str, names: dict[str, str]) -> Change:
    sheet = SHEET_OF[event.verb]
    column = next((each for each in sheet.columns if each.key == key), None)
    name = " – ".join(filter(None, (event.reason, column.heading if column else key)))
    before, after = (_told(values.get(key), column, names) for values in (event.before, event.after))
    return Change(sheet.title, name, before, after)


def _told(value, column: Column | None, names: dict[str, str]) -> str:
    """A kept value as people read it; several belong together, as a rating with its points and reason."""
    if isinstance(value, list):
        return "; ".join(_told(each, None, names) for each in value if each) or NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value is None or value == "":
        return NOTHING
    return _text(str(value), column, names)


def _text(text: str, column: Column | None, names: dict[str, str]) -> str:
    if column and column.kind not in ("number", "whole"):
        return text
    return _number(names.get(text, text))


def _number(text: str) -> str:
    """A number the way the reader's language writes it; what is none stays as it is."""
    try:
        return figure(Decimal(text))
    except InvalidOperation:
        return text
