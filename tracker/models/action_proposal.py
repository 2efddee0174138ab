"""An action while it is only proposed: planned, reworded, taken back."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .tracked import create


class ProposalVerbs:
    """A proposal is its unit's own draft until Home Affairs accepts it."""

    @classmethod
    @transaction.atomic
    def plan(
        cls,
        *,
        by,
        today: date,
        weakness,
        due_on: date | None,
        coordinating_units=(),
        expected_evidence=(),
        **fields,
    ):
        """Propose an action for a weakness, its date perhaps still open; it is watched once Home Affairs accepts it."""
        action = cls(
            ref=weakness.review.next_action_ref(),
            weakness=weakness,
            due_on=due_on,
            original_due_on=due_on,
            **fields,
        )
        _expect_order(action)
        create(action, "planned", by=by, today=today, statement=action.statement, due_on=due_on)
        action.coordinating_units.set(coordinating_units)
        action._expect_kinds(expected_evidence)
        return action

    @transaction.atomic
    def revise(
        self, *, by, today: date, coordinating_units=None, expected_evidence=None, version=None, **fields
    ) -> None:
        """Reword what was proposed, until Home Affairs accepts it; the original date follows."""
        require(rules.may_revise(by, self), _("Home Affairs has accepted this action; it stays as it is."))
        columns = columns_of(fields)
        if "due_on" in fields:
            columns["original_due_on"] = fields["due_on"]
        self._change("revised", by=by, today=today, version=version, **columns)
        self.save(update_fields=["plain"])
        if coordinating_units is not None:
            self.coordinating_units.set(coordinating_units)
        if expected_evidence is not None:
            self._expect_kinds(expected_evidence)

    @transaction.atomic
    def take_back(self, *, by) -> None:
        """Remove what was only proposed; the history of its weakness keeps the words."""
        require(rules.may_revise(by, self), _("Home Affairs has accepted this action; it stays as it is."))
        if reasons := self.why_it_stays():
            raise Invalid(reasons)
        self.expected_evidence.all().delete()
        self.delete()

    def why_it_stays(self) -> dict[str, str]:
        """What hangs on the proposal and would be lost with it; empty when it may go."""
        if self.evidence.exists():
            return {"statement": _("Evidence is attached to this action; reword it instead of removing it.")}
        if self.questions.exists():
            return {
                "statement": _("A question was asked about this action; reword it instead of removing it.")
            }
        return {}

    def _expect_kinds(self, descriptions) -> None:
        """Exactly these kinds of proof are expected; one that is already proven stays."""
        wanted = kinds_of(descriptions)
        self.expected_evidence.filter(evidence=None).exclude(description__in=wanted).delete()
        known = set(self.expected_evidence.values_list("description", flat=True))
        for description in wanted:
            if description not in known:
                self.expected_evidence.create(description=description)


def _expect_order(action) -> None:
    if not tidy(action.statement):
        raise Invalid({"statement": _("Say what will be done; this cannot stay empty.")})
    if action.starts_on and action.due_on and action.due_on < action.starts_on:
        raise Invalid({"due_on": _("The deadline lies before the start. Choose a later date.")})


def kinds_of(descriptions) -> list[str]:
    """Each kind of proof once, in tidy words, in the order given."""
    return list(dict.fromkeys(words for words in map(tidy, descriptions) if words))


def columns_of(fields: dict) -> dict:
    """Fields as columns: things by their id, words in tidy form."""
    return dict(_column(name, value) for name, value in fields.items())


def _column(name: str, value) -> tuple[str, object]:
    if name == "owner":
        return "owner_id", value.pk if value else None
    return name, tidy(value) if isinstance(value, str) else value
