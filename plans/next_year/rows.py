"""One criterion of an index: what was lost under it, what was done about it, and what the next year measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from tracker.figures import figure
from tracker.models import Criterion, Index, Weakness
from tracker.vietnamese import plain

from .answers import Points, Verdict
from .work import Work


@dataclass(frozen=True)
class Row:
    """What was recorded and what weaknesses state are kept apart: the one is published, the other is said."""

    index: Index
    code: str
    criterion: Criterion | None
    successor: Criterion | None
    now: Points | None
    then: Points | None
    weaknesses: tuple[Weakness, ...]
    work: Work
    verdict: Verdict
    is_part: bool = False
    is_named_as_a_whole: bool = False

    @property
    def title(self) -> str:
        return f"{self.code} {self.criterion.name}" if self.criterion else self.code

    @property
    def lost(self) -> Decimal | None:
        """Below the maximum, by the recorded points."""
        return self.now.lost if self.now else None

    @property
    def stated(self) -> Decimal | None:
        """What weaknesses state as lost: of one criterion it is lost once, however many units share the loss."""
        if not self._statements:
            return None
        return max(self._statements) if self.code else sum(self._statements, Decimal(0))

    @property
    def stating(self) -> int:
        """How many weaknesses state points."""
        return len(self._statements)

    @property
    def has_lost(self) -> bool:
        return bool(self.lost or self.stated)

    @property
    def is_counted(self) -> bool:
        """A part is not counted beside its whole, and what is under no criterion is no criterion."""
        return bool(self.code) and self.has_lost and not self.is_part

    @property
    def is_addressed(self) -> bool:
        """An action that is not dropped names the criterion, a part of it, or the whole it belongs to."""
        return bool(self.work.total) or self.is_named_as_a_whole

    def cautions(self, year_then: int, after: int) -> Iterator[str]:
        """What a reader must know before he believes the answer."""
        if self.code and len(set(self._statements)) > 1:
            yield _("The weaknesses state different losses: %(points)s. The largest is shown.") % {
                "points": "; ".join(figure(points) for points in self._statements)
            }
        if self.successor and self._was_renamed:
            yield _("In %(year)s this code is named “%(name)s”.") % {
                "year": year_then,
                "name": self.successor.name,
            }
        if after:
            words = _("Completed only after %(year)s, so that this result cannot show it: %(count)s.")
            yield words % {"year": year_then, "count": after}

    @property
    def _statements(self) -> list[Decimal]:
        return [each.points_lost for each in self.weaknesses if each.points_lost]

    @property
    def _was_renamed(self) -> bool:
        return self.criterion is not None and plain(self.criterion.name_vi) != plain(self.successor.name_vi)
