"""The upload of a template."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tracker.forms.verb import VerbForm


class TemplateForm(VerbForm):
    """The file that papers of one kind are to be written with from now on."""

    version = None
    file = forms.FileField(
        label=_("New template (.docx)"), max_length=300, allow_empty_file=True,
        widget=forms.FileInput({"accept": ".docx"}),
        help_text=_("At most 5 MB. It is checked first; if something is wrong, the one in use stays."),
        error_messages={"required": _("Choose the Word file.")},
    )  # fmt: skip


class RestoringForm(VerbForm):
    """Nothing is typed."""

    version = None
