"""How many units have handed in, in time and late, and how many have not: of all, and of each group."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .hand_ins import HandIn
from .wording import long_day, percent, short_day

OPENING = (
    "Có {total} cơ quan, đơn vị thuộc diện đánh giá{exempt}; thời hạn nộp báo cáo kiểm điểm về Sở Nội vụ: {due}. "
    "Tính đến {day}:"
)
EXEMPT = ", trong đó {exempt} cơ quan, đơn vị được miễn, {owing} cơ quan, đơn vị phải nộp báo cáo kiểm điểm"


@dataclass(frozen=True)
class Tally:
    """How many units of one group, or of all, stand where."""

    name: str
    total: int
    exempt: int
    on_time: int
    late: int
    returned: int
    missing: int
    accepted: int

    @classmethod
    def of(cls, name: str, units: Iterable[HandIn]) -> "Tally":
        units = list(units)
        counted = Counter(map(_kind, units))
        accepted = sum(each.submission.state == "accepted" for each in units)
        kinds = {kind: counted[kind] for kind in ("exempt", "on_time", "late", "returned", "missing")}
        return cls(name=name, total=len(units), accepted=accepted, **kinds)

    @property
    def owing(self) -> int:
        return self.total - self.exempt

    @property
    def handed_in(self) -> int:
        return self.on_time + self.late

    @property
    def examined(self) -> int:
        """Those of the handed in that still wait to be decided."""
        return self.handed_in - self.accepted


def words(review, units: list[HandIn], today: date) -> dict:
    """The figures of all, and the sentence before them."""
    tally = Tally.of("Tổng số", units)
    exempt = EXEMPT.format(exempt=tally.exempt, owing=tally.owing) if tally.exempt else ""
    due = short_day(review.submissions_due_on)
    return {
        "tally": tally,
        "handed_in_share": percent(tally.handed_in, tally.owing),
        "handed_in_opening": OPENING.format(total=tally.total, exempt=exempt, due=due, day=long_day(today)),
    }


def by_group(units: list[HandIn]) -> list[Tally]:
    groups = dict.fromkeys(each.group for each in units)
    return [Tally.of(group, (each for each in units if each.group == group)) for group in groups]


def _kind(unit: HandIn) -> str:
    if unit.is_exempt:
        return "exempt"
    if unit.is_missing:
        return "returned" if unit.submission.attempt else "missing"
    return "late" if unit.days_late else "on_time"
