"""What is asked of Home Affairs, and what is replied."""

from django.utils.translation import gettext_lazy as _

from .fields import SentencesField
from .verb import VerbForm


class QuestionForm(VerbForm):
    """Asking changes nothing of the thing asked about, so it does not matter who was faster."""

    words = SentencesField(
        label=_("Your question"), rows=3, help_text=_("Say what is unclear; Home Affairs is told by mail.")
    )
    place = "hoi"

    def __init__(self, request, thing):
        super().__init__(request, thing, auto_id=f"{self.place}_%s")

    def words_alone(self) -> dict:
        return {"words": self.cleaned_data["words"]}

    def typed(self):
        return [(self["words"].label, self["words"].value())]


class ReplyForm(QuestionForm):
    words = SentencesField(label=_("Your reply"), rows=3)

    def __init__(self, request, question):
        self.place = f"tra-loi-{question.pk}"
        super().__init__(request, question)
