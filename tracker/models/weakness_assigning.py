"""What Home Affairs does with weaknesses: assigns them to units, rewords, withdraws, and takes over last year's."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .tracked import create
from .weakness_takers import expect_takers, takers_of

ASSIGNED_IN = ("preparing", "open", "consolidating")
ANSWERS = ("causes", "responsibilities", "actions", "questions", "repeated_by")


class WeaknessAssigning:
    """Until a unit has written something under a weakness, its words are Home Affairs' own."""

    @classmethod
    @transaction.atomic
    def assign(cls, *, by, today: date, review, units: Iterable = (), **words) -> list:
        """Give each of these units the weakness under a number of its own; without units it is province-wide.

        All of them get it or none: Invalid names the units that cannot take it.
        """
        review = _held(review, by)
        _expect_sound(words)
        expect_takers(review, units, words["title"])
        given = [(unit, words) for unit in units] or [(None, words)]
        return [cls._give(review, unit, by, today, **each) for unit, each in given]

    @classmethod
    @transaction.atomic
    def take_over(cls, *, by, today: date, review, weaknesses: Iterable) -> list:
        """Each old weakness goes on in this review, with the unit or with whoever took over its work.

        What was taken over already is refused, so that nothing stands there twice.
        """
        review = _held(review, by)
        if not weaknesses:
            raise Invalid({"weaknesses": _("Tick at least one weakness.")})
        _expect_not_taken(cls, review, weaknesses)
        return [
            cls._give(review, unit, by, today, repeats=old, **_words_of(old))
            for old in weaknesses
            for unit in takers_of(review, old)
        ]

    @transaction.atomic
    def reword(self, *, by, today: date, version: int | None = None, **words) -> bool:
        """Say it in other words, under another index, or with other points; True when that changed something."""
        self._expect_unanswered(by)
        _expect_sound(words)
        columns = dict(_column(name, value) for name, value in words.items())
        changed = {name: value for name, value in columns.items() if value != getattr(self, name)}
        if changed:
            self._change("reworded", by=by, today=today, version=version, **changed)
            self.save(update_fields=["plain"])
        return bool(changed)

    @transaction.atomic
    def withdraw(self, *, by, today: date, version: int | None = None) -> None:
        """Take it away as if it had not been assigned; its words stay in the history."""
        self._expect_unanswered(by)
        words = {"ref": self.ref, "title": self.title, "statement": self.statement}
        self._change("weakness_withdrawn", by=by, today=today, version=version, parts=(words, {}))
        self.delete()

    @property
    def is_unanswered(self) -> bool:
        """It was assigned, whoever answers it still has it in hand, nothing is written under it or was handed in."""
        is_written = self.objection or any(getattr(self, part).exists() for part in ANSWERS)
        was_handed_in = hasattr(self, "row")
        return self.origin == "assigned" and not is_written and not was_handed_in and self._is_in_hand

    @property
    def _is_in_hand(self) -> bool:
        if self.review.state == "preparing":
            return True
        owed = self.review.submissions.filter(unit=self.unit_id).first()
        return owed.is_writable if owed else self.review.state in ASSIGNED_IN

    def _expect_unanswered(self, by) -> None:
        require(rules.may_run_review(by), _("Only Home Affairs assigns weaknesses."))
        require(
            self.is_unanswered, _("The unit has begun to answer it or has handed it in; it stays as it is.")
        )

    @classmethod
    def _give(cls, review, unit, by, today: date, **words):
        weakness = cls(ref=review.next_weakness_ref(), review=review, unit=unit, **words)
        create(weakness, "given", by=by, today=today, title=weakness.title)
        for owed in review.submissions.filter(unit=unit):  # none before the review is opened
            owed.be_given(weakness, by=by, today=today)
        return weakness


def _held(review, by):
    """The review, locked: it is not opened, and no colleague assigns, before this is done."""
    require(rules.may_run_review(by), _("Only Home Affairs assigns weaknesses."))
    held = type(review).objects.select_for_update().get(pk=review.pk)
    held._expect_state(*ASSIGNED_IN)
    return held


def _words_of(old) -> dict:
    return {name: getattr(old, name) for name in ("title", "statement", "index", "criterion", "is_sample")}


def _expect_sound(words: dict) -> None:
    faults = {name: _("Say it in words; this cannot stay empty.") for name in ("title", "statement")
              if name in words and not tidy(words[name])}  # fmt: skip
    if (words.get("points_lost") or 0) < 0:
        faults["points_lost"] = _("Points lost are 0 or more.")
    if faults:
        raise Invalid(faults)


def _expect_not_taken(weakness, review, weaknesses: Iterable) -> None:
    taken = weakness.objects.filter(review=review, repeats__in=weaknesses).select_related("repeats")
    if names := ", ".join(sorted({each.repeats.ref for each in taken})):
        raise Invalid({"weaknesses": _("Taken over already: %(names)s.") % {"names": names}})


def _column(name: str, value) -> tuple[str, object]:
    """A thing is kept as its id, words in their tidy form."""
    if name in ("index", "criterion"):
        return f"{name}_id", value.pk if value else None
    return name, tidy(value) if isinstance(value, str) else value
