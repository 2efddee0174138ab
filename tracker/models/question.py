"""Questions of a unit to Home Affairs about a weakness or an action, and what was answered."""

from datetime import date

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker import rules
from tracker.errors import Invalid, require
from tracker.vietnamese import tidy

from .tracked import Tracked, create


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who watch see all; a unit sees what it asked itself."""
        return self if actor.sees_everything else self.filter(unit__in=actor.unit_ids)

    def open(self):
        """Home Affairs has still to answer."""
        return self.filter(answered_on=None)

    def about(self, thing: models.Model):
        """The questions about this weakness or this action, oldest first."""
        return self.filter(**{thing._meta.model_name: thing}).order_by("pk")


class Question(Tracked):
    """A thread: the unit asks, Home Affairs answers, the unit may ask on."""

    action = models.ForeignKey(
        "tracker.Action", models.PROTECT, null=True, blank=True, related_name="questions",
        verbose_name=gettext_lazy("action"),
    )  # fmt: skip
    weakness = models.ForeignKey(
        "tracker.Weakness", models.PROTECT, null=True, blank=True, related_name="questions",
        verbose_name=gettext_lazy("weakness"),
    )  # fmt: skip
    unit = models.ForeignKey(
        "tracker.Unit", models.PROTECT, related_name="questions", verbose_name=gettext_lazy("unit")
    )
    words = models.TextField(gettext_lazy("question"))
    asked_by = models.ForeignKey(
        "tracker.User", models.PROTECT, related_name="+", verbose_name=gettext_lazy("asked by")
    )
    asked_on = models.DateField(gettext_lazy("asked on"))
    answered_on = models.DateField(gettext_lazy("answered on"), null=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("question")
        verbose_name_plural = gettext_lazy("questions")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(action=None, weakness__isnull=False) | Q(action__isnull=False, weakness=None),
                name="question_about_one_thing",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="question_in_words"),
        ]

    def __str__(self):
        return self.words

    @property
    def about(self):
        """The action or the weakness that is asked about."""
        return self.action or self.weakness

    @classmethod
    def ask(cls, thing, *, by, today: date, words: str) -> "Question":
        """Ask Home Affairs about a weakness or an action."""
        require(rules.may_ask_question(by, thing), _("Only the unit that does the work asks about it."))
        _expect_words(words)
        unit = thing.lead_unit if hasattr(thing, "lead_unit") else thing.unit
        question = cls(unit=unit, words=tidy(words), asked_by=by.user, asked_on=today)
        setattr(question, thing._meta.model_name, thing)
        return create(question, "asked", by=by, today=today, reason=question.words)

    @transaction.atomic
    def reply(self, *, by, today: date, words: str, version: int | None = None) -> "Reply":
        """Home Affairs answers; what the unit adds opens the question again."""
        require(rules.may_reply(by, self), _("Only the unit that asked and Home Affairs write here."))
        _expect_words(words)
        is_answer = by.is_home_affairs
        verb, answered_on = ("answered", today) if is_answer else ("followed_up", None)
        self._change(verb, by=by, today=today, version=version, reason=tidy(words), answered_on=answered_on)
        return self.replies.create(words=tidy(words), written_by=by.user, is_answer=is_answer)

    def move(self, *, by, today: date, unit, reason: str) -> None:
        """The unit that asked is no more: another reads the answer."""
        require(rules.may_manage_people(by), _("Only Home Affairs and administrators pass work on."))
        self._change("moved", by=by, today=today, reason=reason, unit_id=unit.pk)


class Reply(models.Model):
    """One more word in the thread."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="replies")
    words = models.TextField(gettext_lazy("reply"))
    written_by = models.ForeignKey("tracker.User", models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)
    is_answer = models.BooleanField(gettext_lazy("answer of Home Affairs"), default=False)

    class Meta:
        verbose_name = gettext_lazy("reply")
        verbose_name_plural = gettext_lazy("replies")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="reply_in_words")]

    def __str__(self):
        return self.words


def _expect_words(words: str) -> None:
    if not tidy(words):
        raise Invalid({"words": _("This cannot stay empty.")})
