"""What these figures cannot tell, in plain words: the general limits always, the others where they apply."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .account import NextYear
from .answers import Why


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
    yield _("Recorded points are what was published; points that weaknesses state are what was said of them."
            " They are shown side by side and never added to one another.")  # fmt: skip
    yield _("A criterion of %(then)s is taken for the same when index and code are the same.") % years
    yield _(
        "Points of a part are not counted beside those of its whole, and different indices are not added up."
    )
    if late := account.work.done_after(account.measured_until):
        words = _("Actions reported completed only after 31/12/%(then)s: %(count)s. The result of %(then)s cannot show"
                  " them.")  # fmt: skip
        yield words % (years | {"count": late})
    yield from _of_the_indices(account, years)


def _of_the_indices(account: NextYear, years: dict) -> Iterator[str]:
    for each in account.indices:
        name = {"index": each.index, "why": each.value.obstacle and each.value.obstacle.label}
        if each.result_then and not each.value.is_direct:
            yield _("%(index)s: values of the two years are %(why)s.") % name
        if each.result_then and not each.rank.is_direct:
            yield _("%(index)s: ranks of the two years are %(why)s.") % (
                name | {"why": each.rank.obstacle.label}
            )
        if changed := sum(row.verdict.why == Why.OTHER_MAXIMUM for row in each.rows):
            words = _(
                "%(index)s: %(count)s criteria have another maximum in %(then)s; their points are not compared."
            )
            yield words % (years | name | {"count": changed})
