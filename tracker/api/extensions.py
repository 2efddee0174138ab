"""More time for an action: asked for by the unit, decided by Home Affairs."""

from django.shortcuts import get_object_or_404
from rest_framework import serializers

from tracker import rules
from tracker.errors import Invalid
from tracker.models import Action, ExtensionRequest

from .shapes import date_or_null, pages_of
from .verb import Verb
from .writing import CREATED, Body, Text


class ExtensionRow(serializers.Serializer):
    """A request for more time."""

    id = serializers.IntegerField()
    version = serializers.IntegerField(help_text="Send it as If-Match with the decision or withdrawal.")
    state = serializers.ChoiceField(ExtensionRequest.State.choices)
    requested_due_on = serializers.DateField()
    granted_due_on = date_or_null()
    reason = serializers.CharField()
    asked_by = serializers.CharField()
    asked_on = serializers.DateField()
    is_after_due = serializers.BooleanField(help_text="Asked only after the deadline had passed.")
    decided_by = serializers.CharField(allow_null=True)
    decided_on = date_or_null()
    remark = serializers.CharField()


class AskBody(Body):
    requested_due_on = serializers.DateField()
    reason = Text()


class DecisionBody(Body):
    decision = serializers.ChoiceField(["approve", "refuse"])
    granted_due_on = serializers.DateField(
        required=False, help_text="An earlier date than asked for; as asked when left out."
    )
    remark = Text(required=False, allow_blank=True, help_text="Needed when refusing.")


class NothingBody(Body):
    """No words are needed."""


class Extensions(Verb):
    """More time for an action."""

    answer = pages_of(ExtensionRow)
    status, body, result = CREATED, AskBody, ExtensionRow

    def get(self, request, ref: str):
        """The requests for more time, oldest first."""
        action = get_object_or_404(Action.objects.visible_to(self.actor), ref=ref)
        return self.page(self.found(action.extensions.select_related("asked_by", "decided_by")), _row)

    def do(self, action, *, ref: str, **words) -> dict:
        return _row(action.ask_extension(**words, **self.by()))


class ExtensionVerb(Verb):
    """A change of one request."""

    result = ExtensionRow

    def find(self, ref: str, pk: int):
        visible = ExtensionRequest.objects.visible_to(self.actor)
        return get_object_or_404(
            visible.select_related("action", "asked_by", "decided_by"), pk=pk, action__ref=ref
        )


class Decision(ExtensionVerb):
    """Home Affairs grants the date, an earlier one, or refuses."""

    body, who = DecisionBody, staticmethod(rules.decides)

    def do(self, extension, *, ref, pk, decision: str, granted_due_on=None, remark: str = "") -> dict:
        if decision == "approve":
            extension.approve(granted_due_on=granted_due_on, remark=remark, **self.by())
        else:
            _refuse(extension, remark, **self.by())
        extension.decided_by = self.actor.user
        return _row(extension)


class Withdrawal(ExtensionVerb):
    """The unit takes its request back."""

    body = NothingBody

    @staticmethod
    def who(actor, extension) -> bool:
        return rules.works_on(actor, extension.action)

    def do(self, extension, *, ref, pk) -> dict:
        extension.withdraw(**self.by())
        return _row(extension)


def _refuse(extension, remark: str, **by) -> None:
    """Refuse; what is wrong with the reason is said of the field it was sent in."""
    try:
        extension.refuse(reason=remark, **by)
    except Invalid as refusal:
        raise Invalid({"remark": refusal.errors.get("reason", str(refusal))}) from None


def _row(extension: ExtensionRequest) -> dict:
    plain = ("id", "version", "state", "requested_due_on", "granted_due_on", "reason", "asked_on", "is_after_due",
             "decided_on", "remark")  # fmt: skip
    decided_by = extension.decided_by and extension.decided_by.full_name
    names = {"asked_by": extension.asked_by.full_name, "decided_by": decided_by}
    return {name: getattr(extension, name) for name in plain} | names
