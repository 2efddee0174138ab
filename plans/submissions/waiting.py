"""The submissions that wait for Home Affairs, in the order in which they are looked at."""

from dataclasses import dataclass

from django.db.models import Max

from plans.models import Submission


@dataclass(frozen=True)
class Waiting:
    """Where one submission stands among those that wait; the oldest is looked at first."""

    before: Submission | None
    after: Submission | None
    many: int
    place: int

    @classmethod
    def around(cls, submission: Submission, actor) -> "Waiting":
        """One that no longer waits is followed by the oldest of those that do."""
        line = list(_line(submission.review, actor))
        place = line.index(submission) if submission in line else -1
        before = line[place - 1] if place > 0 else None
        return cls(before, _after(line, place), len(line), place + 1)

    @classmethod
    def next_after(cls, submission: Submission, actor) -> Submission | None:
        """What is to be looked at once this one is decided: the next in line, then the oldest again."""
        line = list(_line(submission.review, actor))
        place = line.index(submission) if submission in line else -1
        others = line[place + 1 :] + line[: max(place, 0)]
        return others[0] if others else None


def _after(line: list[Submission], place: int) -> Submission | None:
    return line[place + 1] if place + 1 < len(line) else None


def _line(review, actor):
    waiting = Submission.objects.visible_to(actor).filter(review=review, state="submitted")
    in_order = waiting.annotate(handed_in_at=Max("copies__handed_in_at")).order_by(
        "submitted_on", "handed_in_at", "pk"
    )
    return in_order.select_related("unit", "review")
