"""The page of one action."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tracker import calendar, rules
from tracker.models import Event, ExtensionRequest

from .verb import find_action

MOST_EVENTS = 200


def detail(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one action, and what its reader may do with it."""
    action = find_action(request, ref)
    context = {
        "action": action,
        "today": calendar.today(),
        "may": _may(request.actor, action),
        **_proof(request.actor, action),
    }
    extensions = action.extensions.select_related("asked_by", "decided_by")
    pending = next((each for each in extensions if each.state == "pending"), None)
    may_decide = bool(pending) and rules.may_decide_extension(request.actor, pending)
    may_withdraw = bool(pending) and rules.may_withdraw_extension(request.actor, pending)
    context |= {
        "extensions": extensions,
        "pending": pending,
        "may_decide": may_decide,
        "may_withdraw": may_withdraw,
    }
    context |= {
        "events": _history(request.actor, action),
        "responsible": _responsible(request.actor, action.weakness),
    }
    return render(request, "tracker/action.html", context)


def short(request: HttpRequest, ref: str) -> HttpResponse:
    """The short address that stands in mails and messages."""
    return redirect("action", ref=ref)


def _may(actor, action) -> dict[str, bool]:
    """What the reader may do, by the name of the verb."""
    questions = {
        "progress": rules.may_update_progress, "report": rules.may_report, "evidence": rules.may_add_evidence,
        "extension": rules.may_ask_extension, "owner": rules.may_assign, "decide": rules.may_decide_report,
        "drop": rules.may_drop, "reopen": rules.may_reopen,
    }  # fmt: skip
    return {verb: question(actor, action) for verb, question in questions.items()}


def _proof(actor, action) -> dict:
    """The evidence its reader may see, removed pieces included, and which expected kinds are still missing."""
    evidence = action.evidence.visible_to(actor).select_related("added_by", "removed_by", "expected")
    expected, missing = list(action.expected_evidence.all()), list(action.missing_evidence())
    return {
        "may_see_evidence": rules.may_see_evidence(actor, action),
        "evidence": list(evidence),
        "expected": expected,
        "missing": missing,
        "covered": len(expected) - len(missing),
    }


def _responsible(actor, weakness):
    """Named people are for the unit itself and for those who watch; others see none."""
    may_see = rules.may_see_named_people(actor, weakness)
    return weakness.responsibilities.select_related("person", "organisation") if may_see else []


def _history(actor, action) -> QuerySet:
    """What happened to the action and to its requests for more time, latest first."""
    requests = ExtensionRequest.objects.filter(action=action).values("pk")
    mine = Q(subject="action", subject_id=action.pk) | Q(subject="extensionrequest", subject_id__in=requests)
    doubled = Q(subject="extensionrequest", verb__in=("asked", "approved")) | Q(
        subject="action", verb="started"
    )
    seen = Event.objects.visible_to(actor, action).filter(mine).exclude(doubled)
    return seen.order_by("-pk").select_related("unit")[:MOST_EVENTS]
