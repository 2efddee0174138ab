"""Where the plan stands in a few sentences, made from the figures; one that would say nothing is left out."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.templatetags.page import day
from tracker.templatetags.status import share

from . import falls
from .week import Week


def of_plan(
    totals: dict, groups: list[dict], results: Iterable, indices: list, week: Week | None
) -> list[str]:
    """How much is done, which group is slowest, which indices fell, and what the week brought."""
    if not totals["total"]:
        return [_("No action of this plan is followed up yet."), *falls.told(results, indices)]
    told = [_done(totals), _overdue(totals), _slowest(groups), *falls.told(results, indices), _moved(week)]
    return [sentence for sentence in told if sentence]


def _done(totals: dict) -> str:
    done, total = totals["done_on_time"] + totals["done_late"], totals["total"]
    words = {"done": done, "total": total, "late": totals["done_late"], "share": share(done, total)}
    if not done:
        return _("Of %(total)s actions none is completed yet.") % words
    if not totals["done_late"]:
        return _("Of %(total)s actions %(done)s are completed (%(share)s), all in time.") % words
    return _("Of %(total)s actions %(done)s are completed (%(share)s), %(late)s of them late.") % words


def _overdue(totals: dict) -> str:
    still = totals["open_late"] + totals["open_in_time"]
    words = {"late": totals["open_late"], "open": still}
    if not still:
        return ""
    if not totals["open_late"]:
        return _("None of the %(open)s not completed is overdue.") % words
    return _("Of the %(open)s not completed, %(late)s are overdue.") % words


def _slowest(groups: list[dict]) -> str:
    """The groups with the largest share overdue; nothing where all are alike, or there is only one."""
    shares = {str(row["thing"]): Fraction(row["open_late"], row["total"]) for row in groups if row["thing"]}
    worst = max(shares.values(), default=Fraction(0))
    names = [name for name, late in shares.items() if late == worst]
    if not worst or len(names) == len(shares):
        return ""
    words = {
        "groups": get_text_list(names, _("and")),
        "share": share(worst.numerator, worst.denominator),
    }
    return (
        ngettext(
            "Slowest group: %(groups)s (%(share)s overdue).",
            "Slowest groups: %(groups)s (%(share)s overdue each).",
            len(names),
        )
        % words
    )


def _moved(week: Week | None) -> str:
    """Against a week ago; nothing where it was not counted then."""
    if week is None:
        return ""
    words = {"day": day(week.since), "done": _done_since(week.done), "overdue": _overdue_since(week.overdue)}
    if not (week.done or week.overdue):
        return _("Since %(day)s neither the completed nor the overdue have become more or fewer.") % words
    return _("Since %(day)s: %(done)s, %(overdue)s.") % words


def _done_since(more: int) -> str:
    if not more:
        return _("as many completed")
    return (_("%(n)s more completed") if more > 0 else _("%(n)s fewer completed")) % {"n": abs(more)}


def _overdue_since(more: int) -> str:
    if not more:
        return _("as many overdue")
    return (_("%(n)s more overdue") if more > 0 else _("%(n)s fewer overdue")) % {"n": abs(more)}
