"""Moves the sample's dates by whole weeks, so that weekdays stay and the sample is alive on a given day."""

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Shift:
    """How many weeks later than in 2022 the sample's life takes place."""

    weeks: int = 0

    @classmethod
    def after(cls, lived_until: date, as_of: date) -> "Shift":
        """The shift that lets as_of fall on one of the seven days after the last day lived."""
        return cls((as_of - lived_until - timedelta(days=1)) // WEEK)

    def day(self, written: str) -> date:
        """The day on which something written with its date of 2022 takes place."""
        return date.fromisoformat(written) + self.weeks * WEEK


def in_words(day: date) -> str:
    """The date as Vietnamese papers print it: days under 10 and the months 1 and 2 with a leading zero."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
