"""A paper or an import came to its end while whoever started it was elsewhere: what came of it, and what to do."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import Truncator

from plans.models import ImportJob, PaperJob
from plans.models.imports.undoing import UNDONE_WITHIN

from .contents import Item
from .draft import Draft
from .letter import Letter, letter

LONGEST_NAME = 42  # in a subject, so that what came of it is not cut off


@dataclass(frozen=True)
class Done:
    """One job: how it ended, and the page on which one goes on."""

    job: PaperJob | ImportJob
    url: str

    @property
    def how(self) -> str:
        """A paper is ready, gone again or failed; an import is checked, imported or refused."""
        if isinstance(self.job, ImportJob):
            return "refused" if self.job.trouble else self.job.state
        return "gone" if self.job.state == "ready" and not self.job.file else self.job.state

    @property
    def name(self) -> str:
        """What was brought, or asked for."""
        if isinstance(self.job, ImportJob):
            return self.job.file_name
        return f"{self.job.name} ({self.job.get_format_display()})"

    @property
    def short_name(self) -> str:
        return Truncator(self.name).chars(LONGEST_NAME)

    @property
    def undone_until(self) -> datetime:
        return self.job.imported_at + UNDONE_WITHIN


def job_done(draft: Draft) -> Letter:
    """What the reader has started is done, or could not be done."""
    jobs = [_done(item, draft) for item in draft.items]
    return letter("job_done", draft, jobs=jobs, first=jobs[0], button_url=jobs[0].url)


def _done(item: Item, draft: Draft) -> Done:
    return Done(item.thing, draft.link_to(item.obligation.subject_type, item.thing))
