"""What is asked of Home Affairs, and what is replied."""

from django.utils.translation import gettext_lazy as _

from .fields import SentencesField
from .verb import VerbForm


class QuestionForm(VerbForm):
    """One of several forms on its page: `place` is its own name there."""

    place = "hoi"
    words = SentencesField(
        label=_("Your question"), rows=3, help_text=_("Say what is unclear; Home Affairs is told by mail.")
    )

    def __init__(self, request, thing):
        super().__init__(request, thing, auto_id=f"{self.place}_%s")


class ReplyForm(QuestionForm):
    words = SentencesField(label=_("Your reply"), rows=3)

    def __init__(self, request, question):
        self.place = f"tra-loi-{question.pk}"
        super().__init__(request, question)
        if not request.actor.is_home_affairs:
            self.fields["words"].label = _("What you add")
