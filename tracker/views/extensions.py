"""More time for an action: asked for by the unit, decided by Home Affairs."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.actions import DecisionForm, EmptyForm, ExtensionForm
from tracker.models import ExtensionRequest

from .verb import answer, ask, find_action, link, who


def create(request, ref: str):
    """Ask for a later date."""
    action = find_action(request, ref)
    ask(request, rules.may_ask_extension, action)
    return answer(
        request, ExtensionForm(request, action), lambda **words: action.ask_extension(**words, **who(request)),
        title=_("Ask for more time"), submit=_("Send the request"), back=link(action),
        done=_("The request is sent to Home Affairs."), action=action, template="tracker/extension.html",
    )  # fmt: skip


def decide(request, ref: str, pk: int):
    """Grant the date, grant an earlier one, or refuse."""
    extension = _find(request, pk)
    ask(request, rules.may_decide_extension, extension)
    form = DecisionForm(request, extension, initial={"granted_due_on": extension.requested_due_on})
    return answer(
        request, form, lambda **words: _decide(extension, request, **words), title=_("Decide on more time"),
        submit=_("Save the decision"), done=_("The decision is saved; the unit is told."), back=link(extension.action),
        action=extension.action, extension=extension, template="tracker/extension.html",
    )  # fmt: skip


def withdraw(request, ref: str, pk: int):
    """The unit takes its request back."""
    extension = _find(request, pk)
    ask(request, rules.may_withdraw_extension, extension)
    return answer(
        request, EmptyForm(request, extension), lambda **words: extension.withdraw(**words, **who(request)),
        title=_("Withdraw the request"), submit=_("Withdraw"), done=_("The request is withdrawn."),
        back=link(extension.action), action=extension.action, extension=extension, template="tracker/extension.html",
    )  # fmt: skip


def _find(request, pk: int) -> ExtensionRequest:
    visible = ExtensionRequest.objects.visible_to(request.actor).select_related(
        "action__lead_unit", "asked_by"
    )
    return get_object_or_404(visible, pk=pk)


def _decide(extension, request, *, decision: str, granted_due_on, remark: str, version: int) -> None:
    if decision == "approve":
        extension.approve(granted_due_on=granted_due_on, remark=remark, version=version, **who(request))
    else:
        extension.refuse(reason=remark, version=version, **who(request))
