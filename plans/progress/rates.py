"""A part of a whole in percent, with one digit behind the comma of the reader's language."""

from tracker.templatetags.status import share


def percent(part: int, whole: int) -> float | None:
    """For reckoning and for cells: None where there is no whole."""
    return round(100 * part / whole, 1) if whole else None


def rate(part: int, whole: int) -> str:
    """The words of the same figure: 58,3%."""
    return share(part, whole)
