"""What was published of each index: a year beside another, and one index through the years with its criteria."""

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tracker import rules
from tracker.criteria_table import criteria_rows, earlier_years, weaknesses_of
from tracker.forms.year_choice import YearsForm
from tracker.index_table import YEARS_SHOWN, results_by_index, row_of, rows_for
from tracker.models import Index, IndexResult, Review


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All indices of a year, compared with another year."""
    years = list(Review.objects.with_results_for(request.actor).values_list("year", flat=True))
    context = {"may_write": rules.may_write_results(request.actor)}
    if years:
        form = YearsForm(request.GET, years, _latest_told(request.actor))
        context |= {"form": form} | _table(request, *form.chosen())
    return render(request, "tracker/indices.html", context)


@require_safe
def show(request: HttpRequest, year: int, code: str) -> HttpResponse:
    """One index: its years, its criteria with the points lost, the weaknesses found under it and whose they are."""
    review, chosen = find_results(request, year), get_object_or_404(Index, code=code)
    years = list(Review.objects.with_results_for(request.actor).values_list("year", flat=True))
    results = results_by_index(request.actor, years).get(chosen.pk, {})
    told = sorted({year, *results}, reverse=True)
    found = weaknesses_of(review, chosen, request.actor)
    criteria = criteria_rows(review, chosen, found)
    under = {row.criterion.code for row in criteria}
    context = {
        "review": review, "index": chosen, "result": results.get(year), "years": years,
        "rows": [(each, row_of(chosen, each, each - 1, results, {})) for each in told],
        "row": row_of(chosen, year, year - 1, results, {}),
        "may_write": rules.may_write_results(request.actor) and review.state != "closed",
        "criteria": criteria, "earlier": earlier_years(review), "weaknesses": found,
        "has_points": any(cell.value is not None for row in criteria for cell in (row, *row.earlier)),
        "elsewhere": [each for each in found if not each.criterion or each.criterion.code not in under],
    }  # fmt: skip
    return render(request, "tracker/index_results.html", context)


def find_results(request: HttpRequest, year: int) -> Review:
    """The review of the year; one in preparation does not exist for whoever may not know its results."""
    return get_object_or_404(Review.objects.with_results_for(request.actor), year=year)


def _latest_told(actor) -> int | None:
    """The last year of which anything was published: a year still in preparation would be an empty table."""
    reviews = Review.objects.with_results_for(actor)
    return IndexResult.objects.filter(review__in=reviews).aggregate(year=Max("review__year"))["year"]


def _table(request, year: int, other: int) -> dict:
    review = find_results(request, year)
    rows = rows_for(review, other, request.actor)
    known = [row.index.pk for row in rows]
    may_write = rules.may_write_results(request.actor)
    return {
        "rows": rows, "year": year, "other_year": other, "first_year": year - YEARS_SHOWN + 1,
        "has_results": any(row.result for row in rows),
        "preparing": review if may_write and review.state == "preparing" else None,
        "without": Index.objects.exclude(pk__in=known) if may_write else [],
    }  # fmt: skip
