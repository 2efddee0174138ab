"""Official papers as Word files, laid out as Decree 30/2020/NĐ-CP, Annex I, asks.

`plan_document(plan, today)` and `progress_report(plan, today)` return the bytes of a `.docx`; the same plan on the
same day gives the same bytes. The papers speak Vietnamese whatever language the reader has chosen.
"""

from .plan_paper import plan_document
from .progress_paper import progress_report

__all__ = ["plan_document", "progress_report"]
