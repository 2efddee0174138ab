"""Which published indices fell against the year before, and how far the work on them is."""

from collections.abc import Iterable
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.models import IndexResult


def told(results: Iterable[IndexResult], indices: list[dict]) -> list[str]:
    """One sentence for each index that fell, the deepest fall in rank first."""
    work = {row["thing"].pk: row for row in indices}
    fallen = sorted(filter(_fell, results), key=lambda result: result.change_rank or 0)
    return [_sentence(result, work.get(result.index_id)) for result in fallen]


def _fell(result: IndexResult) -> bool:
    return (result.change_rank or 0) < 0 or (not result.change_rank and (result.change_value or 0) < 0)


def _sentence(result: IndexResult, row: dict | None) -> str:
    if row is None:
        return _("%(fall)s; no action is meant for it.") % {"fall": _fall(result)}
    done = row["done_on_time"] + row["done_late"]
    words = {"fall": _fall(result), "done": done, "total": row["total"]}
    return _("%(fall)s; %(done)s of %(total)s actions for it are completed.") % words


def _fall(result: IndexResult) -> str:
    places = -(result.change_rank or 0)
    if places > 0:
        return ngettext("%(index)s fell by %(places)s place", "%(index)s fell by %(places)s places", places) % {
            "index": result.index, "places": places,
        }  # fmt: skip
    points = floatformat(-(result.change_value or Decimal(0)), 2)
    return _("%(index)s fell by %(points)s against the year before") % {
        "index": result.index,
        "points": points,
    }
