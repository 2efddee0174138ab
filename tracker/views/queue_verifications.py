"""The queue of reports that wait to be verified, with their evidence shown beside the decision."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse

from tracker.files import may_be_shown
from tracker.forms.queues import VerificationCaseForm
from tracker.models import Action, Event
from tracker.queues import VERIFICATIONS

from .queue_page import Work, work_through


@csp_update({"frame-src": [SELF]})  # a PDF is read in a frame
def index(request: HttpRequest) -> HttpResponse:
    """It holds, holds but is late, or goes back with a reason."""
    return work_through(request, WORK)


def _decide(
    action: Action, *, decision: str, remark: str, checks, version: int, is_delay_objective=False, **by
) -> None:
    if decision == "return":
        action.send_back(reason=remark, checks=checks, version=version, **by)
    else:
        action.verify(
            remark=remark, checks=checks, is_delay_objective=is_delay_objective, version=version, **by
        )


def _facts(request, action: Action) -> dict:
    """What was expected with what was brought for it, what else was brought, and what the browser can show."""
    pieces = list(action.live_evidence().select_related("expected"))
    reported = Event.objects.of(action).filter(verb="reported").last()
    return {
        "action": action, "note": reported.reason if reported else "",
        "expected": [
            (kind, [piece for piece in pieces if piece.expected_id == kind.pk])
            for kind in action.expected_evidence.all()
        ],
        "others": [piece for piece in pieces if piece.expected_id is None],
        "previews": [(piece, _is_kept(piece)) for piece in pieces if _is_shown(piece)],
    }  # fmt: skip


def _is_shown(piece) -> bool:
    return piece.kind == "file" and may_be_shown(piece.media_type)


def _is_kept(piece) -> bool:
    """Whether the file is still in the store."""
    return piece.file.storage.exists(piece.file.name)


WORK = Work(VERIFICATIONS, "tracker/queue_verification.html", VerificationCaseForm, _decide, _facts)
