"""A fault of a template as its writer mends it: where it is, what stands there, what should stand there."""

import re

from django.utils.translation import gettext as _

from .template_tags import Place

OPENING = re.compile(r"\{%(p|tr|tc|r)?\s*(for|if)\b")


def laid_out(fault: str, place: Place | None = None, stands: str = "", should: str = "") -> str:
    """One line for the fault and one for each of the three; what is not known is left out."""
    asked = (
        (_("In the paragraph: %(words)s"), place),
        (_("What stands there: %(words)s"), stands),
        (_("What should stand there: %(words)s"), should),
    )
    told = [line % {"words": words} for line, words in asked if words and str(words)]
    return "\n".join(filter(None, [fault, *told]))


def closing_of(place: Place) -> str:
    """What closes the for or if of this paragraph, written the way that one is."""
    mark, word = OPENING.search(place.text).groups()
    return _("%(tag)s further down, where it ends") % {"tag": f"{{%{mark or ''} end{word} %}}"}


def braces_around(written: str, place: Place) -> str:
    """The whole of the tag in the paragraph, with its braces; without them where it is not found."""
    tag = re.compile(rf"\{{[{{%][^{{}}]*?(?<![\w.]){re.escape(written)}\b[^{{}}]*\}}{{1,2}}")
    found = tag.search(place.text)
    return found[0] if found else written
