"""The proof of an action: added, read, taken out of account with a reason."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tracker import reading_log, rules
from tracker.files import may_be_shown
from tracker.forms.actions import ReasonForm
from tracker.forms.evidence import FORMS
from tracker.models import Evidence
from tracker.stored_files import SANDBOX, given

from .verb import answer, ask, find_action, link, who

IN_OUR_FRAME = "default-src 'none'; frame-ancestors 'self'"
PDF = "application/pdf"


def create(request, ref: str, kind: str):
    """Add a file, a document or a link."""
    action = find_action(request, ref)
    ask(request, rules.may_add_evidence, action)
    add = {"file": action.add_file, "document": action.add_document, "link": action.add_link}[kind]
    return answer(
        request, FORMS[kind](request, action, initial={"expected": request.GET.get("expected")}),
        lambda **words: add(**words, **who(request)), title=_("Add evidence"), submit=_("Add"),
        done=_("The evidence is added."), back=link(action) + "#minh-chung", kind=kind, action=action,
        template="tracker/evidence.html",
    )  # fmt: skip


def download(request, ref: str, pk: int):
    """The file as it was brought: always saved, never run by the browser."""
    evidence = _find_file(request, ref, pk)
    return _given(
        request, evidence, SANDBOX, as_attachment=True, filename=evidence.file_name,
        content_type="application/octet-stream",
    )  # fmt: skip


def preview(request, ref: str, pk: int):
    """A picture or a PDF opens in the browser, alone or on a page of ours, and able to do nothing."""
    evidence = _find_file(request, ref, pk)
    if not may_be_shown(evidence.media_type):
        raise Http404
    # The browser's own reader of PDF does not start in a sandbox; without sources it can do nothing either.
    is_pdf = evidence.media_type == PDF
    shown = _given(
        request, evidence, IN_OUR_FRAME if is_pdf else SANDBOX, filename=evidence.file_name,
        content_type=evidence.media_type,
    )  # fmt: skip
    if is_pdf:
        shown["X-Frame-Options"] = "SAMEORIGIN"
    return shown


def remove(request, ref: str, pk: int):
    """Take a piece of evidence out of account; its entry stays readable."""
    evidence = _find(request, ref, pk)
    action = evidence.action
    ask(request, rules.may_remove_evidence, action)
    return answer(
        request, ReasonForm(request, action),
        lambda reason, version: action.remove_evidence(evidence, reason=reason, **who(request)),
        title=_("Remove “%(title)s”") % {"title": evidence.title}, submit=_("Remove the evidence"),
        done=_("The evidence is removed; its entry stays readable."), back=link(action) + "#minh-chung",
    )  # fmt: skip


def _given(request, evidence: Evidence, policy: str, **how) -> FileResponse:
    """The stored bytes, for this reader alone; the log says who took them."""
    response = given(evidence.file, policy=policy, **how)
    reading_log.taken(evidence, request.actor)
    return response


def _find_file(request, ref: str, pk: int) -> Evidence:
    evidence = _find(request, ref, pk)
    if evidence.kind != "file":
        raise Http404
    return evidence


def _find(request, ref: str, pk: int) -> Evidence:
    action = find_action(request, ref)
    return get_object_or_404(
        action.evidence.visible_to(request.actor).select_related("action__lead_unit"), pk=pk
    )
