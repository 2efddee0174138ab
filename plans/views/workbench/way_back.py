"""Back to the workbench as it was left: same index, words and ticks; at a line, wherever that stands by then."""

from collections.abc import Collection, Iterable
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import lazy

from plans.consolidation.pile import MOST
from plans.forms.workbench.merging import lines_asked
from plans.models import Plan, PlanItem
from tracker.models import Action

STAYS, STAYS_AT_A_LINE = ("index", "q", "page", "waiting", "proposals"), ("q", "waiting", "proposals")


def bench(plan: Plan, item: PlanItem | None = None) -> str:
    """The workbench as it begins, or where it shows this line."""
    return _address(plan, item, [])


def back(
    request: HttpRequest, plan: Plan, item: PlanItem | None = None, *, used: Collection = (), **told
) -> str:
    """As the address of the asker's page tells it; what is used up is ticked no more."""
    stays = [(name, request.GET.get(name)) for name in (STAYS_AT_A_LINE if item else STAYS)]
    query = [*((name, text[:200]) for name, text in stays if text), *told.items()]
    return _address(plan, item, [*query, *_ticks(request, used)])


def naming(words: str, plan: Plan, items: Iterable[PlanItem]) -> str:
    """The words with the numbers that these lines have once the verb is done, when the words are read."""
    return _numbered(words, plan.items.filter(pk__in=[item.pk for item in items]))


def naming_lines_of(words: str, plan: Plan, rows: Iterable[Action]) -> str:
    """The words with the numbers of the lines in which these rows stand once the verb is done."""
    return _numbered(words, plan.items.filter(contributions__action__in=[row.pk for row in rows]).distinct())


def came_from_bench(request: HttpRequest) -> bool:
    """Its buttons say which index stood open."""
    return "index" in request.GET


def _numbered(words: str, items: QuerySet[PlanItem]) -> str:
    def said() -> str:
        return words % {
            "lines": ", ".join(map(str, items.order_by("position").values_list("position", flat=True)))
        }

    return lazy(said, str)()


def _ticks(request: HttpRequest, used: Collection) -> list[tuple]:
    lines = [("line", pk) for pk in lines_asked(request.GET.getlist("line")) if pk not in used]
    refs = dict.fromkeys(request.GET.getlist("action")[:MOST])
    return lines + [("action", ref) for ref in refs if ref not in used]


def _address(plan: Plan, item: PlanItem | None, query: list[tuple]) -> str:
    here = reverse("plan-workbench", kwargs={"year": plan.review.plan_year})
    query = [("at", item.pk), *query] if item else query
    return f"{here}{'?' if query else ''}{urlencode(query)}{f'#dong-{item.pk}' if item else ''}"
