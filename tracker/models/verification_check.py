"""What Home Affairs looks at in a report, whatever it then decides."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker.errors import Invalid


class VerificationCheck(models.TextChoices):
    CONTENT = "content", _("The content is right")
    TIME = "time", _("It was done in time")
    SIGNATURE = "signature", _("Stamp and signature are there")


def checked(names: Iterable[str]) -> tuple[dict, dict]:
    """The checks that were found in order, as the history keeps them; nothing when none was ticked."""
    found = set(names)
    if not found <= set(VerificationCheck.values):
        raise Invalid({"checks": gettext("Tick only what is in the list.")})
    return {}, {"checks": [name for name in VerificationCheck.values if name in found]} if found else {}
