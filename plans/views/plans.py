"""The province's plan: how far it is, line by line, and the steps from draft to issue."""

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from plans.models import Plan, Submission
from tracker import calendar, rules, standing
from tracker.forms.actions import EmptyForm
from tracker.models import Index, Review
from tracker.views.verb import answer, require_role, who


def current(request: HttpRequest) -> HttpResponse:
    """The plan of the review that runs now."""
    review = Review.objects.current()
    if not review:
        return render(request, "plans/no_plan.html", {"review": None})
    return redirect("plan", year=review.plan_year)


def show(request: HttpRequest, year: int) -> HttpResponse:
    """The plan by index; before it is issued only those who watch the whole province read it."""
    review = get_object_or_404(Review, year=year - 1)
    plan = Plan.objects.filter(review=review).select_related("review").first()
    submissions = _submissions(review)
    if not plan or not rules.may_see_plan(request.actor, plan):
        return render(request, "plans/no_plan.html", {"review": review, "submissions": submissions})
    today = calendar.today()
    context = {
        "plan": plan,
        "review": review,
        "submissions": submissions,
        "today": today,
        "steps": _steps(plan),
    }
    return render(
        request,
        "plans/plan.html",
        context | {"indices": _by_index(plan, today), "totals": standing.totals(plan.actions, today)},
    )


def compile_draft(request: HttpRequest, year: int) -> HttpResponse:
    """Roll the accepted submissions up into the draft."""
    review = get_object_or_404(Review, year=year - 1)
    require_role(rules.may_edit_plan(request.actor))
    return answer(
        request, EmptyForm(request, review), lambda version: Plan.compile(review, **who(request)),
        title=_("Compile the draft plan"), submit=_("Compile"), done=_("The draft is compiled."), back=_link(year),
        explain=_("Every accepted action that the draft lacks is added to it, under its index, and each line takes over"
                  " the wording that Home Affairs has chosen. Nothing is taken out."),
    )  # fmt: skip


def send(request: HttpRequest, year: int) -> HttpResponse:
    """Put the draft before the People's Committee."""
    plan = find_plan(request, year)
    require_role(rules.may_edit_plan(request.actor))
    explain = _("The draft has %(items)s lines. After it is sent no lines are added.") % {
        "items": plan.items.count()
    }
    return answer(
        request, EmptyForm(request, plan), lambda version: plan.send(version=version, **who(request)),
        title=_("Submit the plan to the People's Committee"), submit=_("Submit the plan"),
        done=_("The plan is submitted."), explain=explain, back=_link(year),
    )  # fmt: skip


def find_plan(request: HttpRequest, year: int) -> Plan:
    """The plan of that year; one that the asker may not read yet does not exist for him."""
    plan = get_object_or_404(Plan.objects.select_related("review"), review__year=year - 1)
    if not rules.may_see_plan(request.actor, plan):
        raise Http404
    return plan


def _link(year: int) -> str:
    return reverse("plan", kwargs={"year": year})


def _submissions(review) -> dict[str, int]:
    """How many submissions are owed, handed in and accepted."""
    counted = Submission.objects.filter(review=review).exclude(state="exempt")
    handed_in = Count("pk", filter=Q(state__in=("submitted", "accepted")))
    return counted.aggregate(
        owed=Count("pk"), handed_in=handed_in, accepted=Count("pk", filter=Q(state="accepted"))
    )


def _by_index(plan, today) -> list[dict]:
    """The plan's lines under their index, with how far its actions are."""
    items = (
        plan.items.select_related("criterion", "lead_unit")
        .prefetch_related("contributions__action")
        .order_by("position")
    )
    rows = {row["which"]: row for row in standing.by("weakness__index", plan.actions, today)}
    lines: dict[int, list] = {}
    for item in items:
        lines.setdefault(item.index_id, []).append(item)
    return [
        {"index": index, "items": lines[index.pk], "counts": rows.get(index.pk)}
        for index in Index.objects.filter(pk__in=lines)
    ]


def _steps(plan) -> list[dict]:
    """Draft, submitted, issued: which are behind, and which is now."""
    names = [
        ("draft", _("Draft plan")),
        ("sent", _("Submitted to the People's Committee")),
        ("issued", _("Issued")),
    ]
    now = 2 if plan.is_issued else [name for name, _words in names].index(plan.state)
    return [
        {"words": words, "is_done": place < now or plan.is_issued, "is_now": place == now}
        for place, (_name, words) in enumerate(names)
    ]
