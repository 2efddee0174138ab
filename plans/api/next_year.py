"""Did the points come back? The page of that name for programs."""

from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from plans.models import Plan
from plans.next_year.account import NextYear
from plans.next_year.indices import IndexAccount
from plans.next_year.limits import limits
from plans.next_year.ratings import UnitAccount
from plans.next_year.repeats import Repeat
from plans.next_year.rows import Row
from plans.next_year.telling import sentences
from plans.next_year.work import Work
from tracker import rules
from tracker.api.endpoint import Endpoint
from tracker.api.shapes import coded
from tracker.models import Review

from .shapes_next_year import NextYearWhole


class NextYearComeback(Endpoint):
    """What the review behind the plan found lost, what was done about it, and what the next one measured."""

    answer = NextYearWhole

    def get(self, request, year: int):
        known = Review.objects.with_results_for(self.actor).held_here()
        review = get_object_or_404(known, year=year - 1)
        plan = Plan.objects.filter(review=review).first()
        account = NextYear.of(review, self.actor)
        return Response(_whole(account, bool(plan) and rules.may_see_plan(self.actor, plan)))


def _whole(account: NextYear, sees_plan: bool) -> dict:
    def work(of: Work) -> dict:
        lines = {
            each.contribution.item_id for each in of.actions if sees_plan and hasattr(each, "contribution")
        }
        return of.counts | {"actions": [each.ref for each in of.actions], "lines": sorted(lines)}

    return {
        "year": account.review.year,
        "year_then": account.year_then,
        "is_there": account.then is not None,
        "sentences": list(sentences(account)),
        "indices": [_index(each, account, work) for each in account.indices],
        "units": [_unit(each) for each in account.units],
        "repeated": [_repeat(each, work) for each in account.repeated],
        "left": [_repeat(each, work) for each in account.left],
        "missing": [
            {"what": gap.what.value, "year": gap.year, "index": gap.index and gap.index.code}
            for gap in account.gaps
        ],
        "limits": list(limits(account)),
    }


def _index(each: IndexAccount, account: NextYear, work) -> dict:
    return {
        "index": each.index.code,
        "value": each.result_now and each.result_now.value,
        "value_then": each.result_then and each.result_then.value,
        "lost": each.lost if each.compared else None,
        "back": each.back if each.compared else None,
        "criteria": [_criterion(row, account, work) for row in each.rows],
    }


def _criterion(row: Row, account: NextYear, work) -> dict:
    now, then, verdict = row.now, row.then, row.verdict
    return {
        "code": row.code, "name": row.criterion.name_vi if row.criterion else "", "is_part": row.is_part,
        "points": now and now.value, "most": now and now.most, "lost": row.lost, "stated": row.stated,
        "weaknesses": [each.ref for each in row.weaknesses], "work": work(row.work),
        "is_addressed": row.is_addressed, "points_then": then and then.value, "most_then": then and then.most,
        "answer": verdict.answer.value, "why": verdict.why and verdict.why.value, "back": verdict.back,
        "words": verdict.words, "cautions": account.cautions(row),
    }  # fmt: skip


def _unit(each: UnitAccount) -> dict:
    unit = each.now.unit
    return {
        "unit": coded(unit.code, unit.name_vi), "rating": _rating(each.now), "rating_then": _rating(each.then),
        "step": each.step.value, "why": each.why and each.why.value, "done": each.work.done,
        "total": each.work.total,
    }  # fmt: skip


def _rating(assessed) -> dict | None:
    return coded(assessed.rating.code, assessed.rating.name_vi) if assessed and assessed.rating else None


def _repeat(each: Repeat, work) -> dict:
    return {
        "weakness": each.old.ref,
        "again": [new.ref for new in each.again],
        "promised": work(each.promised),
    }
