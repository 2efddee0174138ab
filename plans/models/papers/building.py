"""Writing a paper that was asked for: once, for whoever may still have it, or with the reason why not."""

import hashlib
import logging
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from plans import papers
from plans.models.aside import hold_if_free
from plans.models.papers.template import PaperTemplate
from plans.papers.access import expect_may_have
from plans.papers.file_names import file_name
from tracker.errors import Invalid, Refused
from tracker.models import Actor

log = logging.getLogger(__name__)


class PaperBuilding:
    """What the worker does, and the page when the worker does not come."""

    def build(self, *, today: date, now: datetime, tell=lambda done, total: None) -> None:
        """Write the file; asked again it does nothing more. What goes wrong is kept in words, and nothing else."""
        try:
            with transaction.atomic():
                self._build(today, now, tell)
        except (Refused, Invalid) as refusal:
            self._give_up(str(refusal), now)
        except Exception:  # whatever a template or a library stumbles over
            log.exception("paper %s could not be written", self.pk)
            self._give_up(self._what_failed(), now)

    @transaction.atomic
    def stop_trying(self, now: datetime) -> None:
        """Nobody begins it again by himself; whoever asked for it reads so. One still being written is left alone."""
        if not hold_if_free(self):
            return
        words = _("The writing was begun several times and stopped each time before the end. Write the paper again;"
                  " if it stops again, tell the administrator.")  # fmt: skip
        self._give_up(words, now)

    def _build(self, today: date, now: datetime, tell) -> None:
        if not hold_if_free(self):
            return
        self.refresh_from_db()
        if not self.is_under_way:
            return
        subject = self.subject
        expect_may_have(Actor.of(self.asked_by, today=today), self.kind, subject)
        content = papers.written(self.paper, self.format, subject, self.on, tell)
        self._keep(content, file_name(self.paper, self.format, subject, self.on), now)

    def _keep(self, content: bytes, name: str, now: datetime) -> None:
        self.file.save(name, ContentFile(content), save=False)
        self._put(
            state="ready", ready_at=now, beat_at=now, done=F("total"), file=self.file.name, file_name=name,
            size=len(content), sha256=hashlib.sha256(content).hexdigest(), trouble="", unseen_since=Now(),
        )  # fmt: skip

    def _give_up(self, words: str, now: datetime) -> None:
        under_way = type(self).objects.filter(pk=self.pk, state__in=("waiting", "building"))
        under_way.update(state="failed", trouble=words, beat_at=now, unseen_since=Now())
        self.refresh_from_db()

    def _put(self, **fields) -> None:
        type(self).objects.filter(pk=self.pk).update(**fields)
        self.refresh_from_db()

    def _what_failed(self) -> str:
        """An uploaded template is the likely cause; it can be mended without an administrator."""
        template = PaperTemplate.in_use(self.kind) if self.format == "docx" else None
        if not template:
            return _(
                "The paper could not be written. The log of the server says why, under paper %(pk)s."
            ) % {"pk": self.pk}
        words = _(
            "The template “%(name)s” could not be filled with the words of today. Restore the built-in one."
        )
        return words % {"name": template.file_name}
