"""Official papers as Word files, laid out as Decree 30/2020/NĐ-CP, Annex I, asks.

`plan_document(plan, today)` and `progress_report(plan, today)` return the bytes of a `.docx`, `written(paper, format,
subject, on)` those of any paper in any of its formats; the same plan on the same day gives the same bytes. The papers
speak Vietnamese whatever language the reader has chosen.
"""

from importlib import import_module

WRITERS = {
    "plan_document": "plans.papers.plan_paper",
    "progress_report": "plans.papers.progress_paper",
    "template_fault": "plans.papers.word_templates.template_check",
    "written": "plans.papers.writing",
}
__all__ = ["plan_document", "progress_report", "template_fault", "written"]


def __getattr__(name: str):
    """Loaded when the first paper is written: Word and XML cost 11 MB, which most web processes never need."""
    if name not in WRITERS:
        raise AttributeError(name)
    return getattr(import_module(WRITERS[name]), name)
