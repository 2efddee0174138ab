"""A part of a whole in percent, with one digit behind the comma of the reader's language."""

from django.utils.formats import number_format

ALMOST_NOTHING, ALMOST_ALL = 0.1, 99.9


def percent(part: int, whole: int) -> float | None:
    """For reckoning and for cells: None where there is no whole."""
    return round(100 * part / whole, 1) if whole else None


def rate(part: int, whole: int) -> str:
    """58,3%; not quite nothing and not quite all are not rounded away."""
    share = percent(part, whole)
    if share is None:
        return "–"
    if part and not share:
        return f"<{number_format(ALMOST_NOTHING, 1)}%"
    if part < whole and share == 100:
        return f">{number_format(ALMOST_ALL, 1)}%"
    return f"{number_format(share, 1)}%"
