"""The page of one action."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tracker import calendar, rules
from tracker.forms.actions import ProgressForm
from tracker.models import Watch

from .verb import find_action


def detail(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one action, and what its reader may do with it."""
    action = find_action(request, ref)
    may = _may(request.actor, action)
    context = {
        "action": action, "today": calendar.today(), "may": may,
        "form": ProgressForm(request, action) if may["progress"] else None,
        "is_watched": Watch.objects.filter(user=request.user, action=action).exists(),
        "responsible": _responsible(request.actor, action.weakness),
        **_proof(request.actor, action), **_extensions(request.actor, action),
    }  # fmt: skip
    return render(request, "tracker/action.html", context)


def short(request: HttpRequest, ref: str) -> HttpResponse:
    """The short address that stands in mails and messages."""
    return redirect("action", ref=ref)


def _may(actor, action) -> dict[str, bool]:
    """What the reader may do, by the name of the verb."""
    questions = {
        "progress": rules.may_update_progress, "report": rules.may_report, "evidence": rules.may_add_evidence,
        "extension": rules.may_ask_extension, "owner": rules.may_assign, "decide": rules.may_decide_report,
        "drop": rules.may_drop, "reopen": rules.may_reopen, "expected": rules.may_correct_evidence,
    }  # fmt: skip
    return {verb: question(actor, action) for verb, question in questions.items()}


def _proof(actor, action) -> dict:
    """The evidence its reader may see, removed pieces apart, and which expected kinds are still missing."""
    evidence = action.evidence.visible_to(actor).select_related("added_by", "removed_by", "expected")
    expected, missing = list(action.expected_evidence.all()), list(action.missing_evidence())
    return {
        "may_see_evidence": rules.may_see_evidence(actor, action),
        "evidence": [piece for piece in evidence if not piece.removed_at],
        "removed": [piece for piece in evidence if piece.removed_at],
        "expected": expected,
        "missing": missing,
        "covered": len(expected) - len(missing),
    }


def _extensions(actor, action) -> dict:
    """The requests for more time, how many were granted, and the one that waits."""
    extensions = list(action.extensions.select_related("asked_by", "decided_by"))
    pending = next((each for each in extensions if each.state == "pending"), None)
    return {
        "extensions": extensions,
        "granted": sum(each.state == "approved" for each in extensions),
        "pending": pending,
        "may_decide": bool(pending) and rules.may_decide_extension(actor, pending),
        "may_withdraw": bool(pending) and rules.may_withdraw_extension(actor, pending),
    }


def _responsible(actor, weakness):
    """Named people are for the unit itself and for those who watch; others see none."""
    may_see = rules.may_see_named_people(actor, weakness)
    return weakness.responsibilities.select_related("person", "organisation") if may_see else []
