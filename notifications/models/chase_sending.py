"""Sending letters: one, or one text to many units, each for itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Refused, require
from tracker.models import Event, Unit

from . import chase_occasions
from .chase_rules import Occasion
from .chase_subjects import OVERDUE

CHASING = "chasing"


@dataclass(frozen=True)
class Sent:
    """What became of one text to many units: the letters, and why the others got none."""

    letters: list
    refused: list[tuple[Unit, str]]


class ChaseSending:
    """The verbs of the letters' queryset."""

    def occasions(self, units: Iterable[Unit], *, by, now: datetime, about: str = OVERDUE) -> list[Occasion]:
        """How things stand with each of these units at this moment."""
        return chase_occasions.of(self, units, by=by, now=now, about=about)

    @transaction.atomic
    def send(self, unit, *, by, now: datetime, words: str, about: str = OVERDUE, level: str = CHASING,
             batch: UUID | None = None):  # fmt: skip
        """Chase the unit: its people get these words with what is overdue, or missing, at this moment.

        Raises Invalid for words that cannot be sent, and Refused when the rules forbid it: see `Occasion`.
        """
        # Of two who press at once, one waits here and then finds the other's letter.
        type(unit).objects.select_for_update(no_key=True).get(pk=unit.pk)
        (occasion,) = self.occasions([unit], by=by, now=now, about=about)
        text = occasion.expect(words)
        letter = self.create(
            unit=unit, words=text, about=about, level=level, submission=occasion.subject.submission,
            batch=batch or uuid4(), chased_on=occasion.today, chased_at=now, chased_by=by.user,
        )  # fmt: skip
        letter.actions.set(occasion.subject.actions)
        Event.record(letter, "chased", by=by, today=occasion.today, reason=text,
                     after=occasion.as_proof(words, level))  # fmt: skip
        return letter

    @transaction.atomic
    def send_many(
        self, units: Iterable[Unit], *, by, now: datetime, words: str, about: str, level: str
    ) -> Sent:
        """Chase each unit with the same text; a unit that cannot be chased keeps none of the others from it.

        Raises Invalid for words that cannot be sent, and Refused when nobody at all can be chased.
        """
        require(rules.may_chase(by), _("Only Home Affairs sends chasing letters."))
        sent, batch = Sent([], []), uuid4()
        for unit in sorted(units, key=lambda unit: unit.pk):  # everybody locks in the same order
            try:
                letter = self.send(unit, by=by, now=now, words=words, about=about, level=level, batch=batch)
                sent.letters.append(letter)
            except Refused as refusal:
                sent.refused.append((unit, str(refusal)))
        require(sent.letters, _reasons(sent.refused))
        return sent


def _reasons(refused: list[tuple[Unit, str]]) -> str:
    """Why nothing was sent at all."""
    if not refused:
        return _("Choose at least one unit.")
    if len(refused) == 1:
        return refused[0][1]
    told = "; ".join(f"{unit}: {reason}" for unit, reason in refused)
    return _("No letter was sent. %(reasons)s") % {"reasons": told}
