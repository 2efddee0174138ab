"""Which units can take a weakness in a review: those assessed that year whose submission is still with them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.vietnamese import tidy

from .review_preparation import heirs_of


def expect_takers(review, units: Iterable, title: str) -> None:
    """Raise Invalid naming every unit that cannot take a weakness of this title."""
    faults = (
        (_("Not in this review, choose them in step 2 first: %(units)s."), _strangers(review, units)),
        (_("Already have a weakness with this title: %(units)s."), _burdened(review, units, title)),
        (_("Their submission is no longer with them: %(units)s."), _handed_in(review, units)),
    )
    told = [words % {"units": ", ".join(sorted(names))} for words, names in faults if names]
    if told:
        raise Invalid({"units": " ".join(told)})


def takers_of(review, old) -> list:
    """Who goes on with an old weakness: nobody in particular when it was the province's, else unit or heirs.

    Raises Invalid when none of them is assessed this year, or can still take it.
    """
    if old.unit is None:
        return [None]
    assessed = set(review.assessed_units.values_list("unit", flat=True))
    units = [old.unit] if old.unit_id in assessed else _once_each(heirs_of(old.unit, assessed))
    if not units:
        message = _("Neither %(unit)s nor a successor is assessed this year: %(weakness)s.")
        raise Invalid({"weaknesses": message % {"unit": old.unit, "weakness": old.ref}})
    if busy := _handed_in(review, units):
        message = _("Their submission is no longer with them: %(units)s.")
        raise Invalid({"weaknesses": message % {"units": ", ".join(busy)}})
    return units


def _once_each(units: list) -> list:
    """A unit that took over from two others is still one unit."""
    return list(dict.fromkeys(units))


def _strangers(review, units: Iterable) -> list[str]:
    assessed = set(review.assessed_units.values_list("unit", flat=True))
    return [str(unit) for unit in units if unit.pk not in assessed]


def _burdened(review, units: Iterable, title: str) -> list[str]:
    same = review.weaknesses.filter(title__iexact=tidy(title)).select_related("unit")
    mine = same.filter(unit__in=units) if units else same.filter(unit=None)
    return sorted({str(each.unit or _("province-wide")) for each in mine})


def _handed_in(review, units: Iterable) -> list[str]:
    """Before the review is opened nobody owes anything; afterwards each submission is held until this is done."""
    owed = review.submissions.select_for_update(of=("self",)).filter(unit__in=units).select_related("unit")
    return [f"{each.unit} ({each.get_state_display()})" for each in owed if not each.is_writable]
