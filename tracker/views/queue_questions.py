"""The queue of questions that wait for an answer."""

from django.http import HttpRequest, HttpResponse

from tracker.forms.queues import AnswerForm
from tracker.models import Question
from tracker.queues import QUESTIONS

from .questions import where
from .queue_page import Work, work_through


def index(request: HttpRequest) -> HttpResponse:
    """Read the thread, answer it, open the next."""
    return work_through(request, WORK)


def _decide(question: Question, *, words: str, version: int, **by) -> None:
    question.reply(words=words, version=version, **by)


def _facts(request, question: Question) -> dict:
    replies = question.replies.select_related("written_by")
    return {"question": question, "about": question.about, "where": where(question.about), "replies": replies}


WORK = Work(QUESTIONS, "tracker/queue_question.html", AnswerForm, _decide, _facts)
