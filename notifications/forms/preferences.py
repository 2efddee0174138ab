"""Which optional mails somebody wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications import kinds, occasions
from notifications.models import OptOut, ReminderRule


class PreferencesForm(forms.Form):
    """One tick for each optional kind; no tick means that no such mail is sent."""

    wanted = forms.MultipleChoiceField(
        label=_("Mails you can decline"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, person, optional: list[ReminderRule], *args, **kwargs):
        declined = set(OptOut.objects.current().filter(user=person).values_list("kind", flat=True))
        codes = [rule.code for rule in optional]
        kwargs["initial"] = {"wanted": [code for code in codes if code not in declined]}
        super().__init__(*args, **kwargs)
        self.fields["wanted"].choices = [(rule.code, _named(rule)) for rule in optional]


def _named(rule: ReminderRule) -> str:
    return f"{kinds.name_of(rule.code)} – {occasions.when(rule)}"
