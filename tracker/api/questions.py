"""Questions to Home Affairs: those that wait for an answer, and the answer."""

from django.shortcuts import get_object_or_404
from rest_framework import serializers

from tracker import rules
from tracker.models import Question

from .endpoint import Endpoint
from .shapes import pages_of
from .verb import Verb
from .writing import Body, Text


class QuestionRow(serializers.Serializer):
    """A question about an action or a weakness."""

    id = serializers.IntegerField()
    version = serializers.IntegerField(help_text="Send it as If-Match with the reply.")
    about = serializers.CharField(help_text="Reference of the action or the weakness.")
    unit = serializers.CharField(help_text="Code of the unit that asks.")
    words = serializers.CharField()
    asked_by = serializers.CharField()
    asked_on = serializers.DateField()
    is_answered = serializers.BooleanField()
    replies = serializers.ListField(
        child=serializers.CharField(), help_text="Answers and additions, oldest first."
    )


class ReplyBody(Body):
    words = Text()


class Questions(Endpoint):
    """What was asked and is not answered yet."""

    answer = pages_of(QuestionRow)

    def get(self, request):
        """The questions that wait, oldest first; a unit finds its own."""
        return self.page(self.found(_read(self.actor).open()), _row)


class Reply(Verb):
    """Home Affairs answers; the unit that asked adds to its question."""

    body, result, who = ReplyBody, QuestionRow, staticmethod(rules.may_reply)

    def find(self, pk: int):
        return get_object_or_404(_read(self.actor), pk=pk)

    def do(self, question, *, pk: int, words: str) -> dict:
        question.reply(words=words, **self.by())
        return _row(_read(self.actor).get(pk=pk))


def _read(actor):
    visible = Question.objects.visible_to(actor).select_related("action", "weakness", "unit", "asked_by")
    return visible.prefetch_related("replies")


def _row(question: Question) -> dict:
    plain = {name: getattr(question, name) for name in ("id", "version", "words", "asked_on")}
    names = {"about": question.about.ref, "unit": question.unit.code, "asked_by": question.asked_by.full_name}
    said = [reply.words for reply in question.replies.all()]
    return plain | names | {"is_answered": question.answered_on is not None, "replies": said}
