"""What is decided on one case of a queue; each form names its case, so that it can never fall on another."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid
from tracker.models.verification_check import VerificationCheck

from .fields import DayField, SentencesField
from .verb import VerbForm

REMARK = gettext_lazy("Remark")
DECISION = {
    "label": gettext_lazy("Decision"), "widget": forms.RadioSelect,
    "error_messages": {"required": gettext_lazy("Choose what you decide.")},
}  # fmt: skip
SEEN = re.compile(r"([0-9]{1,18}:[0-9]{1,9})( [0-9]{1,18}:[0-9]{1,9})*")


class CaseForm(VerbForm):
    """A reason that is missing is what should stand in the remark. "Optional" is not said of what one choice needs."""

    conditional = ("remark", "granted_due_on")
    save, save_and_go_on = gettext_lazy("Save"), gettext_lazy("Save and open the next")
    done = gettext_lazy("The decision is saved; the unit is told.")
    viec = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, request, thing):
        super().__init__(request, thing, initial={"viec": thing.pk})
        for name in self.fields.keys() & set(self.conditional):
            self.fields[name].is_conditional = True

    def words(self) -> dict:
        words = super().words()
        del words["viec"]
        return words

    def take(self, refusal: Invalid) -> None:
        named = {"remark" if name == "reason" else name: why for name, why in refusal.errors.items()}
        super().take(Invalid(named))


class ExtensionCaseForm(CaseForm):
    """The date asked for, an earlier one, or none."""

    decision = forms.ChoiceField(**DECISION)
    granted_due_on = DayField(
        label=gettext_lazy("The earlier date"), required=False,
        help_text=gettext_lazy("Only when you grant less than was asked for."),
    )  # fmt: skip
    remark = SentencesField(
        label=REMARK, required=False, rows=2,
        help_text=gettext_lazy("Needed when you refuse; the unit reads it."),
    )  # fmt: skip

    def __init__(self, request, extension):
        super().__init__(request, extension)
        grant = _("Grant until %(date)s") % {"date": f"{extension.requested_due_on:%d/%m/%Y}"}
        self.fields["decision"].choices = [
            ("grant", grant),
            ("earlier", _("Grant an earlier date")),
            ("refuse", _("Refuse")),
        ]

    def clean(self) -> dict:
        words = super().clean()
        decision, typed = words.get("decision"), words.get("granted_due_on")
        if decision == "earlier" and not typed and "granted_due_on" not in self.errors:
            self.add_error("granted_due_on", _("Type the date until which you grant."))
        if decision == "grant" and typed and typed != self.thing.requested_due_on:
            both = _(
                "You typed another date than the one asked for. Choose “Grant an earlier date”, or empty it."
            )
            self.add_error("granted_due_on", both)
        return words


class VerificationCaseForm(CaseForm):
    """It holds or it goes back; what was looked at is kept with the decision."""

    checks = forms.MultipleChoiceField(
        label=gettext_lazy("What you found in order"), choices=VerificationCheck.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    decision = forms.ChoiceField(**DECISION)
    is_delay_objective = forms.BooleanField(
        label=gettext_lazy("The delay had external reasons"), required=False,
        help_text=gettext_lazy("Tick only when the report came late through no fault of the unit."),
    )  # fmt: skip
    remark = SentencesField(
        label=REMARK, required=False, rows=2,
        help_text=gettext_lazy("Needed when you send it back; the unit reads it."),
    )  # fmt: skip

    def __init__(self, request, action):
        super().__init__(request, action)
        is_late = bool(action.reported_on) and action.reported_on > action.due_on
        holds = _("It holds, completed late") if is_late else _("It holds")
        self.fields["decision"].choices = [("holds", holds), ("return", _("Send back with a reason"))]
        if not is_late:
            del self.fields["is_delay_objective"]


class AnswerForm(CaseForm):
    """What Home Affairs answers."""

    save, save_and_go_on = gettext_lazy("Send the answer"), gettext_lazy("Send and open the next")
    done = gettext_lazy("The answer is sent; the unit is told.")
    words = SentencesField(label=gettext_lazy("Your answer"), rows=5)


class GrantManyForm(VerbForm):
    """The date each of them asked for, and each request at the version its reader saw."""

    version = None
    remark = SentencesField(
        label=REMARK, required=False, rows=2, help_text=gettext_lazy("Every unit concerned reads it.")
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=8000)

    def __init__(self, request, extensions):
        seen = " ".join(f"{each.pk}:{each.version}" for each in extensions)
        super().__init__(request, None, initial={"seen": seen})

    def clean_seen(self) -> dict[int, int]:
        """Id -> version."""
        if not SEEN.fullmatch(self.cleaned_data["seen"]):
            raise forms.ValidationError(_("The ticked rows were not understood. Tick them again."))
        pairs = (pair.split(":") for pair in self.cleaned_data["seen"].split())
        return {int(pk): int(version) for pk, version in pairs}
