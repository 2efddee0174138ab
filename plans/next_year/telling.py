"""The answer in a few sentences, made from the figures of the page and nothing else."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.figures import figure

from .account import NextYear
from .answers import Answer
from .indices import IndexAccount

_SAID = {
    Answer.WHOLLY: gettext_lazy("came back wholly"),
    Answer.PARTLY: gettext_lazy("came back partly"),
    Answer.NOT: gettext_lazy("did not come back"),
    Answer.MORE: gettext_lazy("lost more"),
    Answer.UNKNOWN: gettext_lazy("cannot be judged"),
}


def sentences(account: NextYear) -> Iterator[str]:
    """Criteria first, those that did not come back by name; then the work, what came again, what nobody took up."""
    yield _criteria(account)
    yield from (_points(each) for each in account.indices if each.compared)
    yield from _by_name(account)
    if account.unmeasured:
        yield _unmeasured(account)
    yield _work(account)
    if account.repeated:
        yield _repeated(account)
    if account.unaddressed:
        yield _unaddressed(account)


def _criteria(account: NextYear) -> str:
    answers = sum((each.answers for each in account.indices), Counter())
    figures = {"all": answers.total(), "year": account.review.year, "then": account.year_then}
    if not answers.total():
        return (
            _("No points lost in %(year)s are recorded, neither as points of criteria nor by weaknesses.")
            % figures
        )
    if account.then is None:
        return _("In %(year)s %(all)s criteria lost points. Whether they came back cannot be said yet: the review of"
                 " %(then)s has not begun.") % figures  # fmt: skip
    if account.is_whole_province:
        words = _("Of %(all)s criteria that lost points in %(year)s, in %(then)s: %(answers)s.")
    else:
        words = _("Your unit has weaknesses or actions under %(all)s criteria that lost points in %(year)s; in"
                  " %(then)s: %(answers)s.")  # fmt: skip
    told = [f"{answers[answer]} {_SAID[answer]}" for answer in Answer if answers[answer]]
    return words % (figures | {"answers": ", ".join(told)})


def _points(account: IndexAccount) -> str:
    """Only of criteria whose points of both years can be reckoned with."""
    figures = {"index": account.index, "back": figure(abs(account.back)), "lost": figure(account.lost)}
    if account.back < 0:
        return _("%(index)s: %(back)s points more were lost on top of %(lost)s.") % figures
    return _("%(index)s: %(back)s of %(lost)s points came back.") % figures


def _by_name(account: NextYear) -> Iterator[str]:
    """What is to be asked about tomorrow, so it is named."""
    for answer in (Answer.MORE, Answer.NOT):
        if rows := account.answered(answer):
            yield f"{answer.label}: {'; '.join(row.title for row in rows)}."


def _unmeasured(account: NextYear) -> str:
    words = _("Of %(count)s more criteria with weaknesses it is not known how many points were lost; nothing can"
              " be said of them.")  # fmt: skip
    return words % {"count": len(account.unmeasured)}


def _work(account: NextYear) -> str:
    work = account.work
    if not work.actions:
        return _("No accepted action stands against it.")
    figures = work.counts | {"done": work.done, "total": work.total}
    told = [
        _("Of %(total)s actions %(done)s are completed, %(late)s of them late; %(open)s are still open."),
        _("%(dropped)s are no longer applicable and not counted.") if work.counts["dropped"] else "",
    ]
    return " ".join(filter(None, told)) % figures


def _repeated(account: NextYear) -> str:
    kept = sum(each.was_kept for each in account.repeated)
    words = _(
        "%(count)s weaknesses were found again in %(then)s; of %(kept)s of them every action had been completed."
    )
    return words % {"count": len(account.repeated), "then": account.year_then, "kept": kept}


def _unaddressed(account: NextYear) -> str:
    count = {"count": len(account.unaddressed)}
    if account.is_whole_province:
        return _("Points lost that no action addresses: %(count)s criteria.") % count
    return _("Points lost that no action of your unit addresses: %(count)s criteria.") % count
