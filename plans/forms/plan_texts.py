"""The plan's own texts, each beside what the paper says as long as nobody has worded it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models.planning.texts import LONGEST_TEXT, TEXTS
from plans.papers.plan.plan_texts import standard
from tracker.forms.verb import VerbForm

HINTS = {
    "grounds": _("One legal ground on each line."),
    "organisation": _("A line such as “1. Sở Nội vụ”, without a full stop, becomes a heading."),
}


class PlanTextsForm(VerbForm):
    """What stays blank leaves the standing text."""

    def __init__(self, request, plan):
        super().__init__(request, plan)
        usual = standard(plan, plan.items.standing().count())
        for name, label in TEXTS.items():
            widget = forms.Textarea({"rows": 7})
            field = forms.CharField(
                label=label,
                widget=widget,
                required=False,
                max_length=LONGEST_TEXT,
                help_text=HINTS.get(name, ""),
            )
            field.initial, field.standing = plan.texts.get(name, ""), usual[name]
            self.fields[name] = field
