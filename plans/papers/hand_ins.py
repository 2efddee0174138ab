"""Which unit has handed in its submission, when, and which has not: one line a unit."""

from dataclasses import dataclass
from datetime import date

from plans.models import Submission
from plans.models.submissions.submission import WAITING
from tracker.models import Event, UnitGroup

from .wording import UNKNOWN, short_day

NO_GROUP = "Cơ quan, đơn vị khác"
STANDINGS = {"submitted": "Đã nộp, đang xem xét", "accepted": "Đã tiếp nhận", "exempt": "Được miễn"}
RETURNED, MISSING = "Trả lại, chưa nộp lại", "Chưa nộp"


@dataclass(frozen=True)
class HandIn:
    """One unit's submission as it stands on a day."""

    submission: Submission
    group: str
    days_late: int
    reason: str  # why the unit is exempt

    @property
    def name(self) -> str:
        return self.submission.unit.name_vi

    @property
    def is_exempt(self) -> bool:
        return self.submission.state == "exempt"

    @property
    def is_missing(self) -> bool:
        """Owed: never handed in, or returned and not handed in again."""
        return self.submission.state in WAITING

    @property
    def is_handed_in(self) -> bool:
        return not (self.is_exempt or self.is_missing)

    @property
    def standing(self) -> str:
        missing = RETURNED if self.submission.attempt else MISSING
        return STANDINGS.get(self.submission.state, missing)

    @property
    def due(self) -> str:
        return UNKNOWN if self.is_exempt else short_day(self.submission.deadline)

    @property
    def day(self) -> str:
        """When the last attempt was handed in, where one counts."""
        return short_day(self.submission.submitted_on) if self.is_handed_in else UNKNOWN

    @property
    def remark(self) -> str:
        late = f"{'Quá hạn' if self.is_missing else 'Trễ'} {self.days_late} ngày" if self.days_late else ""
        return self.reason or late


def hand_ins(review, today: date) -> list[HandIn]:
    """All units of the review in the official order: the groups of that year, then the alphabet."""
    submissions = review.submissions.with_group().select_related("unit", "review")
    groups, reasons = UnitGroup.objects.in_bulk(), _reasons(review)
    found = [_hand_in(each, groups, today, reasons) for each in submissions]
    places = {group.name_vi: group.position for group in groups.values()}
    return sorted(
        found, key=lambda each: (places.get(each.group, len(places) + 1), each.submission.unit.sort_key)
    )


def _hand_in(submission: Submission, groups: dict, today: date, reasons: dict[int, str]) -> HandIn:
    group = groups.get(submission.group_of_year)
    is_exempt = submission.state == "exempt"
    late, reason = submission.days_late(today), reasons.get(submission.pk, "")
    return HandIn(
        submission,
        group.name_vi if group else NO_GROUP,
        0 if is_exempt else late,
        reason if is_exempt else "",
    )


def _reasons(review) -> dict[int, str]:
    """Why a unit was exempted, by its submission; the last word counts."""
    told = Event.objects.filter(
        verb="exempted", subject="submission", subject_id__in=review.submissions.values("pk")
    )
    return dict(told.order_by("pk").values_list("subject_id", "reason"))
