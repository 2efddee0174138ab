"""What is typed in while a site is set up."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from plans.setting_up.units import WAYS
from tracker.forms.verb import VerbForm
from tracker.models import User


class FounderForm(forms.Form):
    """The first account. There is nobody yet whose receipt could be kept: the verb itself works only once."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "username"}),
        help_text=_("You log in with it, and mails go there."),
    )  # fmt: skip
    department = forms.CharField(label=_("Your department"), max_length=200, initial="Sở Nội vụ")
    password = forms.CharField(
        label=_("Password"), strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"}),
        help_text=_("At least 12 characters; a sentence is easy to remember."),
    )  # fmt: skip
    again = forms.CharField(
        label=_("The same password again"), strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("This cannot stay empty.")

    def clean(self):
        """The house's rules for passwords hold for the first account too."""
        given = super().clean()
        password, again = given.get("password"), given.pop("again", None)
        if password and again and password != again:
            self.add_error("again", _("The two passwords differ. Type the same one twice."))
        elif password:
            self._expect_good(password, given)
        return given

    def _expect_good(self, password: str, given: dict) -> None:
        person = User(email=given.get("email", ""), full_name=given.get("full_name", ""))
        try:
            validate_password(password, person)
        except forms.ValidationError as weak:
            self.add_error("password", weak)


class ProvinceForm(VerbForm):
    name = forms.CharField(
        label=_("Name of the province"),
        max_length=80,
        help_text=_("As papers write it, for example tỉnh Hậu Giang."),
    )
    place = forms.CharField(
        label=_("Place under papers"), max_length=60, help_text=_("Stands before the date: Hậu Giang, ngày …")
    )
    region = forms.CharField(
        label=_("Region"), max_length=80, required=False,
        help_text=_("Where indices rank within a region, for example vùng Đồng bằng sông Cửu Long."),
    )  # fmt: skip
    emblem = forms.FileField(
        label=_("Emblem"), required=False, allow_empty_file=True, widget=forms.FileInput({"accept": ".png,.jpg,.jpeg"}),
        help_text=_("PNG or JPEG, at most 300 KB. Without one the pages show a star."),
    )  # fmt: skip

    def __init__(self, request, province):
        super().__init__(request, province, initial={name: getattr(province, name) for name in NAMES})


class UnitsForm(VerbForm):
    """Where the units come from. Units are added beside what is there, so no version is seen."""

    version = None
    way = forms.ChoiceField(
        label=_("Where do the units come from?"), choices=WAYS, widget=forms.RadioSelect, initial="catalogue"
    )
    file = forms.FileField(
        label=_("Excel file"), required=False, allow_empty_file=True, widget=forms.FileInput({"accept": ".xlsx"}),
        help_text=_("Only if you chose Excel. Fill in the template; every fault is named and nothing is half done."),
    )  # fmt: skip


NAMES = ("name", "place", "region")
