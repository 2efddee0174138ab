"""The way of a plan in steps: which are behind, which is now, and since when."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Step:
    words: str
    on: date | None
    is_done: bool
    is_now: bool


def steps_of(plan) -> list[Step]:
    """Draft, submitted, issued; amended only where it was."""
    known = [
        ("draft", _("Draft plan"), None),
        ("sent", _("Submitted to the People's Committee"), plan.sent_on),
        ("issued", _("Issued"), plan.issued_on),
    ]
    if plan.state == "amended":
        known.append(("amended", _("Amended"), plan.versions.values_list("frozen_on", flat=True).last()))
    now = [name for name, _words, _on in known].index(plan.state)
    return [
        Step(words, on, is_done=place < now or plan.is_issued, is_now=place == now)
        for place, (_name, words, on) in enumerate(known)
    ]
