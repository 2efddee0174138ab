"""The Word templates of the papers: which is in use, fetched, replaced, given up for the built-in one."""

from django.http import Http404
from django.utils import timezone
from rest_framework.response import Response

from plans.models import PaperTemplate
from plans.papers.catalogue import PAPERS
from plans.papers.word_templates.template_in_force import file_in_force
from tracker import rules
from tracker.api.bodies import FileParser
from tracker.api.downloads import download
from tracker.api.endpoint import Endpoint
from tracker.api.writing import OK, once, words_of

from .bodies import NothingMore, TemplateBody
from .files import BINARY
from .shapes_papers import TemplateRow, TemplatesWhole


class TemplateEndpoint(Endpoint):
    """Templates are kept by Home Affairs; for others there are none."""

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if not rules.may_keep_templates(self.actor):
            raise Http404

    def expect(self, kind: str) -> None:
        if kind not in PAPERS:
            raise Http404


class Templates(TemplateEndpoint):
    """Each paper with the template with which it is written."""

    answer = TemplatesWhole

    def get(self, request):
        return Response({"results": [_row(kind) for kind in PAPERS]})


class TemplateFile(TemplateEndpoint):
    """The template in use, to be changed in Word."""

    answer = BINARY

    def get(self, request, kind: str):
        self.expect(kind)
        return download(*file_in_force(kind))


class TemplateChange(TemplateEndpoint):
    """A change of what papers of one kind are written with."""

    body, result, status, needs_version = NothingMore, TemplateRow, OK, False

    def post(self, request, kind: str):
        self.expect(kind)
        words = words_of(request, self.body)
        status, answer = once(request, words, lambda: self.change(kind, **words))
        return Response(answer, status)

    def change(self, kind: str, **words) -> tuple[int, dict]:
        self.do(kind, **words, by=self.actor, now=timezone.now())
        return self.status, _row(kind)


class Replacing(TemplateChange):
    """Write papers of this kind with this file from now on (multipart/form-data); a faulty one changes nothing."""

    parser_classes = [FileParser]
    body, do = TemplateBody, staticmethod(PaperTemplate.replace)


class Restoring(TemplateChange):
    """Write papers of this kind with the built-in template again."""

    do = staticmethod(PaperTemplate.restore)


def _row(kind: str) -> dict:
    used = PaperTemplate.in_use(kind)
    return {
        "kind": kind,
        "formats": list(PAPERS[kind].formats),
        "is_built_in": used is None,
        "file_name": used.file_name if used else "",
        "sha256": used.sha256 if used else "",
        "uploaded_by": used.uploaded_by.full_name if used else None,
        "uploaded_at": used.uploaded_at.isoformat() if used else None,
    }
