"""Why a file cannot stay, in words for the person who brought it."""

from django.utils.translation import gettext_lazy as _

MACROS = _("The file holds macros. Save it as a file without macros (.docx, .xlsx, .pptx) or as PDF.")
LOCKED = _("The file is protected by a password, so nobody could check it. Save it without the password.")
BOMB = _(
    "The file would grow to an unusual size when unpacked. Save it again, or pack fewer files at a time."
)
DAMAGED = _("The file is damaged and cannot be opened. Open it where it was made and save it again.")


class Unfit(Exception):
    """The file may not stay; the message says how to mend it."""
