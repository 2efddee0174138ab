"""What was handed in, frozen at that moment with its SHA-256: the ground of receipt and printed copy."""

import json
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plans.models.planning.version import digest

ACTION_WORDS = ("ref", "statement", "expected_output", "starts_on", "due_on", "is_initiative")
WEAKNESS_WORDS = ("ref", "title", "statement", "origin", "objection")


class SubmissionCopy(models.Model):
    """One attempt as Home Affairs received it; never changed afterwards."""

    submission = models.ForeignKey(
        "plans.Submission", models.PROTECT, related_name="copies", verbose_name=_("submission")
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"))
    content = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    sha256 = models.CharField(max_length=64)
    handed_in_on = models.DateField(_("handed in on"))
    handed_in_at = models.DateTimeField(_("handed in at"), default=timezone.now)
    handed_in_by = models.ForeignKey(
        "tracker.User", models.PROTECT, null=True, related_name="+", verbose_name=_("handed in by")
    )
    days_late = models.PositiveSmallIntegerField(_("days late"), default=0)

    class Meta:
        verbose_name = _("copy of a submission")
        verbose_name_plural = _("copies of submissions")
        ordering = ["submission", "attempt"]
        constraints = [models.UniqueConstraint(fields=["submission", "attempt"], name="submission_copy_once")]

    def __str__(self):
        return self.receipt_number

    @property
    def receipt_number(self) -> str:
        """Year of the review, unit and attempt: `2021-STNMT-1`."""
        return f"{self.submission.review.year}-{self.submission.unit.code}-{self.attempt}"

    @classmethod
    def freeze(cls, submission, *, by, today: date) -> "SubmissionCopy":
        """Keep the words of the submission as they are now."""
        content = json.loads(json.dumps(words_of(submission, by), cls=DjangoJSONEncoder))
        return cls.objects.create(
            submission=submission, attempt=submission.attempt, content=content, sha256=digest(content),
            handed_in_on=today, handed_in_by=by.user, days_late=submission.days_late(today),
        )  # fmt: skip


def words_of(submission, by) -> dict:
    """All that is handed in: what the check page shows is what is frozen."""
    return {
        "unit": submission.unit.name_vi, "year": submission.review.year, "handed_in_by": by.signature,
        "strengths": submission.strengths, "head_responsibility": submission.head_responsibility,
        "declares_none": submission.declares_none,
        "files": list(submission.files.live().values("file_name", "size", "sha256")),
        "weaknesses": [_weakness(weakness) for weakness in submission.chains()],
    }  # fmt: skip


def _weakness(weakness) -> dict:
    return {name: getattr(weakness, name) for name in WEAKNESS_WORDS} | {
        "index": weakness.index.code, "criterion": weakness.criterion.code if weakness.criterion else None,
        "causes": [{"kind": cause.kind, "statement": cause.statement} for cause in weakness.causes.all()],
        "responsibilities": [_responsibility(each) for each in weakness.responsibilities.all()],
        "actions": [_action(action) for action in weakness.live_actions],
    }  # fmt: skip


def _responsibility(each) -> dict:
    return {"bearer": str(each), "position_title": each.position_title, "level": each.level}


def _action(action) -> dict:
    return {name: getattr(action, name) for name in ACTION_WORDS} | {
        "owner": action.owner.full_name if action.owner else "",
        "coordinating_units": [unit.name_vi for unit in action.coordinating_units.all()],
        "expected_evidence": [expected.description for expected in action.expected_evidence.all()],
    }
