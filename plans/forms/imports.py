"""What is chosen and typed on the way of an Excel file into a submission."""

import re

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracker.forms.verb import VerbForm

CELL = re.compile(r"cell-(\d{1,7})-([a-z_]+)")


class UploadForm(VerbForm):
    """The same file again is the same import, so nothing else has to guard against sending twice."""

    version = None
    file = forms.FileField(
        label=_("Excel file (.xlsx)"), max_length=300, allow_empty_file=True,
        widget=forms.FileInput({"accept": ".xlsx"}),
        help_text=_("At most 20 MB and 2,000 filled rows. Nothing is written yet: the file is checked first."),
        error_messages={"required": _("Choose the file you filled in.")},
    )  # fmt: skip


class ConfirmForm(VerbForm):
    """Faulty rows are left out only by choice; without faults there is nothing to choose."""

    only_sound = forms.TypedChoiceField(
        label=_("Rows with faults"), widget=forms.RadioSelect, initial="no", coerce=lambda value: value == "yes",
        required=False, empty_value=False,
        choices=[
            ("no", _("Mend all of them first, then import")),
            ("yes", _("Leave them out and import only the sound rows")),
        ],
    )  # fmt: skip

    def __init__(self, request, job):
        super().__init__(request, job)
        if not job.faults:
            del self.fields["only_sound"]


def cells_of(posted: QueryDict) -> dict[tuple[int, str], str]:
    """The cells that were mended in the page: row and column to text."""
    found = ((CELL.fullmatch(name), text) for name, text in posted.items())
    return {(int(cell[1]), cell[2]): text for cell, text in found if cell}
