"""The page as a workbook: criteria, units, and weaknesses that came again or were left."""

from django.utils.translation import gettext as _

from plans.papers.files.sheet import Column, Sheet

from .account import NextYear
from .ratings import UnitAccount
from .repeats import Repeat
from .rows import Row


def sheets(account: NextYear) -> list[Sheet]:
    """In the reader's language; figures as numbers, so that they can be reckoned with."""
    found = [_criteria(account), _units(account), _repeats(account)]
    return [sheet for sheet in found if sheet.rows]


def _criteria(account: NextYear) -> Sheet:
    years = {"year": account.review.year, "then": account.year_then}
    heads = [
        (_("Index"), 12), (_("Criterion"), 30), (_("Points %(year)s") % years, 8), (_("At most"), 8),
        (_("Points lost"), 8), (_("Points lost as weaknesses state"), 10), (_("Weaknesses"), 16),
        (_("Completed on time"), 8), (_("Completed late"), 8), (_("Still open"), 8), (_("No longer applicable"), 8),
        (_("Actions"), 20), (_("Points %(then)s") % years, 8), (_("At most, %(then)s") % years, 8),
        (_("Came back"), 8), (_("Answer"), 28), (_("To be kept in mind"), 30),
    ]  # fmt: skip
    rows = [_criterion(row, account) for each in account.indices for row in each.rows]
    return Sheet(_("Criteria"), _columns(heads), rows)


def _criterion(row: Row, account: NextYear) -> list:
    now, then = row.now, row.then
    name = f"{row.code} {row.criterion.name}" if row.criterion else _("under no criterion")
    points = [now and now.value, now and now.most, row.lost, row.stated]
    counts = [*row.work.counts.values(), _refs(row.work.actions)]
    answer = [then and then.value, then and then.most, row.verdict.back, row.verdict.words]
    return [
        row.index.short_name, name, *points, _refs(row.weaknesses), *counts, *answer,
        "\n".join(account.cautions(row)),
    ]  # fmt: skip


def _units(account: NextYear) -> Sheet:
    years = {"year": account.review.year, "then": account.year_then}
    heads = [
        (_("Unit"), 36), (_("Group"), 24), (_("Rating %(year)s") % years, 16), (_("Rating %(then)s") % years, 16),
        (_("Change of the rating"), 30), (_("Actions completed"), 10), (_("of them on time"), 10), (_("Actions"), 10),
    ]  # fmt: skip
    return Sheet(_("Units"), _columns(heads), [_unit(each) for each in account.units])


def _unit(each: UnitAccount) -> list:
    counts = each.work.counts
    step = str(each.step.label) if not each.why else f"{each.step.label}: {each.why.label}"
    return [
        each.now.unit.name, str(each.now.group or ""), str(each.now.rating or ""),
        str((each.then and each.then.rating) or ""), step, each.work.done, counts["on_time"], each.work.total,
    ]  # fmt: skip


def _repeats(account: NextYear) -> Sheet:
    years = {"year": account.review.year, "then": account.year_then}
    heads = [
        (_("Weakness %(year)s") % years, 40), (_("Unit"), 26), (_("Found again in %(then)s") % years, 40),
        (_("What had been promised"), 60),
    ]  # fmt: skip
    rows = [_repeat(each) for each in (*account.repeated, *account.left)]
    return Sheet(_("Again or left"), _columns(heads), rows)


def _repeat(each: Repeat) -> list:
    again = "\n".join(str(new) for new in each.again) or _("not taken over")
    done = "\n".join(
        f"{action.ref} {action.statement} – {action.get_state_display()}" for action in each.promised.actions
    )
    return [str(each.old), str(each.old.unit or _("the whole province")), again, done]


def _columns(heads: list[tuple[str, int]]) -> tuple[Column, ...]:
    return tuple(Column(head, width) for head, width in heads)


def _refs(things) -> str:
    return ", ".join(thing.ref for thing in things)
