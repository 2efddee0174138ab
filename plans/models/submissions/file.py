"""Files that go with a submission, such as the signed report."""

import secrets
from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker.errors import require
from tracker.files import examine
from tracker.models.evidence_verbs import sha256_of


def random_name(attached, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"submissions/{secrets.token_hex(16)}"


class SubmissionFileQuerySet(models.QuerySet):
    def live(self):
        """Those that count: not removed."""
        return self.filter(removed_at=None)


class SubmissionFile(models.Model):
    """A file that was attached; removed ones stay visible as removed."""

    submission = models.ForeignKey(
        "plans.Submission", models.PROTECT, related_name="files", verbose_name=_("submission")
    )
    file = models.FileField(_("file"), upload_to=random_name)
    file_name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(_("type of file"), max_length=100, blank=True)
    added_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, editable=False)
    removed_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = SubmissionFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a submission")
        verbose_name_plural = _("files of submissions")
        ordering = ["pk"]

    def __str__(self):
        return self.file_name


class FileVerbs:
    """Attaching and removing files while the submission is with the unit."""

    @transaction.atomic
    def attach(self, file, *, by, today: date) -> SubmissionFile:
        """Attach a file that is what its name says; its SHA-256 is kept so that a change would show."""
        self._begin(by, today)
        sound = examine(file)
        attached = self.files.create(file=file, file_name=sound.name, size=file.size, sha256=sha256_of(file),
                                     media_type=sound.media_type, added_by=by.user)  # fmt: skip
        self._change("file_attached", by=by, today=today, reason=sound.name)
        return attached

    @transaction.atomic
    def detach(self, attached: SubmissionFile, *, by, today: date) -> None:
        """Take a file out of account; its entry stays readable."""
        self._begin(by, today)
        gone = gettext("This file has already been removed.")
        attached.refresh_from_db()  # perhaps a colleague was faster
        require(attached.submission_id == self.pk and attached.removed_at is None, gone)
        attached.removed_at, attached.removed_by = timezone.now(), by.user
        attached.save(update_fields=["removed_at", "removed_by"])
        self._change("file_removed", by=by, today=today, reason=attached.file_name)
