"""The two kinds of card: a weakness the unit named itself, and one that Home Affairs assigned to it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import Index, Weakness

from . import chain_choices
from .chain import ChainForm
from .chain_row import words_field


class FoundForm(ChainForm):
    """The unit named the weakness itself and words it."""

    facts = ("title", "statement", "index", "criterion")
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    statement = words_field(rows=3, label=gettext_lazy("What exactly is lacking?"))
    index = forms.ChoiceField(label=gettext_lazy("Index"))
    criterion = forms.ChoiceField(label=gettext_lazy("Criterion"), required=False)

    def __init__(self, request, weakness, **kwargs):
        super().__init__(request, weakness, **kwargs)
        offer_index(self)

    def clean(self):
        take_index(self)
        super().clean()


class AssignedForm(ChainForm):
    """Home Affairs named the weakness; the unit answers it, and may disagree."""

    facts = ("objection",)
    objection = words_field(
        rows=3, label=gettext_lazy("If your unit does not agree: explain why"),
        help_text=gettext_lazy("Home Affairs reads it. Write the causes and actions all the same, as far as you can."),
    )  # fmt: skip


def form_of(weakness: Weakness) -> type[ChainForm]:
    return FoundForm if weakness.origin == "found" else AssignedForm


def offer_index(form) -> None:
    """Fill the lists of indices and criteria."""
    form.fields["index"].choices = chain_choices.indices()
    form.fields["criterion"].choices, form.known_criteria = chain_choices.criteria()


def take_index(form) -> None:
    """The chosen things instead of their ids; a criterion belongs to the index chosen."""
    found = form.cleaned_data
    if "statement" in found and not found["statement"]:
        form.add_error("statement", _("Say it in words; this cannot stay empty."))
    if "index" in found:
        found["index"] = Index.objects.get(pk=found["index"])
    if "criterion" in found:
        found["criterion"] = form.known_criteria.get(found["criterion"])
    criterion, index = found.get("criterion"), found.get("index")
    if criterion and index and criterion.criteria_set.index_id != index.pk:
        message = _("This criterion belongs to %(index)s. Choose one of the index above, or none.")
        form.add_error("criterion", message % {"index": criterion.criteria_set.index})
