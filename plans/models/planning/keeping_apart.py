"""Lines that read alike and are not the same: kept apart, and proposed again when that was a mistake."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations, product

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from plans.models.planning.item import PlanItem
from plans.models.planning.kept_apart import KeptApart
from tracker.errors import Invalid, require
from tracker.models import Action


class KeepingApartVerbs:
    """What is kept are pairs of actions, so that it outlives merging and splitting."""

    @transaction.atomic
    def keep_apart(self, first, second, *others, by, today: date, version: int | None = None) -> None:
        """These lines, or actions, are not the same, though they read alike: they are not proposed again."""
        self.hold_draft(by)
        if fresh := self._part(self._pairs_among((first, second, *others)), by, today):
            told_of = {"actions": _refs(fresh)}
            self._change("kept_apart", by=by, today=today, version=version, parts=({}, told_of))

    @transaction.atomic
    def propose_again(self, first, second, *others, by, today: date, version: int | None = None) -> None:
        """They were kept apart by mistake: what reads alike among these is proposed for merging again."""
        self.hold_draft(by)
        pairs = self._pairs_among((first, second, *others))
        asked = Q(first__in={low for low, _high in pairs}, second__in={high for _low, high in pairs})
        found = [each for each in self.kept_apart.filter(asked) if (each.first_id, each.second_id) in pairs]
        require(found, _("These lines are not kept apart; perhaps a colleague has just proposed them again."))
        KeptApart.objects.filter(pk__in=[each.pk for each in found]).delete()
        refs = {"actions": _refs((each.first_id, each.second_id) for each in found)}
        self._change("proposed_again", by=by, today=today, version=version, parts=(refs, refs))

    def _part(self, pairs: set[tuple[int, int]], by, today: date) -> list[tuple[int, int]]:
        """Keep these actions apart; returns the pairs that were not before."""
        fresh = sorted(pairs - set(self.kept_apart.values_list("first", "second")))
        KeptApart.objects.bulk_create(
            KeptApart(plan=self, first_id=low, second_id=high, by=by.user, on=today) for low, high in fresh
        )
        return fresh

    def _pairs_among(self, things) -> set[tuple[int, int]]:
        """The actions behind each thing with those behind every other, lower id first; refused when a line is gone."""
        self._lines([thing for thing in things if isinstance(thing, PlanItem)])
        behind = [_actions_of(thing) for thing in things]
        if not (pairs := pairs_between(behind)):
            raise Invalid({"line": _("Name at least two lines.")})
        return pairs


def pairs_between(behind: Iterable[list[int]]) -> set[tuple[int, int]]:
    """Every action of each list with every one of the other lists, lower id first."""
    pairs = (pair for one, two in combinations(behind, 2) for pair in product(one, two))
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def _actions_of(thing) -> list[int]:
    if isinstance(thing, Action):
        return [thing.pk]
    return list(thing.contributions.values_list("action_id", flat=True))


def _refs(pairs) -> list[str]:
    behind = Action.objects.filter(pk__in={pk for pair in pairs for pk in pair})
    return list(behind.order_by("pk").values_list("ref", flat=True))
