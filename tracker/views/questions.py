"""Questions to Home Affairs about an action or a weakness, and the answers.

A page shows them with `{% load questions %}{% questions_about thing %}`: the thread, the form to ask and the forms
to reply. Both come back to the thing's own page at #trao-doi, in place where JavaScript runs.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker import rules
from tracker.forms.questions import QuestionForm, ReplyForm
from tracker.models import Action, Question, Weakness

from .verb import answer, ask, in_place, link, who

THINGS = {"action": Action, "weakness": Weakness}


def create(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Ask about an action or a weakness."""
    thing = get_object_or_404(THINGS[kind].objects.visible_to(request.actor), ref=ref)
    ask(request, rules.may_ask_question, thing)
    return _answer(
        request, QuestionForm(request, thing), lambda words, version: Question.ask(thing, words=words, **who(request)),
        thing, title=_("Ask Home Affairs"), submit=_("Send the question"),
        done=_("The question is sent to Home Affairs."),
    )  # fmt: skip


def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Home Affairs answers; the unit adds to what it asked."""
    visible = Question.objects.visible_to(request.actor)
    question = get_object_or_404(
        visible.select_related("action", "weakness__review", "weakness__unit"), pk=pk
    )
    ask(request, rules.may_reply, question)
    said = (
        {"title": _("Reply"), "done": _("The reply is sent.")}
        if request.actor.is_home_affairs
        else {"title": _("Add to the question"), "done": _("What you added is sent to Home Affairs.")}
    )
    return _answer(
        request, ReplyForm(request, question), lambda words, version: question.reply(words=words, **who(request)),
        question.about, submit=_("Send"), **said,
    )  # fmt: skip


def _answer(request, form, do, thing, **words) -> HttpResponse:
    """In place a mistake changes only the form it was made in."""
    template = "tracker/_question_form.html" if in_place(request) else "tracker/verb.html"
    response = answer(request, form, do, back=where(thing) + "#trao-doi", template=template, **words)
    if in_place(request) and response.status_code == 422:
        response["HX-Retarget"] = response["HX-Reselect"] = f"#{form.place}"
    return response


def where(thing) -> str:
    """The page on which the thing is read: an action's own, a weakness's in the submission of its unit.

    A weakness of the whole province stands in no submission: it is read in the list of its actions.
    """
    if isinstance(thing, Action):
        return link(thing)
    if thing.unit is None:
        return f"{reverse('actions')}?weakness={thing.ref}"
    place = {"year": thing.review.year, "unit": thing.unit.code, "ref": thing.ref}
    return reverse("chain", kwargs=place)
