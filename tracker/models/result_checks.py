"""What must hold of a published result before it is written: each objection beside its field, with how to mend it."""

from collections.abc import Collection, Iterator
from datetime import date

from django.utils.translation import gettext as _

from tracker.figures import figure, places, signed

from .index_change import rank_change, value_change

Objection = tuple[str, str]


def objections(result, today: date) -> dict[str, str]:
    """Everything that is wrong with the result by itself, by field; the first word on a field counts."""
    found: dict[str, str] = {}
    for check in (_value, _rank, _region, _changes, _day, _reason):
        for name, words in check(result, today):
            found.setdefault(name, words)
    return found


def contradictions(result, before, wrong: Collection[str] = ()) -> dict[str, str]:
    """The published changes that are not what last year's row says; a figure that is wrong itself is not compared."""
    value, rank = value_change(result, before), rank_change(result, before)
    found = {}
    if value.contradicts and not {"value", "scale", "change_value"} & set(wrong):
        then, says = f"{figure(before.value)} ({before.review.year})", signed(value.reckoned)
        found["change_value"] = _clash(signed(value.amount), then, says)
    if rank.contradicts and not {"rank", "rank_of", "change_rank"} & set(wrong):
        then, says = f"{before.rank}/{before.rank_of} ({before.review.year})", places(rank.reckoned)
        found["change_rank"] = _clash(places(rank.amount), then, says)
    return found


def _clash(published: str, then: str, says: str) -> str:
    return _(
        "Published is “%(published)s”, but with last year's row, %(then)s, it would be “%(says)s”."
        " Correct the figure that is wrong, or tick “Keep as published”."
    ) % {"published": published, "then": then, "says": says}


def _value(result, today) -> Iterator[Objection]:
    if result.scale is not None and result.scale <= 0:
        yield "scale", _("The scale is more than 0, for example 100.")
    if result.value is None:
        return
    if result.scale is None:
        yield "scale", _("Say on which scale the value is, for example 100.")
    elif not 0 <= result.value <= result.scale:
        words = _("The value lies between 0 and the scale, which is %(scale)s.")
        yield "value", words % {"scale": figure(result.scale)}


def _rank(result, today) -> Iterator[Objection]:
    yield from _place(result.rank, result.rank_of, "rank", "rank_of")
    if result.is_tied and result.rank is None:
        yield "is_tied", _("Only a rank can be tied. Give the rank, or take the tick away.")


def _region(result, today) -> Iterator[Objection]:
    yield from _place(result.region_rank, result.region_of, "region_rank", "region_of")
    if result.region_rank and result.rank and result.region_rank > result.rank:
        yield "region_rank", _("In the region the rank cannot be worse than in the whole country.")
    if result.region_of and result.rank_of and result.region_of > result.rank_of:
        yield "region_of", _("The region cannot have more members than the whole country.")


def _place(rank, among, rank_name: str, among_name: str) -> Iterator[Objection]:
    """A rank and its denominator, each with the other."""
    if rank is not None and among is None:
        yield among_name, _("Say among how many; without it the rank means nothing.")
    elif rank is not None and not 1 <= rank <= among:
        yield rank_name, _("The rank lies between 1 and %(among)s.") % {"among": among}


def _changes(result, today) -> Iterator[Objection]:
    """What was a year before must have been possible."""
    if result.change_value is not None and result.value is not None and result.value < result.change_value:
        yield "change_value", _("With this change the value of the year before would be less than 0.")
    if result.change_rank is not None and result.rank is not None and result.rank + result.change_rank < 1:
        yield (
            "change_rank",
            _(
                "With this change the rank of the year before would be less than 1."
                " Places gained are positive, places lost negative."
            ),
        )


def _day(result, today) -> Iterator[Objection]:
    day = result.published_on
    if day and day > today:
        yield "published_on", _("This day is still to come.")
    elif day and day.year < result.review.year:
        words = _("Results of %(year)s were not published before %(year)s.")
        yield "published_on", words % {"year": result.review.year}


def _reason(result, today) -> Iterator[Objection]:
    """A dash on the page always comes with its reason."""
    missing = [
        words for figure, words in ((result.value, _("value")), (result.rank, _("rank"))) if figure is None
    ]
    if missing and not result.note:
        words = _("Say why there is no %(figures)s; the page shows this reason beside the dash.")
        yield "note", words % {"figures": ", ".join(missing)}
