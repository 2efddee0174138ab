"""The kinds of files that are taken, by the ending a sound name has."""

from django.utils.translation import gettext_lazy as _

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "docx": f"{_OFFICE}.wordprocessingml.document", "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation", "odt": f"{_OPEN}.text", "ods": f"{_OPEN}.spreadsheet",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "zip": "application/zip",
}  # fmt: skip
ENDINGS = tuple(MEDIA_TYPES)
WITH_MACROS = ("docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppsm")
SHOWN = ("application/pdf", "image/jpeg", "image/png")
TAKEN = _("PDF, Word, Excel, PowerPoint, OpenDocument, JPEG, PNG or ZIP")


def may_be_shown(media_type: str) -> bool:
    """Pictures and PDF may open in the browser; everything else is only saved."""
    return media_type in SHOWN
