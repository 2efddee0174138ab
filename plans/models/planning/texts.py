"""Texts of the plan that Home Affairs writes itself; a blank one leaves the paper's standing text."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.errors import Invalid
from tracker.vietnamese import tidy

TEXTS = {
    "grounds": gettext_lazy("Grounds"),
    "purpose": gettext_lazy("Purpose"),
    "requirements": gettext_lazy("Requirements"),
    "targets": gettext_lazy("Objectives and targets"),
    "organisation": gettext_lazy("Organisation"),
}
LONGEST_TEXT = 10_000


def tidied(texts: dict[str, str]) -> dict[str, str]:
    """Each text with its lines kept, blank lines left out. Raises Invalid for what is too long or no such text."""
    found = {name: _lines(text) for name, text in texts.items()}
    wrong = {name: _("The plan has no text of this name.") for name in found if name not in TEXTS}
    too_long = _("Shorten the text to at most %(most)s characters.") % {"most": LONGEST_TEXT}
    wrong |= {name: too_long for name, text in found.items() if len(text) > LONGEST_TEXT}
    if wrong:
        raise Invalid(wrong)
    return found


def _lines(text: str) -> str:
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)
