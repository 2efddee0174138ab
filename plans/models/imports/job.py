"""An Excel file a unit brought for its submission: read, checked, mended, written, perhaps undone."""

import secrets
from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans.imports import sheet
from plans.imports.faults import Fault
from plans.models.imports.checking import ImportChecking
from plans.models.imports.undoing import ImportUndoing
from plans.models.imports.writing import ImportWriting
from plans.models.outcome import Outcome
from tracker import rules
from tracker.errors import require
from tracker.files.names import clean_name
from tracker.models.evidence_verbs import sha256_of
from tracker.models.tracked import Tracked

LONG = 200  # rows; more are checked and written by the worker
FADES_AFTER = timedelta(seconds=20)


def random_name(job, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"imports/{secrets.token_hex(16)}"


class ImportJobQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The unit's own people only: the file names who is responsible."""
        return self.filter(submission__unit__in=actor.working_unit_ids)


class ImportJob(ImportChecking, ImportWriting, ImportUndoing, Outcome, Tracked):
    """One file and what became of it. Nothing of it is in the submission before it was confirmed."""

    class State(models.TextChoices):
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked")
        WRITING = "writing", _("Being imported")
        IMPORTED = "imported", _("Imported")
        UNDONE = "undone", _("Undone")

    submission = models.ForeignKey(
        "plans.Submission", models.PROTECT, related_name="imports", verbose_name=_("submission")
    )
    file = models.FileField(_("file"), upload_to=random_name)
    file_name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CHECKING, editable=False)
    sheet = models.JSONField(default=dict, editable=False)
    rows = models.JSONField(default=list, editable=False)
    faults = models.JSONField(default=list, editable=False)
    counts = models.JSONField(default=dict, editable=False)
    written = models.JSONField(default=list, editable=False)
    only_sound = models.BooleanField(default=False, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)
    trouble = models.TextField(blank=True, editable=False)
    brought_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("by"))
    brought_at = models.DateTimeField(_("brought at"))
    beat_at = models.DateTimeField()
    imported_by = models.ForeignKey("tracker.User", models.PROTECT, null=True, related_name="+")
    imported_at = models.DateTimeField(_("imported at"), null=True)
    undone_by = models.ForeignKey("tracker.User", models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(_("undone at"), null=True)

    objects = ImportJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("import from Excel")
        verbose_name_plural = _("imports from Excel")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "sha256"], condition=~Q(state="undone"), name="import_file_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("checking", "checked", "writing", "imported", "undone")),
                name="import_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("imported", "undone")) | Q(imported_at__isnull=False),
                name="import_has_its_time",
            ),
        ]

    def __str__(self):
        return self.file_name

    @classmethod
    @transaction.atomic
    def bring(cls, submission, *, by, now: datetime, file) -> "ImportJob":
        """Keep the file and read its rows. The same file again is the same job, until that was undone.

        Raises Invalid when the file cannot be read; then it is not kept.
        """
        expect_writable(submission, by)
        digest = sha256_of(file)
        type(submission).objects.select_for_update().get(pk=submission.pk)
        if known := cls.objects.filter(submission=submission, sha256=digest).exclude(state="undone").first():
            return known
        read = sheet.read(file)
        return cls.objects.create(
            submission=submission, file=file, file_name=clean_name(file.name), size=file.size, sha256=digest,
            rows=read.rows, sheet=_kept(read), brought_by=by.user, brought_at=now, beat_at=now,
        )  # fmt: skip

    @property
    def starter_id(self) -> int:
        """Whoever confirmed it; before that, whoever brought it."""
        return self.imported_by_id or self.brought_by_id

    @property
    def is_long(self) -> bool:
        """Too long to let the person wait for the page."""
        return len(self.rows) > LONG

    @property
    def is_under_way(self) -> bool:
        return self.state in ("checking", "writing")

    def has_stopped(self, now: datetime) -> bool:
        """Under way, but nobody has worked on it lately: it can be gone on with."""
        return self.is_under_way and now - self.beat_at > FADES_AFTER

    def all_faults(self) -> list[Fault]:
        return [Fault(**kept) for kept in self.faults]

    def _expect_writer(self, by) -> None:
        expect_writable(self.submission, by)

    def _lock_in(self, *states: str) -> None:
        """Hold the row as it is now; one after the other."""
        type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        self.refresh_from_db()
        self.submission.refresh_from_db()
        self._expect_state(*states)


def expect_writable(submission, by) -> None:
    """Only the unit's people import, and only while they are writing; the words say where the submission is."""
    words = gettext("Nothing can be imported now: the submission is “%(state)s”. The file is kept.")
    require(
        rules.may_draft_submission(by, submission), gettext("Only the unit itself writes its submission.")
    )
    require(submission.is_writable, words % {"state": submission.get_state_display()})


def _kept(read: sheet.Sheet) -> dict:
    return {
        "title": read.title, "heading_row": read.heading_row, "columns": read.columns,
        "left_out": read.left_out, "hidden": read.hidden,
    }  # fmt: skip
