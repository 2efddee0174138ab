"""The list of actions, one action, and its history."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from tracker import rules
from tracker.filters import ActionFilter
from tracker.models import Action, Event, Evidence

from .action_rows import lean, writer
from .action_shapes import ActionPage, ActionWhole, EventPage
from .endpoint import Endpoint

MAY = {
    "progress": rules.may_update_progress, "report": rules.may_report, "evidence": rules.may_add_evidence,
    "extensions": rules.may_ask_extension, "owner": rules.may_assign, "verification": rules.may_verify,
    "return": rules.may_send_back, "drop": rules.may_drop, "reopening": rules.may_reopen,
}  # fmt: skip


class Actions(Endpoint):
    """The actions you may see, by deadline, narrowed by the same filters as the page."""

    answer = ActionPage
    filterset = ActionFilter

    def get(self, request):
        visible = Action.objects.visible_to(self.actor)
        found = self.found(visible, actor=self.actor, today=self.today)
        return self.page_written(lean(found), lambda rows: writer(rows, self.today), key=("due_on", "pk"))


class OneAction(Endpoint):
    """One action with all its words, the proof it needs, and what you may do with it."""

    answer = ActionWhole

    def get(self, request, ref: str):
        visible = Action.objects.visible_to(self.actor).filter(ref=ref)
        action = get_object_or_404(visible.select_related("reported_by", "verified_by"))
        lean_row = lean(visible).get()
        whole = writer([lean_row], self.today)(lean_row) | _words(action) | {"may": _may(self.actor, action)}
        return Response(whole, headers={"ETag": f'"{action.version}"'})


class History(Endpoint):
    """What happened to the action, oldest first."""

    answer = EventPage

    def get(self, request, ref: str):
        action = get_object_or_404(Action.objects.visible_to(self.actor), ref=ref)
        lines = Event.objects.visible_to(self.actor, action).of(action).select_related("unit")
        return self.page(self.found(lines), _line, key=("number",))


def _words(action: Action) -> dict:
    return {
        "expected_output": action.expected_output, "due_phrase": action.due_phrase,
        "baselined_on": action.baselined_on, "progress_on": action.progress_on,
        "reported_by": action.reported_by and action.reported_by.full_name,
        "verified_by": action.verified_by and action.verified_by.full_name,
        "delay_cause": action.delay_cause, "is_delay_objective": action.is_delay_objective,
        "criteria": list(action.criteria.values_list("code", flat=True)),
        "expected_evidence": list(_expected(action)),
    }  # fmt: skip


def _expected(action: Action):
    proof = Evidence.objects.filter(expected=OuterRef("pk"), removed_at=None)
    return action.expected_evidence.annotate(is_covered=Exists(proof)).values(
        "id", "description", "is_covered"
    )


def _may(actor, action: Action) -> list[str]:
    return [verb for verb, question in MAY.items() if question(actor, action)]


def _line(event: Event) -> dict:
    return {
        "number": event.number, "verb": event.verb, "happened_on": event.happened_on,
        "recorded_at": event.recorded_at, "actor_name": event.actor_name, "role": event.role,
        "unit": event.unit and event.unit.code, "channel": event.channel, "reason": event.reason,
        "before": event.before, "after": event.after, "hash": event.hash,
    }  # fmt: skip
