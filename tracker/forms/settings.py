"""What a person settles for himself: how to be reached, how pages look, who stands in, the password."""

from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from tracker.models import Membership, User

from .fields import DayField
from .verb import VerbForm

A_PHONE = r"^(?=(?:\D*\d){6})[\w\s().,\-/+]+$"  # at least six figures; an extension may follow in words


class SettingsForm(forms.ModelForm):
    """The person's own choices. The name is the administrator's, because mails and plans are signed with it."""

    class Meta:
        model = User
        fields = ("phone", "job_title", "language", "text_size", "density", "shortcuts")
        widgets = {
            "phone": forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
            "job_title": forms.TextInput({"autocomplete": "organization-title"}),
            "language": forms.RadioSelect,
            "text_size": forms.RadioSelect,
            "density": forms.RadioSelect,
        }
        labels = {"shortcuts": _("Use keyboard shortcuts")}
        help_texts = {
            "phone": _("For example 0293 3878 878. Home Affairs and your unit see it."),
            "density": _("How many rows of a table fit on the screen."),
            "shortcuts": _("Single keys, listed under Help. They rest while you type."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["phone"].validators.append(
            RegexValidator(A_PHONE, _("Write the number in figures, for example 0293 3878 878."))
        )


class AbsenceForm(VerbForm):
    """From which day to which day, and which colleague of the same unit stands in."""

    stand_in = forms.ModelChoiceField(
        User.objects.none(), label=_("Who stands in for you"), empty_label=_("Choose a colleague"),
        help_text=_("Active colleagues of your own unit."),
        error_messages={"invalid_choice": _("Choose an active colleague of your own unit.")},
    )  # fmt: skip
    starts_on = DayField(label=_("First day away"))
    ends_on = DayField(label=_("Last day away"))
    version = None

    def __init__(self, request, *, today):
        super().__init__(request, None)
        self.fields["stand_in"].queryset = colleagues(request.actor, today)


class PasswordForm(PasswordChangeForm):
    """Asks for the present password first."""

    error_messages = {
        "password_mismatch": _("The two new passwords differ. Type the same one twice."),
        "password_incorrect": _("The present password is not right."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.fields["old_password"].label = _("Present password")
        self.fields["old_password"].widget.attrs.pop("autofocus", None)


def colleagues(actor, today):
    """The active people who hold a role in one of the actor's units on this day, by given name."""
    there = Membership.objects.valid_on(today).filter(unit__in=actor.unit_ids).values("user")
    return User.objects.filter(pk__in=there, is_active=True).exclude(pk=actor.user.pk)
