"""The Word templates of the papers: which one is in use, replacing it, and the built-in one again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plans.forms.papers.templates import RestoringForm, TemplateForm
from plans.models import PaperKind, PaperTemplate
from plans.papers.catalogue import PAPERS, Paper
from plans.papers.word_templates.tag_table import tag_lines
from plans.papers.word_templates.template_in_force import built_in_file, file_in_force
from tracker import rules
from tracker.models import Review
from tracker.stored_files import given
from tracker.views.verb import answer, require_role

from . import WORD


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Each paper with the template it is written with."""
    require_role(rules.may_keep_templates(request.actor))
    used = {
        each.kind: each
        for each in PaperTemplate.objects.filter(retired_at=None).select_related("uploaded_by")
    }
    papers = [(paper, PaperKind(kind).label, used.get(kind)) for kind, paper in PAPERS.items()]
    return render(
        request, "plans/papers/paper_templates.html", {"papers": papers, "review": Review.objects.current()}
    )


def show(request: HttpRequest, kind: str) -> HttpResponse:
    """The template in use, the tags it may hold, and the upload of another one."""
    paper = _find(request, kind)
    return answer(
        request, TemplateForm(request, None),
        lambda file: PaperTemplate.replace(kind, file, by=request.actor, now=timezone.now()),
        title=_("Template: %(paper)s") % {"paper": PaperKind(kind).label}, submit=_("Check and use it"),
        done=_("The template is sound. Papers are written with it from now on."),
        back=reverse("paper-template", kwargs={"kind": kind}), template="plans/papers/paper_template.html",
        paper=paper, used=PaperTemplate.in_use(kind), tags=tag_lines(kind), review=Review.objects.current(),
    )  # fmt: skip


@require_safe
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """The template in use, or with `?built-in=1` the one of the product, to be changed in Word."""
    _find(request, kind)
    file, name = built_in_file(kind) if request.GET.get("built-in") else file_in_force(kind)
    return given(file, as_attachment=True, filename=name, content_type=WORD)


def restore(request: HttpRequest, kind: str) -> HttpResponse:
    """Write papers with the built-in template again."""
    _find(request, kind)
    return answer(
        request, RestoringForm(request, None),
        lambda: PaperTemplate.restore(kind, by=request.actor, now=timezone.now()),
        title=_("Use the built-in template again: %(paper)s") % {"paper": PaperKind(kind).label},
        submit=_("Use the built-in one"), done=_("Papers are written with the built-in template again."),
        back=reverse("paper-template", kwargs={"kind": kind}),
        explain=_("The uploaded file is no longer used. Download it first if you want to keep it."),
    )  # fmt: skip


def _find(request: HttpRequest, kind: str) -> Paper:
    require_role(rules.may_keep_templates(request.actor))
    if kind not in PAPERS:
        raise Http404
    return PAPERS[kind]
