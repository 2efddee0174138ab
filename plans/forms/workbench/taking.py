"""Rows that go into the plan, stay out of it, or are taken out again."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.consolidation.nearest import nearest
from tracker.forms.fields import SentencesField
from tracker.forms.verb import VerbForm

SHOWN = 110


class TakeForm(VerbForm):
    """A line of its own for each row, or one line for all of them; likely ones stand first."""

    into = forms.ChoiceField(label=gettext_lazy("Where to"), required=False)

    def __init__(self, request, plan, rows: list):
        super().__init__(request, plan)
        indices = {row.weakness.index_id for row in rows}
        lines = plan.items.standing().filter(index__in=indices).order_by("position")
        self._lines = {str(item.pk): item for item in lines} if len(indices) == 1 else {}
        self.fields["into"].choices = self._choices(rows)

    def _choices(self, rows: list) -> list:
        own = [("", _("a line of its own for each row"))]
        if not self._lines:
            return own
        likely = nearest(list(self._lines.values()), " ".join(row.statement_in_plan for row in rows))
        groups = [(_("Lines that read alike"), likely), (_("All lines of the index"), self._lines.values())]
        return own + [(name, [_choice(item) for item in items]) for name, items in groups if items]

    def words(self) -> dict:
        return {"into": self._lines.get(self.cleaned_data["into"])}


class LeaveOutForm(VerbForm):
    reason = SentencesField(
        label=gettext_lazy("Why the plan does without it"),
        rows=3,
        help_text=gettext_lazy("It stays beside the row, and in the history."),
    )


class TakeOutForm(VerbForm):
    reason = SentencesField(
        label=gettext_lazy("Reason"), rows=3, help_text=gettext_lazy("It stays in the history of the plan.")
    )
    for_good = forms.BooleanField(
        label=gettext_lazy("The plan does without it: leave it out for the same reason"), required=False
    )


def _choice(item) -> tuple[str, str]:
    words = item.measure if len(item.measure) <= SHOWN else f"{item.measure[:SHOWN].rstrip()}…"
    return str(item.pk), f"{item.position}. {words}"
