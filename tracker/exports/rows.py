"""The rows of an export, read a few thousand at a time, and the columns they become."""

from collections.abc import Iterator
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from tracker.models import Action, Index, TimeStatus, Unit, time_status
from tracker.proof_counts import proof_counts

CHUNK = 2000
COLUMNS = (
    "pk", "ref", "weakness__ref", "weakness__title", "weakness__index_id", "statement", "lead_unit_id",
    "coordinating", "owner__full_name", "due_on", "original_due_on", "state", "accepted_on", "percent",
    "progress_on", "expected_output", "proofs", "expected", "delay_cause", "reported_on", "verified_on",
    "is_initiative",
)  # fmt: skip
PARTNERS = ArraySubquery(
    Action.coordinating_units.through.objects.filter(action=OuterRef("pk")).values("unit_id")
)


class Rows:
    """What stands in each column, in the reader's language; evidence only where he may see it."""

    def __init__(self, actions: QuerySet, actor, today: date):
        self.actions, self.actor, self.today = actions, actor, today
        self.units = {unit.pk: unit.name for unit in Unit.objects.order_by()}
        self.indices = {index.pk: index.short_name for index in Index.objects.order_by()}
        self.states = {state: str(words) for state, words in Action.State.choices}
        self.times = {status.value: str(status.label) for status in TimeStatus} | {"none": ""}
        self.proposed, self.yes = _("Proposed"), _("yes")

    @property
    def heads(self) -> list[tuple[str, int]]:
        """Each column's head and width."""
        return [
            (_("Reference"), 14), (_("Weakness"), 40), (_("Index"), 14), (_("Remedial measure"), 60),
            (_("Lead unit"), 30), (_("Coordinating units"), 30), (_("Owner"), 24), (_("Due on"), 12),
            (_("Original due date"), 12), (_("Work status"), 18), (_("Time status"), 18), (_("Percent"), 9),
            (_("Last progress"), 12), (_("Expected output"), 40), (_("Pieces of evidence"), 11),
            (_("Evidence expected"), 11), (_("Cause of the delay"), 30), (_("Reported on"), 12),
            (_("Verified on"), 12), (_("Initiative"), 10),
        ]  # fmt: skip

    def __iter__(self) -> Iterator[list]:
        read = self.actions.annotate(coordinating=PARTNERS, **proof_counts())
        for row in read.values_list(*COLUMNS, named=True).iterator(chunk_size=CHUNK):
            yield [*self._what(row), *self._when(row), *self._proof(row)]

    def _what(self, row) -> list:
        partners = "; ".join(sorted(self.units[pk] for pk in row.coordinating))
        return [
            row.ref, f"{row.weakness__ref} {row.weakness__title}", self.indices[row.weakness__index_id],
            row.statement, self.units[row.lead_unit_id], partners, row.owner__full_name,
        ]  # fmt: skip

    def _when(self, row) -> list:
        is_tracked = row.accepted_on is not None
        status = time_status.of(row, self.today).value if is_tracked else "none"
        state = self.states[row.state] if is_tracked else self.proposed
        return [row.due_on, row.original_due_on, state, self.times[status], row.percent, row.progress_on]

    def _proof(self, row) -> list:
        may_see = self.actor.sees_everything or row.lead_unit_id in self.actor.unit_ids
        counts = [row.proofs, row.expected] if may_see else [None, None]
        return [
            row.expected_output, *counts, row.delay_cause, row.reported_on, row.verified_on,
            self.yes if row.is_initiative else None,
        ]  # fmt: skip
