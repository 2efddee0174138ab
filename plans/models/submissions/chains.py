"""The chains of a submission: its weaknesses, written while it is with the unit."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plans.models.submissions.completeness import Lack, lacks_of_all
from plans.models.submissions.file import FileVerbs
from plans.models.submissions.steps import WRITABLE
from tracker.errors import Refused, require
from tracker.models import Chain, Weakness

ROWS = (
    "causes", "responsibilities__person", "responsibilities__organisation", "actions__owner",
    "actions__coordinating_units", "actions__expected_evidence", "questions",
)  # fmt: skip


def with_chains(weaknesses: QuerySet) -> QuerySet:
    """Weaknesses of one unit or of many, read together with all that hangs on them."""
    read = weaknesses.select_related("index", "criterion", "row", "unit", "review", "repeats")
    return read.prefetch_related(*ROWS)


class SubmissionChains(FileVerbs):
    """Adding, writing and removing weaknesses; each begins the draft when it has not begun yet."""

    def chains(self) -> list[Weakness]:
        """The weaknesses with all that hangs on them, in a fixed number of queries."""
        return list(with_chains(self.weaknesses))

    def lacks(self) -> list[Lack]:
        """What is still missing before it can be handed in; empty when it is complete."""
        return lacks_of_all(self)

    def be_given(self, weakness: Weakness, *, by, today: date) -> None:
        """Home Affairs assigns one more weakness after the opening; the unit is told."""
        self._expect_state(*WRITABLE)
        self._change("weakness_given", by=by, today=today, reason=str(weakness))

    @transaction.atomic
    def add_weakness(self, *, by, today: date, **fields) -> Weakness:
        """Write down a weakness the unit found itself: title, statement, index, perhaps criterion and repeats."""
        self._begin(by, today)
        return Weakness.record(
            by=by, today=today, review=self.review, unit=self.unit, origin="found", **fields
        )

    @transaction.atomic
    def write_chain(
        self, weakness: Weakness, chain: Chain, *, by, today: date, version: int | None = None
    ) -> bool:
        """Keep what was typed for one weakness, all or nothing; True when it changed something."""
        self._begin(by, today)
        self._expect_own(weakness)
        return weakness.write(chain, by=by, today=today, version=version)

    @transaction.atomic
    def remove_weakness(self, weakness: Weakness, *, by, today: date) -> None:
        """Take away what the unit added and never handed in; the submission's history keeps its words."""
        self._begin(by, today)
        self._expect_own(weakness)
        self._expect_removable(weakness)
        for action in weakness.actions.all():
            action.take_back(by=by)
        weakness.causes.all().delete()
        weakness.responsibilities.all().delete()
        words = {weakness.ref: {"title": weakness.title, "statement": weakness.statement}}
        self._change("removed", by=by, today=today, reason=str(weakness), parts=(words, {weakness.ref: None}))
        weakness.delete()

    def _begin(self, by, today: date) -> None:
        """Whoever writes first begins the draft; afterwards chains are written side by side."""
        self._lock()
        self.refresh_from_db()
        self._expect_state(*WRITABLE)
        self._expect_writer(by)
        if self.state != "draft":
            self.draft(by=by, today=today)

    def _expect_own(self, weakness: Weakness) -> None:
        row = self.rows.filter(weakness=weakness).first()
        is_own = weakness.unit_id == self.unit_id and weakness.review_id == self.review_id
        require(is_own, _("This weakness belongs to another submission."))
        require(
            self.weaknesses.filter(pk=weakness.pk).exists(), _("A colleague has just removed this weakness.")
        )
        if row and row.decision == "accepted":
            raise Refused(_("Home Affairs has accepted this row; it stays as it is."))

    def _expect_removable(self, weakness: Weakness) -> None:
        require(weakness.origin == "found", _("Home Affairs named this weakness: answer it, or say why not."))
        require(not self.rows.filter(weakness=weakness).exists(),
                _("This weakness was handed in already; reword it instead of removing it."))  # fmt: skip
        require(
            not weakness.repeated_by.exists(),
            _("This weakness goes on in a later year; reword it instead of removing it."),
        )
        require(
            not weakness.questions.exists(),
            _("A question was asked about it; reword it instead of removing it."),
        )
