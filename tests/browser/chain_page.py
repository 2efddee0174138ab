"""The card of a weakness as browser tests open it."""

from datetime import timedelta

import pytest

from tests.plans.chain_writing import place
from tracker import calendar
from tracker.models import Review

SAVED = "#luu .icon"


@pytest.fixture
def card(open_as, official, weakness):
    """Khởi at the card; the review is of these days, so that there are deadlines to choose."""
    now, later = calendar.today(), calendar.today() + timedelta(days=30)
    Review.objects.update(conference_on=now, submissions_due_on=now, plan_due_on=later)
    page = open_as(official)
    page.goto(place(weakness))
    return page


def key_of(page, part: str) -> str:
    """The key of the last row of a part."""
    return page.locator(f"input[type=hidden][name={part}]").last.get_attribute("value")
