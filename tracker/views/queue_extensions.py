"""The queue of requests for more time."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tracker.forms.queues import ExtensionCaseForm
from tracker.models import Event, ExtensionRequest
from tracker.queues import EXTENSIONS

from .queue_page import Work, work_through


def index(request: HttpRequest) -> HttpResponse:
    """Grant the date asked for, an earlier one, or refuse; short ones may be granted many at once."""
    return work_through(request, WORK)


def _decide(
    extension: ExtensionRequest, *, decision: str, granted_due_on, remark: str, version: int, **by
) -> None:
    if decision == "refuse":
        extension.refuse(reason=remark, version=version, **by)
    else:
        extension.approve(granted_due_on=granted_due_on, remark=remark, version=version, **by)


def _facts(request, extension: ExtensionRequest) -> dict:
    """What the decision rests on: how far the work is, how much is proven, what was granted before."""
    action = extension.action
    earlier = list(action.extensions.exclude(pk=extension.pk).select_related("asked_by", "decided_by"))
    expected = action.expected_evidence.count()
    return {
        "action": action, "extension": extension, "earlier": earlier,
        "place_in_line": 1 + sum(each.state == "approved" for each in earlier),
        "most": settings.EXTENSIONS_PER_ACTION, "bulk_days": settings.EXTENSION_BULK_DAYS,
        "expected": expected, "covered": expected - action.missing_evidence().count(),
        "proofs": action.live_evidence().count(),
        "updates": Event.objects.of(action).filter(verb="progressed").count(),
    }  # fmt: skip


WORK = Work(EXTENSIONS, "tracker/queue_extension.html", ExtensionCaseForm, _decide, _facts)
