"""The public page of the issued plan: off until Home Affairs puts it up, and gone as soon as it takes it down."""

from datetime import date

from django.utils.translation import gettext

from tracker import rules
from tracker.errors import require


class Publishing:
    """Shown to anybody, or not: every change says who and when."""

    @property
    def is_published(self) -> bool:
        """Only what is issued is ever shown, whatever the switch says."""
        return self.is_public and self.is_issued

    def publish(self, *, by, today: date, version: int | None = None) -> None:
        """Let anybody read the issued lines and the figures, without a log-in."""
        require(rules.may_publish_plan(by), gettext("Only Home Affairs puts the plan on the public page."))
        require(self.is_issued, gettext("Only an issued plan is made public. Record its issue first."))
        require(not self.is_public, gettext("The plan is public already."))
        self._change("published", by=by, today=today, version=version, is_public=True)

    def hide(self, *, by, today: date, version: int | None = None) -> None:
        """Take the public page down: its address answers as if nothing had ever been there."""
        require(rules.may_publish_plan(by), gettext("Only Home Affairs takes the public page down."))
        require(self.is_public, gettext("The plan is not public."))
        self._change("hidden", by=by, today=today, version=version, is_public=False)
