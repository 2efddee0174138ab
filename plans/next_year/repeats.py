"""Weaknesses found again in the next year, with what had been promised; and what was left and not taken over."""

from dataclasses import dataclass

from plans.models.submissions.repeating import earlier, left_of
from tracker.models import Action, Review, Weakness

from .work import Work


@dataclass(frozen=True)
class Repeat:
    """A weakness of this year, those of the next that repeat it, and the actions that were to mend it."""

    old: Weakness
    again: list[Weakness]
    promised: Work

    @property
    def was_kept(self) -> bool:
        """Everything that was promised was done, and it came again all the same."""
        return bool(self.promised.total) and self.promised.done == self.promised.total


def repeated(then: Review, weaknesses: list[Weakness], actions: list[Action], actor) -> list[Repeat]:
    """Those among the weaknesses that the next review found again, as far as the reader may see both."""
    known = {each.pk: each for each in weaknesses}
    later = Weakness.objects.visible_to(actor).filter(review=then, repeats__in=known).select_related("unit")
    found: dict[int, list[Weakness]] = {}
    for weakness in later:
        found.setdefault(weakness.repeats_id, []).append(weakness)
    return [Repeat(each, found[pk], promised(each, actions)) for pk, each in known.items() if pk in found]


def left(review: Review, then: Review, weaknesses: list[Weakness], actions: list[Action]) -> list[Repeat]:
    """What has work left, or none planned, and is not taken over into the next review."""
    if earlier(then) != review:
        return []
    unfinished = set(left_of(then).values_list("pk", flat=True))
    return [Repeat(each, [], promised(each, actions)) for each in weaknesses if each.pk in unfinished]


def promised(weakness: Weakness, actions: list[Action]) -> Work:
    return Work.of(action for action in actions if action.weakness_id == weakness.pk)
