"""The plan as a Word file, to be edited, numbered and signed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plans import papers
from tracker import calendar

from .plans import find_plan

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def plan(request: HttpRequest, year: int) -> HttpResponse:
    """The plan in the layout of the state; number and date are blank until it is issued."""
    document = papers.plan_document(find_plan(request, year), calendar.today())
    response = HttpResponse(document, content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="ke-hoach-{year}.docx"'
    return response
