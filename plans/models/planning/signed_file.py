"""The signed paper as a file: where it lies, and what it has to be."""

import secrets

from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.files import examine
from tracker.models.evidence_verbs import sha256_of

PDF = "application/pdf"


def random_name(signed, file_name: str) -> str:
    """Files lie under names nobody can guess; the real name is a column."""
    return f"signed/{secrets.token_hex(16)}"


def examined(file) -> dict[str, str]:
    """The columns of a signed paper: its name and its SHA-256; empty without a file.

    Raises Invalid({"signed_file": …}) unless it is a PDF, and what its name says.
    """
    if not file:
        return {}
    try:
        sound = examine(file)
    except Invalid as refusal:
        raise Invalid({"signed_file": refusal.errors["file"]}) from None
    if sound.media_type != PDF:
        raise Invalid(
            {"signed_file": _("Attach the signed paper as PDF: the scan, or the digitally signed file.")}
        )
    return {"signed_file_name": sound.name, "signed_sha256": sha256_of(file)}


def keep(signed, file) -> None:
    """Store the bytes of a file that was examined, once the columns beside it are written."""
    if file:
        signed.signed_file = file
        signed.save(update_fields=["signed_file"])
