"""The figures in a few sentences: where the plan stood, and what moved since an earlier day."""

from datetime import date

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.templatetags.page import day

from .lines import holds
from .rates import rate
from .table import Row

MORE = {
    "done": gettext_lazy("%(n)s more completed"),
    "overdue": gettext_lazy("%(n)s more overdue"),
    "extended": gettext_lazy("%(n)s more extended"),
    "proof_given": gettext_lazy("%(n)s more pieces of evidence"),
    "total": gettext_lazy("%(n)s more actions in all"),
}
FEWER = {
    "done": gettext_lazy("%(n)s fewer completed"),
    "overdue": gettext_lazy("%(n)s fewer overdue"),
    "extended": gettext_lazy("%(n)s fewer extended"),
    "proof_given": gettext_lazy("%(n)s fewer pieces of evidence"),
    "total": gettext_lazy("%(n)s fewer actions in all"),
}


def told(row: Row, lines: int, on: date, since: date | None) -> list[str]:
    """What the plan holds, and the sum in words; what would say nothing is left out."""
    figures = row.figures
    if not figures.total:
        return [_("On %(day)s no action of the plan was followed up.") % {"day": day(on)}]
    told = holds(lines, figures.total), _stood(figures, on), _was_late(figures), _moved(row, since)
    return [sentence for sentence in told if sentence]


def _stood(figures, on: date) -> str:
    words = {
        "day": day(on), "done": figures.done, "total": figures.total, "on_time": figures.done_on_time,
        "late": figures.done_late, "rate": rate(figures.done, figures.total),
    }  # fmt: skip
    if not figures.done:
        return _("On %(day)s none of %(total)s actions was completed.") % words
    return (
        _(
            "On %(day)s %(done)s of %(total)s actions were completed (%(rate)s): %(on_time)s on time, %(late)s late."
        )
        % words
    )


def _was_late(figures) -> str:
    still = figures.total - figures.done
    words = {"open": still, "overdue": figures.overdue, "original": figures.overdue_by_original}
    if not still:
        return ""
    if not figures.overdue:
        return _("None of the %(open)s not completed was overdue.") % words
    if figures.overdue_by_original > figures.overdue:
        return (
            _("Of the %(open)s not completed %(overdue)s were overdue; by the original dates %(original)s.")
            % words
        )
    return _("Of the %(open)s not completed %(overdue)s were overdue.") % words


def _moved(row: Row, since: date | None) -> str:
    """Against the earlier day; that nothing moved is said, too."""
    if since is None:
        return ""
    changes = [_change(name, row.moved(name)) for name in MORE if row.moved(name)]
    if not changes:
        return _("Since %(day)s nothing has moved.") % {"day": day(since)}
    return _("Since %(day)s: %(changes)s.") % {"day": day(since), "changes": get_text_list(changes, _("and"))}


def _change(name: str, by: int) -> str:
    return (MORE if by > 0 else FEWER)[name] % {"n": abs(by)}
