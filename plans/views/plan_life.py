"""The steps of a plan before it is issued: checked, worded, put before the People's Committee, taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plans.forms.issue import SendingForm
from plans.forms.period_end import PeriodEndForm
from plans.forms.plan_texts import PlanTextsForm
from tracker import calendar, rules
from tracker.forms.actions import ReasonForm
from tracker.views.verb import answer, require_role, who

from .plans import find_plan


def checks(request: HttpRequest, year: int) -> HttpResponse:
    """Every check with all that is lacking, each thing a link to where it is mended."""
    plan = find_plan(request, year)
    require_role(request.actor.sees_everything)
    found = plan.checks(calendar.today())
    halves = {
        "met": [each for each in found if each.is_met],
        "unmet": [each for each in found if not each.is_met],
    }
    return render(
        request, "plans/life/checks.html", {"plan": plan, "review": plan.review, "checks": found} | halves
    )


def send(request: HttpRequest, year: int) -> HttpResponse:
    """Put the draft before the People's Committee; what is lacking stands beside the reason it asks for."""
    plan = find_plan(request, year)
    require_role(rules.may_send_plan(request.actor))
    unmet = unmet_of(plan)
    lines = plan.items.standing().count()
    explain = ngettext(
        "The draft has %(items)s line. Once it is sent nothing in it changes, unless it is taken back.",
        "The draft has %(items)s lines. Once it is sent nothing in it changes, unless it is taken back.",
        lines,
    ) % {"items": lines}
    return answer(
        request, SendingForm(request, plan, unmet), lambda **words: plan.send(**words, **who(request)),
        title=_("Submit the plan to the People's Committee"), submit=_("Submit the plan"),
        done=_("The plan is submitted."), explain=explain, back=reverse("plan", args=[year]),
        template="plans/life/step.html", plan=plan, review=plan.review, unmet=unmet,
    )  # fmt: skip


def recall(request: HttpRequest, year: int) -> HttpResponse:
    """Take the plan back from the People's Committee to change it."""
    plan = find_plan(request, year)
    require_role(rules.may_send_plan(request.actor))
    return answer(
        request, ReasonForm(request, plan), lambda **words: plan.recall(**words, **who(request)),
        title=_("Take the plan back to change it"), submit=_("Take the plan back"),
        done=_("The plan is a draft again."), back=reverse("plan", args=[year]),
        explain=_("The People's Committee wants changes, or something was forgotten. Afterwards the plan is a draft:"
                  " it is worked on and submitted again."),
    )  # fmt: skip


def texts(request: HttpRequest, year: int) -> HttpResponse:
    """The plan's own texts beside the standing ones; read by those who watch, written while it is a draft."""
    plan = find_plan(request, year)
    require_role(rules.may_edit_plan(request.actor))
    return answer(
        request, PlanTextsForm(request, plan), lambda **words: plan.write_texts(**words, **who(request)),
        title=_("Grounds, purpose, organisation"), submit=_("Save the texts"), done=_("The texts are saved."),
        back=reverse("plan", args=[year]), template="plans/life/texts.html", plan=plan, review=plan.review,
    )  # fmt: skip


def period(request: HttpRequest, year: int) -> HttpResponse:
    """Until when the plan is carried out."""
    plan = find_plan(request, year)
    require_role(rules.may_edit_plan(request.actor))
    return answer(
        request, PeriodEndForm(request, plan), lambda **words: plan.end_period(**words, **who(request)),
        title=_("End of the plan's period"), submit=_("Save the day"), done=_("The end of the period is saved."),
        back=reverse("plan", args=[year]),
        explain=_("A check names the lines whose deadline lies after this day. Once the plan is issued the day stays."),
    )  # fmt: skip


def unmet_of(plan) -> list:
    """The checks that are not met today; nothing is asked of a plan that is issued."""
    return [] if plan.is_issued else [check for check in plan.checks(calendar.today()) if not check.is_met]
