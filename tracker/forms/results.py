"""What is written down of an index: the result as published, and the points of its criteria."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.models.review_results import PUBLISHED

from .fields import DayField
from .figures import FigureField, WholeField
from .verb import VerbForm

GROUPS = (
    (_("Value"), ("value", "scale", "unit_label")),
    (_("Rank"), ("rank", "rank_of", "is_tied", "region_rank", "region_of")),
    (_("Published change"), ("change_value", "change_rank", "keeps_contradiction")),
    (_("Where it is from"), ("published_on", "source", "note")),
)


class ResultForm(VerbForm):
    """One index in one year. What the publisher does not say stays empty, with the reason in the note."""

    value = FigureField(label=_("Value"))
    scale = FigureField(
        label=_("Scale"), max_digits=6, help_text=_("The most that can be reached, for example 100.")
    )
    unit_label = forms.CharField(
        label=_("Unit of the value"), max_length=20, required=False, help_text=_("“điểm” or “%”."),
        widget=forms.TextInput({"size": 8}),
    )  # fmt: skip
    rank = WholeField(label=_("Rank"))
    rank_of = WholeField(label=_("Ranked among"), help_text=_("As many as were ranked that year."))
    is_tied = forms.BooleanField(label=_("The rank is shared (tied)"), required=False)
    region_rank = WholeField(label=_("Rank in the region"))
    region_of = WholeField(label=_("Ranked in the region among"))
    change_value = FigureField(
        label=_("Change of the value"), help_text=_("For example +2,26 or -1,61; empty when not published.")
    )
    change_rank = WholeField(label=_("Places gained or lost"), least=-999, most=999,
                             help_text=_("Places gained are positive, places lost negative."))  # fmt: skip
    keeps_contradiction = forms.BooleanField(
        label=_("Keep as published"), required=False,
        help_text=_("Only when the publisher's change is not what last year's result says, and is to stay so."),
    )  # fmt: skip
    published_on = DayField(label=_("Published on"), required=False)
    source = forms.CharField(label=_("Source"), max_length=300, required=False)
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3}),
                           help_text=_("Why a figure is missing, or what the figures mean."))  # fmt: skip

    def __init__(self, request, review, result=None):
        kept = {name: getattr(result, name) for name in PUBLISHED} if result else {}
        super().__init__(request, review, initial=kept)

    @property
    def groups(self) -> list:
        """The fields in their groups, as the page shows them."""
        return [(legend, [self[name] for name in names]) for legend, names in GROUPS]


class DimensionsForm(VerbForm):
    """Points and a note for each criterion of the year; an empty row is none."""

    def __init__(self, request, review, criteria: list, kept: dict):
        super().__init__(request, review)
        self.criteria = criteria
        for criterion in criteria:
            known = kept.get(criterion.pk)
            self._add(f"points_{criterion.pk}", FigureField(), criterion, _("points"), known and known.value)
            note = forms.CharField(max_length=300, required=False)
            self._add(f"note_{criterion.pk}", note, criterion, _("note"), known and known.note)

    @property
    def rows(self) -> list:
        """Each criterion with its two fields."""
        return [(each, self[f"points_{each.pk}"], self[f"note_{each.pk}"]) for each in self.criteria]

    def words(self) -> dict:
        typed = self.cleaned_data
        points = {
            each.pk: {"value": typed[f"points_{each.pk}"], "note": typed[f"note_{each.pk}"]}
            for each in self.criteria
        }
        return {"version": typed["version"], "points": points}

    def _add(self, name: str, field, criterion, what, kept) -> None:
        field.label, field.initial = f"{criterion.code} {criterion.name} – {what}", kept
        field.widget.attrs["aria-label"] = field.label
        self.fields[name] = field
