"""Where what a check finds lacking is mended: a click leads there."""

from django.urls import reverse

from tracker.models.time_status import OPEN


def line(plan, item) -> str:
    """The words, the deadline and the lead unit of a line are changed here."""
    return reverse("plan-item-edit", args=[plan.review.plan_year, item.pk])


def workbench(plan) -> str:
    return reverse("plan-workbench", args=[plan.review.plan_year])


def owner(part: dict) -> str:
    """The action gets another owner here."""
    return reverse("action-owner", args=[part["ref"]])


def evidence(part: dict) -> str:
    """What is to prove the action is corrected here while it is still to be done; else it is read."""
    place = "action-expected-evidence" if part["state"] in OPEN else "action"
    return reverse(place, args=[part["ref"]])


def submission(review, of_unit) -> str:
    """Decided on where it waits for that; else read, and its unit is reminded from there."""
    name = "submission-review" if of_unit.state == "submitted" else "submission"
    return reverse(name, args=[review.year, of_unit.unit.code])


def weakness(review, found) -> str:
    if not found.unit:
        return reverse("review-weaknesses", args=[review.year])
    if found.is_accepted:
        return _row(review, found.unit.code, found.ref)
    return reverse("chain", args=[review.year, found.unit.code, found.ref])


def index(review, criterion) -> str:
    """The results of the index, with the points of each criterion."""
    return reverse("index-results", args=[review.year, criterion.criteria_set.index.code])


def _row(review, unit: str, ref: str) -> str:
    return f"{reverse('submission-review', args=[review.year, unit])}#{ref}"
