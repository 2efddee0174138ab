"""The papers at the end of a replay: the plan, and the report on what became of it."""

from datetime import date

from plans.models import Plan
from plans.papers import plan_document, progress_report

from .output import Output


def write_papers(output: Output, today: date) -> None:
    """Nothing before the plan is drafted; the report once it is issued."""
    plan = Plan.objects.select_related("review").first()
    if plan:
        output.write_paper("plan.docx", plan_document(plan, plan.issued_on or today))
    if plan and plan.is_issued:
        output.write_paper("progress-report.docx", progress_report(plan, today))
