"""What is done with several ticked lines at once: they are moved, units come to help with them."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.models import Unit

from .merging import LinesForm

SHOWN = 120


class SeveralForm(LinesForm):
    """The lines it is about stand in the form, each at the version that was read."""

    def __init__(self, request, plan, items: list, **initial):
        keys = [f"{item.pk}:{item.version}" for item in items]
        super().__init__(request, plan, initial={"line": keys, **initial})


class MoveForm(SeveralForm):
    """Behind which line of their index; they stand at present behind the one that is chosen to begin with."""

    after = forms.ChoiceField(
        label=gettext_lazy("Put it behind"), required=False,
        help_text=gettext_lazy("A line is moved within its index: the annex is arranged by index."),
    )  # fmt: skip

    def __init__(self, request, plan, items: list):
        indices = {item.index_id for item in items}
        of_index = plan.items.standing().filter(index__in=indices).order_by("position", "pk")
        others = [line for line in of_index if line not in items] if len(indices) == 1 else []
        before = [line.pk for line in others if line.position < items[0].position]
        super().__init__(request, plan, items, after=before[-1] if before else "")
        self._lines = {str(line.pk): line for line in others}
        first = [("", _("no line: it becomes the first of its index"))]
        self.fields["after"].is_conditional = True
        self.fields["after"].choices = first + [(key, str(line)[:SHOWN]) for key, line in self._lines.items()]

    def words(self) -> dict:
        return {"line": self.cleaned_data["line"], "after": self._lines.get(self.cleaned_data["after"])}


class CoordinatingForm(SeveralForm):
    """Which units help from now on, or no longer do, with all of the lines."""

    way = forms.ChoiceField(
        label=gettext_lazy("What changes"),
        choices=[
            ("add", gettext_lazy("The ticked units help with these lines, beside those who do already")),
            ("drop", gettext_lazy("The ticked units no longer help with these lines")),
        ],
        initial="add",
        widget=forms.RadioSelect,
    )
    unit = forms.MultipleChoiceField(
        label=gettext_lazy("Coordinating units"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick at least one unit.")},
    )

    def __init__(self, request, plan, items: list, today):
        super().__init__(request, plan, items)
        helping = [unit for item in items for unit in item.coordinating_units.all()]
        present = Unit.objects.valid_on(today).select_related(None)
        self._units = {str(unit.pk): unit for unit in [*present, *helping]}
        self.fields["unit"].choices = [(key, str(unit)) for key, unit in self._units.items()]

    def words(self) -> dict:
        chosen = [self._units[key] for key in self.cleaned_data["unit"]]
        return {"line": self.cleaned_data["line"], self.cleaned_data["way"]: chosen}
