"""An amendment comes into force: what the signed paper says is recorded, every change applied, the version frozen."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.amendments.applying import apply_all
from plans.models.planning import signed_file as scans
from plans.models.planning.scanned import Scanned
from plans.models.planning.signed_paper import expect_signed_paper, hold_numbers
from plans.models.planning.version import PlanVersion
from tracker.errors import Refused, require
from tracker.models import Action
from tracker.vietnamese import tidy


class AmendmentIssue(Scanned):
    @property
    def is_issued(self) -> bool:
        return self.state == "issued"

    @transaction.atomic
    def issue(self, *, by, today: date, number: str, issued_on: date, signer_name: str, signer_title: str = "",
              signed_file=None, version: int | None = None) -> PlanVersion:  # fmt: skip
        """All or nothing: lines, dates and words as they were prepared, and what the plan says now frozen."""
        hold_numbers()
        self._begin(by)
        self.plan.refresh_from_db()
        words = {
            "number": number,
            "issued_on": issued_on,
            "signer_name": signer_name,
            "signer_title": signer_title,
        }
        scan = self._examined(words, signed_file, today)
        changes = self._ready_changes()
        texts = {name: tidy(text) for name, text in words.items() if name != "issued_on"}
        self._change("amended", by=by, today=today, version=version, state="issued", issued_on=issued_on,
                     **texts, **scan)  # fmt: skip
        apply_all(changes, by=by, today=today)
        self.plan._change("amended", by=by, today=today, reason=texts["number"], state="amended")
        frozen = PlanVersion.freeze(self.plan, today, self)
        scans.keep(self, signed_file)
        return frozen

    def problems(self) -> list[str]:
        """Why changes cannot be made as things stand, a sentence each; looked at again when it is issued."""
        return _problems(self.changes.in_order())

    def _ready_changes(self) -> list:
        """The changes, with the work behind them held until they are applied."""
        actions = Action.objects.filter(pk__in=self.changes.actions()).order_by("pk")
        list(actions.select_for_update(no_key=True).values("pk"))
        changes = list(self.changes.in_order())
        require(changes, _("The amendment changes nothing yet. Note at least one change first."))
        if problems := _problems(changes):
            raise Refused(_("Not everything can be changed as it is planned.") + " " + " ".join(problems))
        for change in changes:
            change.amendment = self
        return changes

    def _examined(self, words: dict, file, today: date) -> dict:
        """The columns of the scan, once number, date and signer can stand on a paper of this plan."""
        expect_signed_paper(self, **words, since=self.plan.issued_on, today=today)
        return scans.examined(file)


def _problems(changes: Iterable) -> list[str]:
    told = [(change, change.why_not()) for change in changes]
    return [change.sentence(why_not) for change, why_not in told if why_not]
