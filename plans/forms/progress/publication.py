"""Whether the plan is to be public: the form says which of both it was drawn for."""

from django import forms

from tracker.forms.verb import VerbForm

SHOWN, HIDDEN = "shown", "hidden"


class PublicationForm(VerbForm):
    wanted = forms.ChoiceField(widget=forms.HiddenInput, choices=[(SHOWN, SHOWN), (HIDDEN, HIDDEN)])

    def __init__(self, request, plan):
        super().__init__(request, plan, initial={"wanted": HIDDEN if plan.is_public else SHOWN})
