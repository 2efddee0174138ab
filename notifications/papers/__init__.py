"""Official letters as Word files, in the layout of Decree 30/2020/NĐ-CP: `chasing_letter(letters, today)`."""

from datetime import date
from importlib import import_module


def chasing_letter(letters: list, today: date) -> bytes:
    """The letter to one or several units; Word and XML are loaded when the first paper is written."""
    return import_module("notifications.papers.chasing_paper").chasing_letter(letters, today)
