"""The list of actions, and the page of one action."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from tracker import calendar, rules
from tracker.filters import ActionFilter
from tracker.models import Action, Event, Evidence, ExpectedEvidence, ExtensionRequest
from tracker.paging import Page, count_up_to, page_of

from .verb import find_action

PER_PAGE = 50
MOST_EVENTS = 200
NOT_SHOWN = ("plain", "source", "weakness__plain", "weakness__source", "weakness__statement")


def index(request: HttpRequest) -> HttpResponse:
    """The actions the reader may see, narrowed by the query; htmx gets only the part that changes."""
    today = calendar.today()
    found = ActionFilter(request.GET, listed(request.actor), actor=request.actor, today=today)
    is_sound = found.is_valid()
    page = page_of(found.qs, request.GET, PER_PAGE) if is_sound else Page()
    count = _count(found.qs, page) if is_sound else 0
    template = "tracker/_action_list.html" if _wants_part(request) else "tracker/action_list.html"
    context = {"page": page, "count": count, "filter": found, "today": today}
    response = render(request, template, context, status=200 if is_sound else 422)
    patch_vary_headers(response, ["HX-Request"])
    return response


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


def listed(actor) -> QuerySet:
    """Actions as a list shows them, by deadline, with unit, owner and how much of the proof is there.

    The counts are subqueries: they are made for the rows shown, not for all that match.
    """
    pending = ExtensionRequest.objects.pending().filter(action=OuterRef("pk"))
    shown = (
        Action.objects.visible_to(actor)
        .select_related("lead_unit", "owner", "weakness__index")
        .order_by("due_on", "pk")
        .defer(*NOT_SHOWN)
    )
    return shown.annotate(
        proofs=_number_of(Evidence.objects.filter(removed_at=None)),
        expected=_number_of(ExpectedEvidence.objects.all()),
        has_pending=Exists(pending),
    )


def _number_of(pieces: QuerySet) -> Coalesce:
    """How many of these belong to the action of the row."""
    counted = pieces.filter(action=OuterRef("pk")).order_by().values("action").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _count(actions: QuerySet, page: Page) -> int:
    """A page that is the whole list is counted already."""
    is_whole = not (page.before or page.after)
    return len(page) if is_whole else count_up_to(actions)


def _wants_part(request) -> bool:
    """Going back in the browser asks for the whole page, also through htmx."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


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
