"""What these figures cannot tell, in plain words: the general limits always, the others where they apply."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from tracker.templatetags.page import day

from .account import NextYear
from .answers import Why
from .indices import IndexAccount


def limits(account: NextYear) -> Iterator[str]:
    """Each limit as one sentence."""
    years = {"year": account.review.year, "then": account.year_then}
    yield _(
        "This is no proof of cause: points may come back without the action, and good work may not show yet."
    )
    yield (
        _("A score of %(then)s is a survey of another year: other people were asked, at another time.")
        % years
    )
    yield _("Points lost are counted from the maximum, which nobody reaches in a survey: look at the direction rather"
            " than the sum.")  # fmt: skip
    yield from _of_the_work(account)
    yield _("A criterion of %(then)s is taken for the same when index and code are the same.") % years
    for each in account.indices:
        yield from _of_the_index(each, years)
    yield from _of_the_points(account)


def _of_the_work(account: NextYear) -> Iterator[str]:
    if account.unfinished:
        words = _("Actions still open: %(count)s. What they were to bring cannot show yet.")
        yield words % {"count": account.unfinished}
    if late := account.work.done_after(account.measured_until):
        words = _(
            "Actions reported completed only after %(day)s: %(count)s. The result of %(then)s cannot show them."
        )
        yield words % {"count": late, "day": day(account.measured_until), "then": account.year_then}


def _of_the_index(each: IndexAccount, years: dict) -> Iterator[str]:
    name = {"index": each.index, "why": each.value.obstacle and each.value.obstacle.label}
    if each.result_then and not each.value.is_direct:
        yield _("%(index)s: values of the two years are %(why)s.") % name
    if each.result_then and not each.rank.is_direct:
        yield _("%(index)s: ranks of the two years are %(why)s.") % (name | {"why": each.rank.obstacle.label})
    if each.has_other_criteria:
        words = _(
            "%(index)s: in %(then)s another version of its criteria counts; the same code may ask for other things."
        )
        yield words % (years | name)
    if changed := sum(row.verdict.why == Why.OTHER_MAXIMUM for row in each.rows):
        words = _(
            "%(index)s: %(count)s criteria have another maximum in %(then)s; their points are not compared."
        )
        yield words % (years | name | {"count": changed})


def _of_the_points(account: NextYear) -> Iterator[str]:
    rows = [row for each in account.indices for row in each.rows]
    if any(row.stated is not None for row in rows):
        yield _("Recorded points are what was published; points that weaknesses state are what was said of them."
                " They are shown side by side and never added to one another.")  # fmt: skip
    if any(row.is_part for row in rows):
        yield _("Points of a part are not counted beside those of its whole.")
    if account.review.is_sample:
        yield _(
            "Sample data: the points of criteria and the results of %(then)s are invented, not published."
        ) % {"then": account.year_then}
