"""Official papers: asked for, looked after while they are written, fetched."""

from http import HTTPStatus

import orjson
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.response import Response

from plans.models import Amendment, PaperJob, PlanVersion, Submission
from plans.papers.access import expect_may_have
from tracker import reading_log
from tracker.api.bodies import dump
from tracker.api.downloads import download
from tracker.api.endpoint import Endpoint
from tracker.api.writing import once, words_of
from tracker.errors import Invalid
from tracker.models import Review

from .bodies import NothingMore, PaperBody
from .files import BINARY
from .shapes_papers import PaperPage, PaperRow

PLAIN = (
    "id", "kind", "format", "on", "state", "done", "total", "trouble", "file_name", "size", "sha256", "asked_at",
    "ready_at",
)  # fmt: skip


class PaperEndpoint(Endpoint):
    def review(self, year: int) -> Review:
        known = Review.objects.with_results_for(self.actor).held_here()
        return get_object_or_404(known, year=year - 1)

    def jobs(self, year: int):
        return PaperJob.objects.visible_to(self.actor).filter(review=self.review(year))

    def one(self, year: int, pk: int) -> PaperJob:
        return get_object_or_404(self.jobs(year), pk=pk)


class Papers(PaperEndpoint):
    """The papers that were asked for."""

    answer, body, result = PaperPage, PaperBody, PaperRow
    status, needs_version = HTTPStatus.ACCEPTED, False

    def get(self, request, year: int):
        return self.page(self.found(self.jobs(year)), _row)

    def post(self, request, year: int):
        """Ask for a paper; it is written at once by a worker, and its state says how far that is."""
        words = words_of(request, self.body)
        status, answer = once(request, words, lambda: self.ask(year, **words))
        return Response(answer, status)

    def ask(
        self, year: int, *, kind: str, format: str, submission="", amendment=None, plan_version=None, on=None
    ) -> tuple:
        review = self.review(year)
        about = {
            "submission": self._submission(review, submission),
            "amendment": self._amendment(review, amendment),
            "plan_version": self._version(review, plan_version),
        }
        job = PaperJob.ask(kind, format, by=self.actor, today=self.today, now=timezone.now(), review=review,
                           on=on, **about)  # fmt: skip
        return int(self.status), orjson.loads(dump(_row(job)))

    def _submission(self, review: Review, code: str) -> Submission | None:
        """A unit's, as far as the asker may read it."""
        visible = Submission.objects.visible_to(self.actor).filter(review=review, unit__code=code)
        if code and not visible:
            raise Invalid({"submission": _("There is no submission of %(code)s.") % {"code": code}})
        return visible.first()

    def _amendment(self, review: Review, pk: int | None) -> Amendment | None:
        visible = Amendment.objects.visible_to(self.actor).filter(plan__review=review, pk=pk)
        if pk and not visible:
            raise Invalid({"amendment": _("There is no amendment %(pk)s.") % {"pk": pk}})
        return visible.first()

    def _version(self, review: Review, number: int | None) -> PlanVersion | None:
        found = PlanVersion.objects.filter(plan__review=review, number=number)
        if number and not found:
            raise Invalid({"plan_version": _("There is no such version of the plan.")})
        return found.first()


class OnePaper(PaperEndpoint):
    """How far a paper is."""

    answer = PaperRow

    def get(self, request, year: int, pk: int):
        job = self.one(year, pk)
        job.seen_by(self.actor.user)
        return Response(_row(job))


class PaperWriting(PaperEndpoint):
    """Write the paper now, where no worker has done it; a finished one stays as it is."""

    body, result, needs_version = NothingMore, PaperRow, False
    status = HTTPStatus.OK

    def post(self, request, year: int, pk: int):
        words_of(request, self.body)
        job = self.one(year, pk)
        job.build(today=self.today, now=timezone.now())
        job.seen_by(self.actor.user)
        return Response(_row(job))


class PaperFile(PaperEndpoint):
    """The finished paper; it is kept for a day."""

    answer = BINARY

    def get(self, request, year: int, pk: int):
        job = self.one(year, pk)
        job.seen_by(self.actor.user)
        expect_may_have(self.actor, job.kind, job.subject)
        if not job.has_file(timezone.now()):
            raise Http404
        answer = download(job.file, job.file_name)
        reading_log.paper_taken(job, self.actor)
        return answer


def _row(job: PaperJob) -> dict:
    now = timezone.now()
    moving = {"has_file": job.has_file(now), "has_stopped": job.has_stopped(now)}
    return {name: getattr(job, name) for name in PLAIN} | moving
