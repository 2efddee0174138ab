"""The answer in a few sentences, made from the figures of the page and nothing else."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from tracker.figures import figure

from .account import NextYear
from .answers import Answer
from .indices import IndexAccount


def sentences(account: NextYear) -> Iterator[str]:
    """Criteria first, then points by index, then the work, then what nobody took up."""
    yield _criteria(account)
    yield from (_points(each) for each in account.indices if each.compared)
    if account.unmeasured:
        yield _unmeasured(account)
    yield _work(account)
    if account.unaddressed:
        yield _unaddressed(account)


def _criteria(account: NextYear) -> str:
    answers = sum((each.answers for each in account.indices), Counter())
    counted = {answer.value: answers[answer] for answer in Answer}
    figures = counted | {"all": answers.total(), "year": account.review.year, "then": account.year_then}
    if not answers.total():
        return (
            _("No points lost in %(year)s are recorded, neither as points of criteria nor by weaknesses.")
            % figures
        )
    if account.then is None:
        return _("In %(year)s %(all)s criteria lost points. Whether they came back cannot be said yet: the review of"
                 " %(then)s has not begun.") % figures  # fmt: skip
    if account.is_whole_province:
        return _("Of %(all)s criteria that lost points in %(year)s, %(wholly)s came back wholly in %(then)s,"
                 " %(partly)s partly and %(not)s not at all; %(more)s lost more, and of %(unknown)s it cannot"
                 " be said.") % figures  # fmt: skip
    return _("Your unit has weaknesses or actions under %(all)s criteria that lost points in %(year)s. Of these"
             " %(wholly)s came back wholly in %(then)s, %(partly)s partly and %(not)s not at all; %(more)s lost more,"
             " and of %(unknown)s it cannot be said.") % figures  # fmt: skip


def _points(account: IndexAccount) -> str:
    """Only of criteria whose points of both years can be reckoned with."""
    figures = {"index": account.index, "back": figure(abs(account.back)), "lost": figure(account.lost)}
    if account.back < 0:
        return _("%(index)s: %(back)s points more were lost on top of %(lost)s.") % figures
    return _("%(index)s: %(back)s of %(lost)s points came back.") % figures


def _unmeasured(account: NextYear) -> str:
    words = _("Of %(count)s more criteria with weaknesses no points lost are recorded or stated.")
    return words % {"count": len(account.unmeasured)}


def _work(account: NextYear) -> str:
    work = account.work
    if not work.actions:
        return _("No accepted action stands against it.")
    figures = work.counts | {"done": work.done, "total": work.total}
    return _("Of %(total)s actions %(done)s are completed, %(late)s of them late; %(open)s are still open and"
             " %(dropped)s are no longer applicable and not counted.") % figures  # fmt: skip


def _unaddressed(account: NextYear) -> str:
    count = {"count": len(account.unaddressed)}
    if account.is_whole_province:
        return _("Points lost that no action addresses: %(count)s criteria.") % count
    return _("Points lost that no action of your unit addresses: %(count)s criteria.") % count
