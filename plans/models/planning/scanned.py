"""The scan of a signed paper that comes after its issue was recorded, of plans and amendments alike."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from plans.models.planning import signed_file as scans
from tracker import rules
from tracker.errors import Invalid, require


class Scanned:
    """Whatever is issued on paper: its scan is added once, and stays."""

    @transaction.atomic
    def attach_signed_file(self, file, *, by, today: date, version: int | None = None) -> None:
        """Add the signed paper after the issue was recorded; once it is there it stays."""
        self._lock()
        require(rules.may_issue_plan(by), _("Only Home Affairs attaches the signed paper."))
        require(self.is_issued, _("Record the issue first; the signed paper goes with it."))
        require(not self.signed_file, _("The signed paper is there already; it stays as it is."))
        columns = scans.examined(file)
        if not columns:
            raise Invalid({"signed_file": _("Choose the file.")})
        self._change("file_attached", by=by, today=today, version=version, reason=columns["signed_file_name"],
                     **columns)  # fmt: skip
        scans.keep(self, file)

    def _lock(self) -> None:
        """Of two at once one waits here, and then sees what the other did."""
        type(self).objects.select_for_update(no_key=True).get(pk=self.pk)
        self.refresh_from_db()
