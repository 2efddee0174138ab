"""The words of a letter that may go to many: one text, with braces where each unit has its own figures."""

import re
from datetime import date

from django.utils.translation import gettext as _

from tracker.errors import Invalid
from tracker.models import WorkingDayException
from tracker.vietnamese import tidy

MOST_SIGNS = 2000
ANSWER_WITHIN = 3  # working days, proposed
PLACE = re.compile(r"\{([^{}]*)\}")


def answer_by(today: date) -> date:
    """Until when an answer is asked for."""
    return WorkingDayException.objects.calendar().shift(today, ANSWER_WITHIN)


def places(figures: dict[str, str]) -> str:
    """The placeholders a text may use, as they are typed."""
    return ", ".join(f"{{{name}}}" for name in figures)


def filled(wording: str, figures: dict[str, str]) -> str:
    """The text as one unit reads it, line by line. Raises Invalid when empty, too long, or with an unknown place."""
    wording = "\n".join(map(tidy, wording.splitlines())).strip()
    if not wording:
        raise Invalid({"words": _("Write what the unit is to do; the letter cannot be empty.")})
    _expect_known(wording, figures)
    words = substituted(wording, figures)
    if len(words) > MOST_SIGNS:
        limit = {"most": MOST_SIGNS, "signs": len(words)}
        raise Invalid(
            {"words": _("At most %(most)s characters; these are %(signs)s. Shorten the text.") % limit}
        )
    return words


def substituted(wording: str, figures: dict[str, str]) -> str:
    """The text with these figures in their places."""
    return PLACE.sub(lambda place: figures[_name(place[1])], wording)


def _expect_known(wording: str, figures: dict[str, str]) -> None:
    for name in PLACE.findall(wording):
        if _name(name) not in figures:
            told = {"name": f"{{{name}}}", "known": places(figures)}
            raise Invalid(
                {"words": _("Nobody knows what to write for %(name)s. Known are: %(known)s.") % told}
            )


def _name(typed: str) -> str:
    return tidy(typed).lower()
