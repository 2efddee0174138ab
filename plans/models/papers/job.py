"""A paper that somebody asked for: built by the worker, fetched within a day, then gone."""

import secrets
from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from plans.models.imports.bell import ring
from plans.models.outcome import Outcome
from plans.models.papers.building import PaperBuilding
from plans.models.papers.template import PaperKind
from plans.papers.access import expect_may_have
from plans.papers.catalogue import PAPERS, Paper
from plans.papers.subjects import dated, is_known, subject_of
from plans.progress.days import first_day
from tracker.errors import Invalid
from tracker.models import User

ONE_AND_THE_SAME = timedelta(minutes=1)
FADES_AFTER = timedelta(seconds=20)
LEFT_LYING, TRIED_FOR = timedelta(minutes=1), timedelta(minutes=30)
LIVES = timedelta(hours=24)
UNDER_WAY = ("waiting", "building")


def random_name(job, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"papers/{secrets.token_hex(16)}"


class PaperJobQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who watch the whole province see all; others what they asked for, and reports of their own units."""
        if actor.sees_everything:
            return self
        own_units = Q(kind=PaperKind.SUBMISSION, submission__unit__in=actor.unit_ids)
        return self.filter(Q(asked_by=actor.user) | own_units)

    def outlived(self, now: datetime):
        """Those whose file has lain long enough."""
        return self.filter(ready_at__lte=now - LIVES).exclude(file="")

    def left_lying(self, now: datetime):
        """Under way, but whoever was to write them has died, or was never called."""
        return self.filter(state__in=UNDER_WAY, beat_at__lte=now - LEFT_LYING)

    def forget_files(self, now: datetime) -> int:
        """Remove the files that have lain for a day; what was asked for stays readable. The number of files."""
        jobs = list(self.outlived(now))
        for job in jobs:
            job.file.delete(save=False)
            self.filter(pk=job.pk).update(file="")
        return len(jobs)


class PaperJob(PaperBuilding, Outcome):
    """What was asked for, how far it is, and the finished file."""

    class Format(models.TextChoices):
        WORD = "docx", "Word"
        EXCEL = "xlsx", "Excel"
        PDF = "pdf", "PDF"

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        BUILDING = "building", _("Being written")
        READY = "ready", _("Ready")
        FAILED = "failed", pgettext_lazy("paper", "Failed")

    kind = models.CharField(_("paper"), max_length=12, choices=PaperKind)
    format = models.CharField(_("format"), max_length=4, choices=Format)
    review = models.ForeignKey("tracker.Review", models.CASCADE, related_name="+", verbose_name=_("review"))
    submission = models.ForeignKey("plans.Submission", models.CASCADE, null=True, related_name="+")
    amendment = models.ForeignKey("plans.Amendment", models.CASCADE, null=True, related_name="+")
    plan_version = models.ForeignKey("plans.PlanVersion", models.CASCADE, null=True, related_name="+")
    on = models.DateField(_("on"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)
    total = models.PositiveIntegerField(default=0, editable=False)
    trouble = models.TextField(blank=True, editable=False)
    file = models.FileField(_("file"), upload_to=random_name, blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    asked_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked at"))
    beat_at = models.DateTimeField()
    ready_at = models.DateTimeField(_("ready at"), null=True)

    objects = PaperJobQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper asked for")
        verbose_name_plural = _("papers asked for")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "building", "ready", "failed")), name="paper_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(ready_at__isnull=False) & ~Q(sha256=""),
                name="paper_ready_has_a_file",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ({self.get_format_display()})"

    @classmethod
    @transaction.atomic
    def ask(cls, kind: str, format: str, *, by, today: date, now: datetime, review, submission=None,
            amendment=None, plan_version=None, on: date | None = None) -> "PaperJob":  # fmt: skip
        """Have this paper written. Asked twice within a minute while it waits, it is the same job.

        Raises Invalid for a format it does not have or a day that has not come, Refused when it is not theirs.
        """
        day = _expect_offered(kind, format, on or today, today)
        what = {"kind": kind, "format": format, "review": review, "submission": submission,
                "amendment": amendment, "plan_version": plan_version, "on": day}  # fmt: skip
        subject = subject_of(**what)
        expect_may_have(by, kind, subject)
        _expect_followed(kind, subject, day)
        User.objects.select_for_update(no_key=True).get(pk=by.user.pk)  # of two clicks, one waits here
        waiting = cls.objects.filter(**what, asked_by=by.user, state__in=UNDER_WAY)
        if known := waiting.filter(asked_at__gt=now - ONE_AND_THE_SAME).first():
            return known
        job = cls.objects.create(**what, asked_by=by.user, asked_at=now, beat_at=now)
        transaction.on_commit(lambda: ring("plans.write_paper", job.pk))
        return job

    @property
    def starter_id(self) -> int:
        return self.asked_by_id

    @property
    def name(self) -> str:
        """What it is, and of whom, of what or of which day when there are several."""
        return f"{self.get_kind_display()}: {about}" if (about := self._about()) else self.get_kind_display()

    def _about(self) -> str:
        if self.plan_version:
            return gettext("version %(number)s") % {"number": self.plan_version.number}
        about = self.submission.unit if self.submission else self.amendment.number if self.amendment else ""
        return gettext("as of %(day)s") % {"day": f"{self.on:%d/%m/%Y}"} if dated(self.kind) else str(about)

    @property
    def kept_until(self) -> datetime | None:
        return self.ready_at and self.ready_at + LIVES

    @property
    def paper(self) -> Paper:
        return PAPERS[self.kind]

    @property
    def subject(self):
        """What the paper is about, as it is now."""
        return subject_of(kind=self.kind, review=self.review, submission=self.submission,
                          amendment=self.amendment, plan_version=self.plan_version)  # fmt: skip

    def asked_for(self) -> dict[str, str]:
        """What would have to be asked for to get the same paper again."""
        asked = {"format": self.format, "submission": self.submission and self.submission.unit.code,
                 "amendment": self.amendment_id, "plan_version": self.plan_version and self.plan_version.number,
                 "on": f"{self.on:%d/%m/%Y}" if dated(self.kind) else ""}  # fmt: skip
        return {name: str(value) for name, value in asked.items() if value}

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    def has_stopped(self, now: datetime) -> bool:
        """Under way, but nobody has worked on it lately: it can be gone on with."""
        return self.is_under_way and now - self.beat_at > FADES_AFTER

    def ends_its_writers(self, now: datetime) -> bool:
        """Begun, never finished, and asked for long ago: whoever writes it is stopped by it."""
        return self.state == "building" and now - self.asked_at > TRIED_FOR

    def has_file(self, now: datetime) -> bool:
        """Ready, and not yet a day old."""
        return self.state == "ready" and bool(self.file) and now - self.ready_at < LIVES


def _expect_offered(kind: str, format: str, on: date, today: date) -> date:
    """The day the paper speaks of; only some papers speak of another day than today."""
    if not is_known(kind) or format not in PAPERS[kind].formats:
        raise Invalid({"format": gettext("This paper is not written in this format.")})
    if on > today:
        raise Invalid({"on": gettext("The day has not come yet: choose today or an earlier one.")})
    return on if dated(kind) else today


def _expect_followed(kind: str, plan, on: date) -> None:
    if dated(kind) and on < first_day(plan):
        words = gettext("The plan was not followed up before %(day)s. Choose that day or a later one.")
        raise Invalid({"on": words % {"day": f"{first_day(plan):%d/%m/%Y}"}})
