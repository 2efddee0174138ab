"""Every mail we send: what it tells, to whom it is addressed, and its words in the reader's language."""

from .contents import Item, items_for, items_of
from .letter import Letter
from .table import write

__all__ = ["Item", "Letter", "items_for", "items_of", "write"]
