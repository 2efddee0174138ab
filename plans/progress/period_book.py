"""A closed period as rows of a workbook: the frozen figures, and the SHA-256 that proves them."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from plans.models import ClosedPeriod
from tracker.templatetags.page import day

from .period_page import PeriodPage, PeriodRow
from .rates import percent


class PeriodRows:
    """What stands in each column, in the reader's language; the sum comes first."""

    def __init__(self, page: PeriodPage):
        self.rows = [page.sum, *page.rows]

    @property
    def heads(self) -> list[tuple[str, int]]:
        """Each column's head and width."""
        return [
            (_("Rank for scoring"), 8), (_("Unit"), 44), (_("Group"), 30), (_("Actions in all"), 9),
            (_("Owed by the day"), 12),
            (_("Completed on time"), 12), (_("On time of what was owed, %"), 14), (_("Completed late"), 12),
            (_("Late for external reasons"), 14), (_("Not completed, in time"), 12),
            (_("Not completed, overdue"), 12), (_("Awaiting verification"), 12), (_("Extended"), 10),
            (_("Completed by the original date"), 14), (_("Past the original date"), 14),
            (_("Pieces of evidence expected"), 12), (_("Pieces of evidence given"), 12),
        ]  # fmt: skip

    def __iter__(self) -> Iterator[list]:
        return (_written(row) for row in self.rows)


def about(period: ClosedPeriod, actor) -> list[tuple[str, str]]:
    """What was closed, by whom and when."""
    return [
        (_("Plan"), str(period.plan)),
        (_("Closed period"), period.name),
        (_("Up to and including"), day(period.until)),
        (_("Closed on"), day(period.closed_on)),
        (_("Closed by"), period.closed_by.full_name),
        (_("SHA-256 of the figures"), period.sha256),
        (_("Taken out on"), f"{timezone.localtime():%d/%m/%Y %H:%M}"),
        (_("Taken out by"), actor.name),
    ]


def _written(row: PeriodRow) -> list:
    frozen = row.frozen
    return [
        row.rank, row.name or _("The whole plan"), row.group, frozen["total"], row.owed, frozen["done_on_time"],
        percent(frozen["done_on_time"], row.owed), frozen["done_late"], frozen["late_for_external_reasons"],
        frozen["open_in_time"], frozen["overdue"], frozen["reported"], frozen["extended"],
        frozen["done_by_original"], frozen["overdue_by_original"], frozen["proof_expected"], frozen["proof_given"],
    ]  # fmt: skip
