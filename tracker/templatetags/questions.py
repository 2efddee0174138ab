"""Questions to Home Affairs on any page: `{% load questions %}{% questions_about thing %}`."""

from django import template
from django.urls import reverse

from tracker import rules
from tracker.forms.questions import QuestionForm, ReplyForm
from tracker.models import Question

register = template.Library()


@register.inclusion_tag("tracker/_questions.html", takes_context=True)
def questions_about(context, thing):
    """The thread about an action or a weakness, for its unit and for those who watch everything."""
    request = context["request"]
    may_ask = rules.may_ask_question(request.actor, thing)
    return {
        "request": request,
        "messages": context.get("messages"),
        "may_see": may_ask or rules.may_read_questions(request.actor, thing),
        "threads": [_thread(request, question) for question in _asked(request.actor, thing)],
        "form": QuestionForm(request, thing) if may_ask else None,
        "address": reverse(f"{thing._meta.model_name}-question", kwargs={"ref": thing.ref}),
    }


def _asked(actor, thing):
    found = Question.objects.visible_to(actor).about(thing)
    return found.select_related("asked_by").prefetch_related("replies__written_by")


def _thread(request, question) -> dict:
    may_reply = rules.may_reply(request.actor, question)
    return {
        "question": question,
        "form": ReplyForm(request, question) if may_reply else None,
        "address": reverse("question-reply", kwargs={"pk": question.pk}),
    }
