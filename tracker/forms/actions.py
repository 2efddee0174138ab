"""What is typed in about an action: progress, report, decision, owner."""

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tracker.errors import Invalid
from tracker.models import ExpectedEvidence, User

from .evidence import only_missing
from .fields import DayField, ProofField, SentencesField
from .verb import VerbForm

FROM_0_TO_100 = _("Give a whole number from 0 to 100.")


def _from_0_to_100(percent: int) -> None:
    if not 0 <= percent <= 100:
        raise forms.ValidationError(FROM_0_TO_100)


class ProgressForm(VerbForm):
    """How far, what was done, what comes next, and the file that proves it: one form, one save."""

    percent = forms.IntegerField(
        label=_("How far is the work, in percent?"), validators=[_from_0_to_100],
        widget=forms.NumberInput({"min": 0, "max": 100, "step": 5, "size": 5}),
        error_messages={"invalid": FROM_0_TO_100},
    )  # fmt: skip
    note = SentencesField(
        label=_("What was done?"),
        rows=2,
        help_text=_("One or two sentences with figures, for example “12 of 40 files are scanned”."),
    )
    next_step = SentencesField(label=_("Next step"), rows=2, required=False)
    file = ProofField(label=_("Evidence file"), required=False)
    expected = forms.ModelChoiceField(
        ExpectedEvidence.objects.none(), label=_("What does the file prove?"), required=False,
        empty_label=_("Other evidence"),
    )  # fmt: skip

    def __init__(self, request, action):
        proved = only_missing(action)
        super().__init__(request, action, initial={"percent": action.percent, "expected": proved})
        self.fields["expected"].queryset = action.expected_evidence.all()
        if not action.expected_evidence.exists():
            self.fields["expected"].widget = forms.HiddenInput()

    def words(self) -> dict:
        """The next step stands in the history below what was done."""
        words = super().words()
        done_and_next = (words["note"], words.pop("next_step"))
        return words | {"note": " → ".join(filter(None, done_and_next))}


class ReportForm(VerbForm):
    """Asks for the cause of a delay only when there is one."""

    note = SentencesField(
        label=_("What was achieved?"), required=False, help_text=_("Compare with the expected output.")
    )
    delay_cause = SentencesField(
        label=_("What caused the delay?"), rows=3,
        help_text=_("The deadline has passed. The cause is shown in the report."),
        error_messages={"required": _("The deadline has passed: say what caused the delay.")},
    )  # fmt: skip

    def __init__(self, request, action, *, today):
        super().__init__(request, action)
        if today <= action.due_on:
            del self.fields["delay_cause"]


class ReasonForm(VerbForm):
    """For whatever needs nothing but a reason."""

    reason = SentencesField(
        label=_("Reason"), help_text=_("It is shown to the people concerned and kept in the history.")
    )


class VerificationForm(VerbForm):
    """Asks about the reasons of a delay only when there is one."""

    remark = SentencesField(label=_("Remark"), required=False, rows=3)
    is_delay_objective = forms.BooleanField(
        label=_("The delay had external reasons"), required=False,
        help_text=_("Tick only when the report came late through no fault of the unit."),
    )  # fmt: skip

    def __init__(self, request, action):
        super().__init__(request, action)
        if not action.reported_on or action.reported_on <= action.due_on:
            del self.fields["is_delay_objective"]


class OwnerForm(VerbForm):
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("New owner"), help_text=_("Active people of the lead unit."),
        empty_label=_("Choose a person"),
    )  # fmt: skip

    def __init__(self, request, action, *, today):
        super().__init__(request, action, initial={"owner": action.owner_id})
        members = action.lead_unit.memberships.valid_on(today).values("user")
        self.fields["owner"].queryset = User.objects.filter(is_active=True, pk__in=members)


class ExtensionForm(VerbForm):
    requested_due_on = DayField(
        label=_("New date asked for"),
        help_text=format_lazy(
            _("Day/month/year; at most {days} days beyond the present deadline."),
            days=settings.EXTENSION_DAYS,
        ),
    )
    reason = SentencesField(
        label=_("Why is more time needed?"),
        help_text=_("Say what holds the work up and what will be done by the new date."),
    )


class DecisionForm(VerbForm):
    """Grant the date asked for, a shorter one, or refuse."""

    decision = forms.ChoiceField(
        label=_("Decision"), widget=forms.RadioSelect,
        choices=[("approve", _("Grant")), ("refuse", _("Refuse"))],
    )  # fmt: skip
    granted_due_on = DayField(
        label=_("Granted until"), required=False, help_text=_("Leave as it is, or type an earlier date.")
    )
    remark = SentencesField(
        label=_("Remark"), required=False, rows=3, help_text=_("Needed when you refuse; the unit reads it.")
    )

    def take(self, refusal):
        """A refusal's reason is what stands in the remark."""
        super().take(
            Invalid({"remark" if name == "reason" else name: why for name, why in refusal.errors.items()})
        )


class EmptyForm(VerbForm):
    """For a verb that needs no words."""
