"""Official letters in the layout of Decree 30/2020/NĐ-CP: `chasing_letter(letters, today)` as Word file or as PDF."""

from datetime import date
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from plans import papers
from plans.papers.catalogue import WORD, Paper, register

CHASE = Paper(
    "chase", "notifications.papers.chasing_paper", "chases", "Cong-van-don-doc",
    _("The letter that urges one or several units, with the list of what they owe."),
    templates=Path(__file__).with_name("templates"),
)  # fmt: skip


def make_known() -> None:
    """The room of the plans keeps the templates of this paper too."""
    register(CHASE)


def chasing_letter(letters: list, today: date, format: str = WORD) -> bytes:
    """The letter to all the units that were chased together, in Vietnamese whatever the reader has chosen."""
    return papers.written(CHASE, format, letters, today)
