"""What Home Affairs types about a weakness: its words, and the units that are to answer it."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.forms.verb import VerbForm
from tracker.models import Unit

from .chain_kinds import offer_index, take_index
from .chain_row import words_field

POINTS = gettext_lazy("Write points as a number with at most two decimals, for example 1,25.")


class PointsField(forms.DecimalField):
    """Points with a comma or a point before the decimals."""

    def __init__(self, **kwargs):
        wrong = dict.fromkeys(
            ("invalid", "max_digits", "max_decimal_places", "max_whole_digits", "min_value"), POINTS
        )
        box = forms.TextInput({"inputmode": "decimal", "size": 8, "autocomplete": "off"})
        super().__init__(
            max_digits=6, decimal_places=2, min_value=0, widget=box, error_messages=wrong, **kwargs
        )

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value):
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class WordsForm(VerbForm):
    """The words of one weakness."""

    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=200,
        help_text=gettext_lazy("A short name, for example “Land files answered late”."),
    )  # fmt: skip
    statement = words_field(
        rows=3, label=gettext_lazy("What exactly is lacking?"),
        help_text=gettext_lazy("With figures, for example “12 of 40 documents are missing”."),
    )  # fmt: skip
    index = forms.ChoiceField(label=gettext_lazy("Index"))
    criterion = forms.ChoiceField(label=gettext_lazy("Criterion"), required=False)
    points_lost = PointsField(label=gettext_lazy("Points lost"), required=False)

    def __init__(self, request, thing, **kwargs):
        super().__init__(request, thing, **kwargs)
        self.fields["statement"].required = True
        offer_index(self)

    def clean(self):
        take_index(self)


class RewordingForm(WordsForm):
    """The words as they are, to be corrected."""

    def __init__(self, request, weakness):
        names = ("title", "statement", "points_lost")
        own = {name: getattr(weakness, name) for name in names}
        own |= {"index": weakness.index_id, "criterion": weakness.criterion_id}
        super().__init__(request, weakness, initial=own)


class AssignmentForm(WordsForm):
    """One weakness for many units at once, or for the province."""

    version = None
    scope = forms.ChoiceField(
        label=gettext_lazy("Who answers for it?"), widget=forms.RadioSelect, initial="units",
        choices=[("units", gettext_lazy("The units ticked below, each for itself")),
                 ("province", gettext_lazy("No unit in particular: it is province-wide"))],
    )  # fmt: skip
    units = forms.ModelMultipleChoiceField(
        None, label=gettext_lazy("Units"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("One of these units is not in the review. Tick again.")},
    )  # fmt: skip

    def __init__(self, request, review):
        asked = Unit.objects.filter(assessments__review=review, code=request.GET.get("unit", ""))
        super().__init__(request, review, initial={"units": [each.pk for each in asked]})
        self.fields["units"].queryset = Unit.objects.filter(assessments__review=review)

    def clean(self):
        super().clean()
        is_for_units, units = self.cleaned_data.get("scope") == "units", self.cleaned_data.get("units")
        if is_for_units and units is not None and not units:
            self.add_error("units", _("Tick at least one unit, or say that it is province-wide."))
        if units and not is_for_units:
            self.add_error(
                "units", _("Units are ticked, but it is to be province-wide. Keep one of the two.")
            )

    def words(self) -> dict:
        """It is added beside the others, so it does not matter who was faster."""
        dropped = ("version", "scope")
        words = {name: value for name, value in super().words().items() if name not in dropped}
        return words | {"units": list(words["units"])}

    def ticked(self) -> list[str]:
        return [str(value) for value in self["units"].value() or []]


class TakeOverForm(VerbForm):
    """Which of last year's weaknesses go on."""

    version = None
    weaknesses = forms.ModelMultipleChoiceField(
        None, label=gettext_lazy("Weaknesses of last year"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("One of these was taken over already. Look at the list again.")
        },
    )  # fmt: skip

    def __init__(self, request, review, left):
        all_of_them = [each.pk for each in left] if "all" in request.GET else []
        super().__init__(request, review, initial={"weaknesses": all_of_them})
        self.fields["weaknesses"].queryset = left

    def words(self) -> dict:
        return {"weaknesses": list(self.cleaned_data["weaknesses"])}

    def ticked(self) -> list[str]:
        return [str(value) for value in self["weaknesses"].value() or []]
