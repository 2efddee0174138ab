"""The log-in form: e-mail and password; the error never says which of the two is wrong."""

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from tracker.models import User


class LogInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _("The e-mail address or the password is not right. Check both and try again."),
        "inactive": _("This account is closed."),
        "sample": _("Sample accounts work only while the site shows the sample province."),
    }

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, use_required_attribute=False, **kwargs)
        self.fields["username"].label = _("E-mail address")
        self.fields["username"].widget = forms.EmailInput({"autocomplete": "username", "autofocus": True})

    def get_invalid_login_error(self):
        """A sample account refused for its own reason gets that reason: its address is no secret."""
        email = self.cleaned_data.get("username", "").lower()
        if not settings.SAMPLE_MODE and User.objects.filter(email=email, is_sample=True).exists():
            return forms.ValidationError(self.error_messages["sample"], code="sample")
        return super().get_invalid_login_error()
