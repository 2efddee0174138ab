"""What is typed in about people: an invitation, a correction, the last day of a role, a new password."""

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from tracker import rules
from tracker.models import Membership, User

from .fields import DayField, SentencesField
from .settings import A_PHONE
from .verb import VerbForm


class DetailsForm(VerbForm):
    """Who somebody is and how he is reached."""

    full_name = forms.CharField(
        label=_("Full name"), max_length=120, widget=forms.TextInput({"autocomplete": "off"})
    )
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "off"}),
        help_text=_("The person logs in with it and gets mails there: his own, not one the office shares."),
    )  # fmt: skip
    job_title = forms.CharField(label=_("Job title"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Phone"), max_length=40, required=False, widget=forms.TextInput({"inputmode": "tel"}),
        validators=[RegexValidator(A_PHONE, _("Write the number in figures, for example 0293 3878 878."))],
    )  # fmt: skip
    version = None


class InvitationForm(DetailsForm):
    """A role in the unit for somebody new, or for whoever has the address already."""

    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    valid_from = DayField(label=_("Holds the role from"))
    is_known = forms.BooleanField(label=_("Yes, this person gets the role"), required=False)

    def __init__(self, request, unit, *, today):
        super().__init__(request, unit, initial={"valid_from": today, "role": Membership.Role.OFFICIAL})
        allowed = [
            choice for choice in Membership.Role.choices if rules.may_appoint(request.actor, choice[0])
        ]
        self.fields["role"].choices = allowed
        if self.known is None:
            del self.fields["is_known"]

    @property
    def known(self) -> User | None:
        """Whose account the typed address is."""
        typed = (self.data.get("email") or "").strip().lower()
        return User.objects.filter(email=typed).first() if typed else None


class CorrectionForm(DetailsForm):
    """The same details of somebody who has an account."""

    def __init__(self, request, person):
        super().__init__(request, person, initial=forms.model_to_dict(person, list(DetailsForm.base_fields)))


class RoleEndForm(VerbForm):
    """The last day, and who takes over what is open."""

    valid_to = DayField(label=_("Last day in the role"))
    successor = forms.ModelChoiceField(
        User.objects.none(), label=_("Who takes over the open actions"),
        empty_label=_("Choose a person"), help_text=_("Active people of the same unit. They are told by mail."),
        error_messages={
            "invalid_choice": _("Choose an active person of the same unit."),
            "required": _("Choose who takes over the open actions."),
        },
    )  # fmt: skip
    version = None

    def __init__(self, request, membership, *, today, hands_over: bool):
        super().__init__(request, membership.user, initial={"valid_to": today})
        there = Membership.objects.valid_on(today).filter(unit=membership.unit).exclude(user=membership.user)
        self.fields["successor"].queryset = User.objects.filter(is_active=True, pk__in=there.values("user"))
        if not hands_over:
            del self.fields["successor"]


class DisablingForm(VerbForm):
    reason = SentencesField(label=_("Reason"), rows=2, help_text=_("It is kept in the person's history."))
    version = None


class ButtonForm(VerbForm):
    """Nothing but the button."""

    version = None


class NewPasswordForm(SetPasswordForm):
    """Twice the same, by the rules of the house."""

    error_messages = {"password_mismatch": _("The two new passwords differ. Type the same one twice.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)


class ForgottenForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "username"}),
        error_messages={"required": _("Write the address with which you log in.")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
